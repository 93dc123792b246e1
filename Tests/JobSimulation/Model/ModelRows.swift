/// Rows of the model; each stands for the table of the same name. Moments are microseconds of the database's clock.
struct ReadyRow {
    var turnAt: Int
    var readyAt: Int
    var attempts: Int
    var crashes: Int
}

struct WaitingRow {
    enum Reason { case scheduled, retry, snoozed, blocked }
    /// `Int.max` for never.
    var dueAt: Int
    var reason: Reason
    var attempts: Int
    var crashes: Int
}

struct LeaseRow {
    var attempt: Int
    var worker: Int
    var crashes: Int
    var readyAt: Int
    var claimedAt: Int
    var isCancelRequested = false
}

struct OutcomeRow {
    enum State { case completed, cancelled, dead }
    var state: State
    var attempts: Int
}

struct LimitRow {
    var mostRunning: Int?
    var perMinute: Int?
    var tokens = 1.0
    var countedAt: Int
}

struct WorkerRow {
    var leaseUntil: Int
    var renewedAt: Int
    var isStopping = false
}

struct ScheduleRow {
    var company: Int
    var kind: Int
    var cron: String
    var nextSlot: Int
}
