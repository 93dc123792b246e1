/// What a job of the drills does.
struct DrillScript: Codable, Sendable {
    /// How it says that it is done.
    enum Ending: String, Codable, Sendable {
        /// Effect and end in one transaction.
        case complete
        /// The effect by its key in a transaction of its own, the end by the worker's next batch.
        case once
        /// The planted mistake: the effect before, and outside of, what is fenced.
        case unfenced
        /// No effect.
        case nothing
        /// No effect: it gives up.
        case giveUp
    }

    /// The key of its effect in the ledger.
    var key: String
    /// How long it works.
    var milliseconds = 0
    /// The same of all attempts but the first; `nil` for no difference.
    var laterMilliseconds: Int?
    /// Attempts that fail before one does not.
    var failures = 0
    /// Where it kills its process, and how often.
    var point: DrillPoint?
    var crashes = 0
    var ending = Ending.complete
    /// Goes on although its task was cancelled, as code does that does not look.
    var isDeaf = false
    /// How long the transaction of its first attempt stays open after the effect.
    var lingers = 0
    /// Its commit waits for a standby that does not exist, so whoever cuts the connection then leaves it unknown.
    var isUnknown = false
    /// Attempts that are put off without counting.
    var snoozes = 0
}
