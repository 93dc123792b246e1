/// How much an alert matters. Twin of the checks on `alerts.severity` and its like (parity test).
package enum AlertSeverity: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
    /// Worth knowing at the next look.
    case notice
    /// Somebody should look today.
    case warning
    /// Somebody should look now.
    case critical

    package static func < (left: AlertSeverity, right: AlertSeverity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .notice: 0
        case .warning: 1
        case .critical: 2
        }
    }

    /// This and what is more.
    package var andAbove: [AlertSeverity] { Self.allCases.filter { $0 >= self } }
}
