/// How much an alert matters, as pages say it.
package enum ShownSeverity: String, Sendable, Hashable, CaseIterable {
    case notice, warning, critical

    func word(_ text: InterfaceText) -> String {
        switch self {
        case .notice: text[.severityNotice]
        case .warning: text[.severityWarning]
        case .critical: text[.severityCritical]
        }
    }

    /// Whether it stands out in a list.
    var isFlagged: Bool { self != .notice }
}
