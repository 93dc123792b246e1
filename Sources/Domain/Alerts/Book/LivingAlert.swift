package import Foundation

/// An alert as the next look finds it: one that lives, or one that has recovered lately and may come back.
package struct LivingAlert: Sendable, Hashable {
    package let id: AlertID
    package let monitor: MonitorID
    package let subject: String
    package let state: AlertState
    package let worst: Double
    package let beganAt: Date
    /// Within the limit since; nil while it is beyond.
    package let calmSince: Date?
    package let returns: Int
    package let resolvedAt: Date?

    package init(
        id: AlertID, monitor: MonitorID, subject: String, state: AlertState, worst: Double, beganAt: Date,
        calmSince: Date? = nil, returns: Int = 0, resolvedAt: Date? = nil
    ) {
        self.id = id
        self.monitor = monitor
        self.subject = subject
        self.state = state
        self.worst = worst
        self.beganAt = beganAt
        self.calmSince = calmSince
        self.returns = returns
        self.resolvedAt = resolvedAt
    }
}
