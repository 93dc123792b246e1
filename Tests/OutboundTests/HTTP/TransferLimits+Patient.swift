import Outbound

extension TransferLimits {
    /// For what is not about time: a machine that runs a thousand tests at once may take its own.
    static let patient: TransferLimits = {
        var limits = TransferLimits()
        limits.connect = .seconds(120)
        limits.firstByte = .seconds(120)
        limits.total = .seconds(180)
        limits.stall = .seconds(120)
        return limits
    }()
}
