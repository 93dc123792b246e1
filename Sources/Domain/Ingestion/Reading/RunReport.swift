package import Foundation

/// What became of a run of a connection.
package struct RunReport: Sendable, Hashable {
    package let run: UUID
    package internal(set) var state: RunState
    package internal(set) var cause: RunCause?
    /// For a person: why it ended before its end, or is held.
    package internal(set) var sentence: String?
    /// What changed, where it is held.
    package internal(set) var verdict: WatchVerdict?
    package internal(set) var pages = 0
    package internal(set) var records = 0
    package internal(set) var rejects = 0
    /// Distinct things among the records.
    package internal(set) var items = 0
    package internal(set) var new = 0
    package internal(set) var changed = 0
    package internal(set) var isComplete = false
    /// Whether what it read is everybody's now.
    var isTakenOver: Bool { state == .applied || state == .partial }

    init(run: UUID, state: RunState, cause: RunCause? = nil, sentence: String? = nil) {
        self.run = run
        self.state = state
        self.cause = cause
        self.sentence = sentence
    }
}
