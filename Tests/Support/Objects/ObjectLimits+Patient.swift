package import Outbound

extension ObjectLimits {
    /// For what is not about time, as `TransferLimits.patient` is.
    package static let patient: ObjectLimits = {
        var limits = ObjectLimits()
        limits.connect = .seconds(3_600)
        limits.total = .seconds(3_600)
        limits.stall = .seconds(3_600)
        return limits
    }()
}
