import CoreMetrics
import Synchronization
import Telemetry

import struct Foundation.Date

/// What a worker counts: how its jobs end, how long they wait and take, and how its own life goes.
final class JobMeters: Sendable {
    private struct Key: Hashable {
        let kind: String
        let result: String
    }

    private let factory: any MetricsFactory
    private let running: Meter
    private let claims: Counter
    private let emptyClaims: Counter
    private let failedClaims: Counter
    private let failedRenewals: Counter
    private let refused: Counter
    private let lost: Counter
    private let ended = Mutex<[Key: Counter]>([:])
    private let times = Mutex<[String: (wait: Timer, run: Timer)]>([:])

    init(factory: any MetricsFactory) {
        factory.describe(Self.descriptions)
        self.factory = factory
        func claim(_ result: String) -> Counter {
            Counter(label: "tidemark_job_claims_total", dimensions: [("result", result)], factory: factory)
        }
        running = Meter(label: "tidemark_jobs_running", factory: factory)
        claims = claim("jobs")
        emptyClaims = claim("nothing")
        failedClaims = claim("failed")
        failedRenewals = Counter(label: "tidemark_job_renewals_failed_total", factory: factory)
        refused = Counter(label: "tidemark_job_ends_refused_total", factory: factory)
        lost = Counter(label: "tidemark_job_workers_given_up_total", factory: factory)
    }

    /// - Parameter jobs: how many were claimed; `nil` when the database did not answer.
    func claimed(_ jobs: Int?) {
        switch jobs {
        case nil: failedClaims.increment()
        case 0: emptyClaims.increment()
        default: claims.increment()
        }
    }

    func started(_ job: ClaimedJob) {
        running.increment()
        // Both moments are the database's.
        times(of: job.kind).wait.recordNanoseconds(Int64(max(0, job.claimedAt.timeIntervalSince(job.readyAt)) * 1e9))
    }

    func finished(_ job: ClaimedJob, _ verdict: JobVerdict, after spent: Duration) {
        running.decrement()
        times(of: job.kind).run.recordNanoseconds(spent.nanoseconds)
        let key = Key(kind: job.kind, result: verdict == .settled ? JobVerdict.completed.word : verdict.word)
        let counter = ended.withLock { known -> Counter in
            if let counter = known[key] { return counter }
            let counter = Counter(
                label: "tidemark_job_attempts_total", dimensions: [("kind", key.kind), ("result", key.result)],
                factory: factory)
            known[key] = counter
            return counter
        }
        counter.increment()
    }

    func renewalFailed() { failedRenewals.increment() }

    /// The database had given the attempt to somebody else.
    func endRefused() { refused.increment() }

    /// The database gave this worker up.
    func givenUp() { lost.increment() }

    private func times(of kind: String) -> (wait: Timer, run: Timer) {
        times.withLock { known in
            if let timers = known[kind] { return timers }
            let timers = (
                Timer(label: "tidemark_job_wait_seconds", dimensions: [("kind", kind)], factory: factory),
                Timer(label: "tidemark_job_run_seconds", dimensions: [("kind", kind)], factory: factory)
            )
            known[kind] = timers
            return timers
        }
    }

    private static let descriptions = [
        MetricDescription("tidemark_jobs_running", "Jobs at work in this process."),
        MetricDescription("tidemark_job_claims_total", "Questions for work, by what came of them."),
        MetricDescription("tidemark_job_attempts_total", "Attempts that ended here, by kind and result."),
        MetricDescription(
            "tidemark_job_wait_seconds", "From ready to claimed, on the database's clock.", buckets: .longDurations),
        MetricDescription("tidemark_job_run_seconds", "Time of an attempt.", buckets: .longDurations),
        MetricDescription("tidemark_job_renewals_failed_total", "Times the lease could not be renewed."),
        MetricDescription("tidemark_job_ends_refused_total", "Attempts that were somebody else's when they ended."),
        MetricDescription("tidemark_job_workers_given_up_total", "Times this worker was given up by the database."),
    ]
}
