/// One exchange with another machine, as the loop is told of it.
struct Transfer: Sendable {
    /// Says on the handle what is to be done. Called on the loop's thread.
    let prepare: @Sendable (EasyHandle) -> Void
    /// Told the end, exactly once, on the loop's thread.
    let finish: @Sendable (TransferEnd) -> Void
    let withdrawal: Withdrawal
    let listener: any TransferListener
}
