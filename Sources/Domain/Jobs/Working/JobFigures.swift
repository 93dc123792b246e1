package import Companies
package import CoreMetrics
import Foundation
import Postgres
import Synchronization
import Telemetry

/// What is known about the queue as a whole, read from the database when metrics are asked for.
package final class JobFigures: Sendable {
    private let store: JobStore
    private let known = Mutex(JobFiguresRow.unknown)

    package init(database: CompanyDatabase) { store = JobStore(database: database) }

    /// Adds the figures to a registry. Old ones are worse than none: where the database does not answer, they are not a
    /// number.
    package func observe(in factory: any MetricsFactory) {
        factory.describe(Self.descriptions)
        factory.beforeScrape("jobs") { await self.read() }
        func gauge(_ name: String, _ value: @escaping @Sendable (JobFiguresRow) -> Double) {
            factory.observe(name, .gauge) { value(self.known.withLock { $0 }) }
        }
        gauge("tidemark_jobs_ready") { $0.ready }
        gauge("tidemark_jobs_ready_oldest_seconds") { $0.oldestReady }
        gauge("tidemark_jobs_overdue") { $0.overdue }
        gauge("tidemark_jobs_leased") { $0.leased }
        gauge("tidemark_jobs_dead") { $0.dead }
        gauge("tidemark_job_workers") { $0.workers }
        gauge("tidemark_job_schedules_late") { $0.lateSchedules }
    }

    func read() async {
        let row = try? await store.figures()
        known.withLock { $0 = row ?? .unknown }
    }

    private static let descriptions = [
        MetricDescription("tidemark_jobs_ready", "Jobs of all companies that may start, counted up to 10 000."),
        MetricDescription(
            "tidemark_jobs_ready_oldest_seconds", "How long the first in turn of any company has been ready."),
        MetricDescription(
            "tidemark_jobs_overdue", "Jobs whose time came over 10 s ago and that are not ready yet, up to 10 000."),
        MetricDescription("tidemark_jobs_leased", "Jobs at work, in all processes."),
        MetricDescription("tidemark_jobs_dead", "Jobs that wait for a person, counted up to 10 000."),
        MetricDescription("tidemark_job_workers", "Workers whose lease has not run out."),
        MetricDescription("tidemark_job_schedules_late", "Schedules whose slot came over a minute ago."),
    ]
}
