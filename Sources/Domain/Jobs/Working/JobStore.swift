package import Companies
package import Foundation
import Postgres

/// What a worker asks the database, as the worker role: moving jobs of all companies, and nothing else.
package struct JobStore: Sendable {
    private let database: CompanyDatabase
    /// Every claim and completion leaves an event too; for checking histories.
    private let recordsAll: Bool

    package init(database: CompanyDatabase, recordsAll: Bool = false) {
        self.database = database
        self.recordsAll = recordsAll
    }

    /// Makes a worker known. Safe to say again when it is not known whether it was heard.
    package func register(_ worker: UUID, name: String, settings: WorkerSettings) async throws {
        _ = try await database.asWorker(
            Query<Ignored>(
                """
                INSERT INTO job_workers (worker_id, name, queues, slots, lease_until, renewed_at)
                VALUES (\(worker), \(name), \(settings.queues.map(\.rawValue)), \(settings.slots),
                    clock_timestamp() + make_interval(secs => \(settings.lease.seconds)), clock_timestamp())
                ON CONFLICT (worker_id) DO UPDATE SET lease_until = excluded.lease_until, renewed_at = excluded.renewed_at
                """))
    }

    /// Writes what the code says about the limits of its kinds.
    package func declare(_ kinds: [String: JobSettings]) async throws {
        let limited = kinds.filter { $0.value.mostRunning != nil || $0.value.perMinute != nil }
        for (kind, settings) in limited.sorted(by: { $0.key < $1.key }) {
            _ = try await database.asWorker(
                Query<Ignored>(
                    """
                    INSERT INTO job_limits AS l (kind, most_running, per_minute, tokens)
                    VALUES (\(kind), \(settings.mostRunning), \(settings.perMinute), 1)
                    ON CONFLICT (kind) DO UPDATE SET most_running = excluded.most_running,
                        per_minute = excluded.per_minute
                    WHERE (l.most_running, l.per_minute) IS DISTINCT FROM (excluded.most_running, excluded.per_minute)
                    """))
        }
        let open = kinds.keys.filter { limited[$0] == nil }.sorted()
        _ = try await database.asWorker(Query<Ignored>("DELETE FROM job_limits WHERE kind = ANY (\(open))"))
    }

    package func claim(
        _ worker: UUID, queue: JobQueue, kinds: [String], most: Int, after: CompanyID?, mostEach: Int,
        busy: [CompanyID: Int]
    ) async throws -> [ClaimedJob] {
        let busy = busy.sorted { $0.key.description < $1.key.description }
        let nobody = CompanyID(rawValue: UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
        return try await database.asWorker(
            Query<ClaimedJob>(
                """
                SELECT company_id, job_id, kind, attempt, most_attempts, arguments, trace, ready_at, claimed_at
                FROM claim_jobs(\(worker), \(queue.rawValue), \(kinds), \(most), \(after ?? nobody), \(mostEach),
                    \(busy.map(\.key)), \(busy.map(\.value)), \(recordsAll))
                """))
    }

    /// Says how attempts ended.
    /// - Returns: the jobs that counted; the others belong to somebody else by now.
    package func settle(_ worker: UUID, _ batch: [Settlement]) async throws -> Set<JobID> {
        var companies = ArrayBinding<CompanyID>()
        var jobs = ArrayBinding<UUID>()
        var attempts = ArrayBinding<Int>()
        var claims = ArrayBinding<Date>()
        var results = ArrayBinding<String>()
        var due = ArrayBinding<Int>()
        var spent = ArrayBinding<Int>()
        var details = ArrayBinding<String>()
        for one in batch {
            companies.append(one.job.company)
            jobs.append(one.job.id.rawValue)
            attempts.append(one.job.attempt)
            claims.append(one.job.claimedAt)
            results.append(one.verdict.word)
            due.append(one.verdict.wait.map { Int($0.milliseconds) })
            spent.append(Int(one.spent.milliseconds))
            details.append(one.verdict.detail)
        }
        let rows = try await database.asWorker(
            Query<Single<UUID>>(
                """
                SELECT job_id FROM settle_jobs(\(worker), \(companies), \(jobs), \(attempts), \(claims), \(results),
                    ARRAY(SELECT clock_timestamp() + wait * interval '1 millisecond' FROM unnest(\(due)) AS w (wait)),
                    \(spent), \(details), \(recordsAll))
                """))
        return Set(rows.map { JobID(rawValue: $0.value) })
    }

    /// Renews a worker's lease.
    /// - Returns: jobs to cancel, `nil` when the worker was given up.
    package func renew(_ worker: UUID, lease: Duration, isStopping: Bool) async throws -> [JobID]? {
        try await database.asWorker(
            Query<Single<[UUID]>>(
                """
                SELECT cancelled_jobs FROM renew_worker(\(worker), make_interval(secs => \(lease.seconds)), \(isStopping))
                """)
        ).first.map { $0.value.map(JobID.init(rawValue:)) }
    }

    /// Takes a worker off that has nothing left.
    package func leave(_ worker: UUID) async throws {
        _ = try await database.asWorker(Query<Ignored>("DELETE FROM job_workers WHERE worker_id = \(worker)"))
    }

    /// What a worker holds, whether it knows of it or not, and what of it somebody wants cancelled.
    ///   - claimedWithin: seconds; older ones are left out. Looking at all of them can take long while a snapshot is held.
    package func leases(of worker: UUID, claimedWithin seconds: Int? = nil) async throws -> [HeldLease] {
        try await database.asWorker(
            Query<HeldLease>(
                """
                SELECT company_id, job_id, attempt, claimed_at, cancel_requested FROM job_leases
                WHERE worker_id = \(worker)
                    AND claimed_at > clock_timestamp() - \(seconds ?? 1_000_000_000) * interval '1 second'
                ORDER BY job_id
                """))
    }

    /// What of a worker's leases somebody wants cancelled. Looks at no others, so it may be asked often.
    func cancelRequests(of worker: UUID) async throws -> [HeldLease] {
        try await database.asWorker(
            Query<HeldLease>(
                """
                SELECT company_id, job_id, attempt, claimed_at, cancel_requested FROM job_leases
                WHERE worker_id = \(worker) AND cancel_requested ORDER BY job_id
                """))
    }

    /// Makes jobs ready whose time has come.
    package func promote(most: Int = 1_000) async throws -> Int {
        try await database.asWorker(Query<Single<Int>>("SELECT promote_jobs(\(most))")).first?.value ?? 0
    }

    /// Gives up silent workers and frees their jobs.
    /// - Parameters:
    ///   - crashes: how often a job may take its worker down before it is dead.
    ///   - orphans: whether to look at all leases for those whose worker nobody knows.
    package func rescue(crashes: Int = 5, orphans: Bool = true) async throws -> Int {
        let (rescued, unblocked) = try await database.asWorker(
            Query<Single<Int>>("SELECT rescue_jobs(\(crashes), \(orphans))"),
            Query<Single<Int>>("SELECT unblock_jobs()"))
        return (rescued.first?.value ?? 0) + (unblocked.first?.value ?? 0)
    }

    func figures() async throws -> JobFiguresRow? { try await database.asWorker(JobFiguresRow.query).first }

    func count(_ sql: SQL) async throws -> Int {
        try await database.asWorker(Query<Single<Int>>(sql)).first?.value ?? 0
    }

    func remove(_ sql: SQL) async throws { _ = try await database.asWorker(Query<Ignored>(sql)) }

    /// Empties partitions that were worked off, and begins another where one has grown.
    /// - Returns: whether one was emptied.
    @discardableResult
    package func rotate() async throws -> Bool {
        for emptied in 0..<8 {
            let answer = try await database.asWorker(Query<Single<Int>>("SELECT rotate_ready_jobs()"))
            guard answer.first?.value == 1 else { return emptied > 0 }
        }
        return true
    }

    /// Sums up the counts of attempts that ended in the last so many seconds.
    package func sumTallies(ofSeconds seconds: Int) async throws {
        _ = try await database.asWorker(
            Query<Single<Int>>("SELECT sum_job_tallies(\(seconds) * interval '1 second')"))
    }
}

extension JobVerdict {
    /// How long the job waits now.
    fileprivate var wait: Duration? {
        switch self {
        case .retry(let wait, _), .snoozed(let wait): wait
        default: nil
        }
    }

    /// What the timeline says, at most 4 000 characters.
    fileprivate var detail: String? {
        switch self {
        case .retry(_, let reason), .dead(let reason), .cancelled(let reason): String(reason.prefix(4_000))
        default: nil
        }
    }
}

extension Duration {
    fileprivate var seconds: Double { Double(milliseconds) / 1_000 }
}
