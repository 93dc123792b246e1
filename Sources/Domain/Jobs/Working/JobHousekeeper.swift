package import Companies
package import Logging
import Postgres
import ServiceLifecycle

/// What has to happen beside running jobs: making due ones ready, freeing those of silent workers, turning schedules into
/// jobs, emptying what was worked off, forgetting what is old. Any number of processes may do it; each piece is safe to do
/// twice, and is done by one of them at a time.
package struct JobHousekeeper: Service {
    private let store: JobStore
    private let schedules: ScheduleStore
    private let retention: JobRetention
    private let logger: Logger

    package init(
        database: CompanyDatabase, retention: JobRetention = JobRetention(), logger: Logger
    ) {
        store = JobStore(database: database)
        schedules = ScheduleStore(database: database)
        self.retention = retention
        self.logger = logger
    }

    package func run() async {
        await cancelWhenGracefulShutdown {
            var (seconds, isBusy) = (0, false)
            while !Task.isCancelled {
                await attempt("make due jobs ready") { _ = try await store.promote() }
                await attempt("turn schedules into jobs") { _ = try await schedules.turnIntoJobs() }
                if seconds % 5 == 0 {
                    await attempt("free the jobs of silent workers") {
                        let freed = try await store.rescue(orphans: seconds % 10 == 0)
                        if freed > 0 {
                            logger.warning("jobs of silent workers were freed", metadata: ["jobs": "\(freed)"])
                        }
                    }
                    await attempt("sum up what was counted") { try await store.sumTallies(ofSeconds: 15) }
                }
                // Every second as long as there is something to empty.
                if isBusy || seconds % 4 == 0 {
                    await attempt("empty worked-off partitions") { isBusy = try await store.rotate() }
                }
                if seconds % 60 == 30 { await attempt("forget old jobs") { try await store.forget(retention) } }
                seconds += 1
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    private func attempt(_ what: String, _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch is CancellationError {
            return
        } catch {
            logger.warning("could not \(what)", metadata: ["cause": "\(error)"])
        }
    }
}
