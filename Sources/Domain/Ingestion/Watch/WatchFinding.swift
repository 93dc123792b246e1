/// Something about a run that is not as usual.
package struct WatchFinding: Sendable, Hashable {
    /// What was found, in one word for programs.
    package let code: String
    /// The field it is about; empty for the run as a whole.
    package let field: String
    package let cause: WatchVerdict
    /// The figure as it is in comparable runs, and as it is now.
    package let usual: Double?
    package let seen: Double?
    /// For a person, without a full stop.
    package let sentence: String
    /// Whether the run is not to be taken over because of it.
    package let holds: Bool

    init(
        _ code: String, field: String = "", _ cause: WatchVerdict, usual: Double? = nil, seen: Double? = nil,
        holds: Bool,
        _ sentence: String
    ) {
        self.code = code
        self.field = field
        self.cause = cause
        self.usual = usual
        self.seen = seen
        self.holds = holds
        self.sentence = sentence
    }
}
