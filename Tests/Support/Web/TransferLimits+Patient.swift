package import Outbound

extension TransferLimits {
    /// For what is not about time: a machine that runs a thousand tests at once may let one of them wait for minutes.
    package static let patient: TransferLimits = {
        var limits = TransferLimits()
        limits.connect = .seconds(3_600)
        limits.firstByte = .seconds(3_600)
        limits.total = .seconds(3_600)
        limits.stall = .seconds(3_600)
        limits.idle = .seconds(3_600)
        return limits
    }()
}
