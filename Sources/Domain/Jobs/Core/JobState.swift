/// Where a job stands. The database keeps it as the one table that has a row for the job; this is the same as a value, for
/// the model that every history is checked against.
///
/// ```
///            enqueue                    claim
///   (none) ─────────▶ ready ◀──────┐ ─────────▶ running(n) ──completed──▶ completed
///      │                ▲          │               │ │ │
///      │ later,         │ due,     │ released,     │ │ └──cancelled──────▶ cancelled ◀─cancel─ ready, waiting
///      │ blocked        │ needs    │ rescued       │ └────dead, poison───▶ dead ──replay──▶ ready
///      └──────────▶ waiting ◀──────┴──retry, snoozed
/// ```
package enum JobState: Sendable, Hashable {
    case waiting(attempts: Int)
    case ready(attempts: Int)
    /// The lease is a number that no other claim has: the attempt's comes again after a snooze, a hand-back or a replay.
    case running(attempt: Int, lease: Int)
    case completed
    case cancelled
    case dead

    package enum Event: Sendable, Hashable {
        case claimed(lease: Int)
        case due
        case cancelRequested
        case settled(lease: Int, word: String)
        case rescued(isLast: Bool)
        case replayed
    }

    package var isFinal: Bool {
        switch self {
        case .completed, .cancelled, .dead: true
        default: false
        }
    }

    /// The state after an event; `nil` when the event has no effect here (it is refused, and nothing changes).
    package func after(_ event: Event) -> JobState? {
        switch (self, event) {
        case (.ready(let attempts), .claimed(let lease)): .running(attempt: attempts + 1, lease: lease)
        case (.waiting(let attempts), .due): .ready(attempts: attempts)
        case (.ready, .cancelRequested), (.waiting, .cancelRequested): .cancelled
        case (.running(let attempt, let lease), .settled(let said, let word)) where lease == said:
            switch word {
            case "completed": .completed
            case "cancelled": .cancelled
            case "dead": .dead
            case "retry": .waiting(attempts: attempt)
            case "snoozed": .waiting(attempts: attempt - 1)
            case "released": .ready(attempts: attempt - 1)
            default: nil
            }
        case (.running(let attempt, _), .rescued(let isLast)): isLast ? .dead : .ready(attempts: attempt)
        case (.dead, .replayed), (.cancelled, .replayed): .ready(attempts: 0)
        default: nil
        }
    }
}
