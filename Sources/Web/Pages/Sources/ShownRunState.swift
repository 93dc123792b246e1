/// What became of a run, as pages say it.
package enum ShownRunState: String, Sendable, Hashable, CaseIterable {
    case running, applied, partial, held, discarded, failed

    func word(_ text: InterfaceText) -> String {
        switch self {
        case .running: text[.runRunning]
        case .applied: text[.runApplied]
        case .partial: text[.runPartial]
        case .held: text[.runHeld]
        case .discarded: text[.runDiscarded]
        case .failed: text[.runFailed]
        }
    }

    /// Whether somebody should look.
    var isFlagged: Bool { self == .held || self == .failed || self == .partial }
}
