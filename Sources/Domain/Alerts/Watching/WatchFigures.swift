package import Companies
package import Jobs

/// Holds a company's figures against its monitors, and has people told of what came of it.
package struct WatchFigures: JobArguments {
    package static let kind = "alert.watch"
    package static let settings = JobSettings(
        priority: .scraping, mostAttempts: 3, timeLimit: .seconds(60), byHand: true)

    package init() {}

    /// What consoles call the schedule.
    package static let scheduleName = "Alerts, every few minutes"
    /// One job at a time has this key: one that has not begun yet sees whatever has happened by then.
    package static let key = "all"

    /// Every five minutes; the platform, which watches the processes, every minute.
    package static func cron(of company: CompanyID) -> String { company == .house ? "* * * * *" : "*/5 * * * *" }

    /// Has it done soon, once this transaction has committed.
    @discardableResult
    package static func request(in transaction: CompanyTransaction) async throws -> JobID? {
        try await transaction.enqueue(WatchFigures(), EnqueueOptions(uniqueKey: key))
    }
}
