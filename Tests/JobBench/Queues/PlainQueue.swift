import Postgres

/// What most queues in PostgreSQL are: one table, a state that is updated in place, claims by FOR UPDATE SKIP LOCKED.
/// It knows no companies, limits, leases or schedules, and nothing walls it in.
struct PlainQueue: MeasuredQueue {
    let done = Counter()
    let pool: ConnectionPool
    /// Loops that claim, run and acknowledge, each over one connection.
    let loops: Int
    /// Jobs of one claim and, when `batched`, of one acknowledgement.
    let batch: Int
    let acknowledgement: Acknowledgement

    func add(_ count: Int, to company: Int) async throws {
        var numbers = ArrayBinding<String>()
        for number in 0..<count { numbers.append("{\"number\":\(number)}") }
        _ = try await pool.fetch(
            Query<Ignored>("INSERT INTO plain_jobs (arguments) SELECT a::jsonb FROM unnest(\(numbers)) AS u (a)"))
    }

    func working<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<loops { group.addTask { try await work() } }
            let result = try await body()
            group.cancelAll()
            return result
        }
    }

    private func work() async throws {
        while !Task.isCancelled {
            // What has begun ends: the loop stops between rounds.
            let claimed = try await Task { try await round() }.value
            if claimed == 0 { try? await Task.sleep(for: .milliseconds(5)) }
        }
    }

    /// - Returns: jobs done.
    private func round() async throws -> Int {
        let claimed = try await pool.fetch(
            Query<Pair<Int, String>>(
                """
                UPDATE plain_jobs SET state = 'running', attempts = attempts + 1, claimed_at = clock_timestamp()
                WHERE job_id IN (SELECT job_id FROM plain_jobs WHERE state = 'ready' ORDER BY run_at, job_id
                    LIMIT \(batch) FOR UPDATE SKIP LOCKED)
                RETURNING job_id, arguments::text
                """))
        let ids = claimed.map(\.first)
        if acknowledgement == .batched, !ids.isEmpty {
            try await end(ids)
            done.add(ids.count)
        } else {
            for id in ids {
                try await end([id])
                done.add(1)
            }
        }
        return ids.count
    }

    private func end(_ ids: [Int]) async throws {
        _ = try await pool.fetch(
            Query<Ignored>(
                """
                UPDATE plain_jobs SET state = 'completed', finished_at = clock_timestamp() WHERE job_id = ANY (\(ids))
                """))
    }

    func finished() async throws -> Int {
        try await pool.fetch(Query<Single<Int>>("SELECT count(*) FROM plain_jobs WHERE state = 'completed'"))
            .first?.value ?? 0
    }
}
