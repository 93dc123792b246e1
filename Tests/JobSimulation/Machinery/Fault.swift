/// What goes wrong at an await point.
package enum Fault: UInt8, Sendable, Hashable, CaseIterable {
    /// The process is gone and comes back empty.
    case crash
    /// The process stands still, mostly longer than its lease, and goes on as if nothing had been.
    case pause
    /// The request never arrives.
    case requestLost
    /// The database did it and nobody hears of it: the COMMIT whose outcome is unknown.
    case answerLost
    /// The caller gives up, and the request arrives after that.
    case requestLate
    /// The database restarts: open transactions and answers under way are gone, what was committed stays.
    case databaseRestart
    case clockForward, clockBackward
    /// The process is told to stop, and comes back as another one.
    case gracefulStop
}
