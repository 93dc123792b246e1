package import Postgres

/// How jobs of a kind are run.
package struct JobSettings: Sendable {
    package var queue: JobQueue
    package var priority: JobPriority
    /// Attempts at most; then the job is dead and waits for a person.
    package var mostAttempts: Int
    /// An attempt that takes longer is cancelled and counts as failed.
    package var timeLimit: Duration
    /// How long to wait after a failure, with full jitter.
    package var backoff: Backoff
    /// How many may run at once over all workers; `nil` for no limit.
    package var mostRunning: Int?
    /// How many may start in a minute over all workers; `nil` for no limit.
    package var perMinute: Int?
    /// Arguments that consoles show as `[redacted]`.
    package var redacted: Set<String>
    /// Whether admins of a company may add jobs of this kind by hand. Operators may add any kind a process knows.
    package var byHand: Bool

    package init(
        queue: JobQueue = .standard, priority: JobPriority = .agents, mostAttempts: Int = 20,
        timeLimit: Duration = .seconds(600), backoff: Backoff = Backoff(base: .seconds(5), cap: .seconds(3_600)),
        mostRunning: Int? = nil, perMinute: Int? = nil, redacted: Set<String> = [], byHand: Bool = false
    ) {
        self.queue = queue
        self.priority = priority
        self.mostAttempts = mostAttempts
        self.timeLimit = timeLimit
        self.backoff = backoff
        self.mostRunning = mostRunning
        self.perMinute = perMinute
        self.redacted = redacted
        self.byHand = byHand
    }
}
