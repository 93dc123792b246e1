package import Postgres

extension CompanyDatabase {
    /// Runs queries as the worker role, in one transaction and one round trip.
    ///
    /// For moving jobs, which happens before a company is known. The role sees the tables of jobs, all companies' rows of
    /// them, and no other private table; the work itself is done in a `CompanyTransaction` of the job's company.
    package func asWorker<each Row: RowDecodable & Sendable>(
        _ queries: repeat Query<each Row>
    ) async throws -> sending (repeat [each Row]) {
        return try await worker.fetch(repeat each queries)
    }

    /// Hears what is told on a channel until the task is cancelled, over connections of its own that are made anew when they
    /// break.
    /// - Parameter hear: told each payload; `nil` after a break, when something may have been missed.
    package func listenAsWorker(to channel: String, _ hear: @Sendable (String?) async -> Void) async {
        let backoff = Backoff(base: .milliseconds(200), cap: .seconds(5))
        var failures = 0
        while !Task.isCancelled {
            do {
                let connection = try await worker.connect()
                try await connection.listen(to: channel)
                failures = 0
                await hear(nil)
                while !Task.isCancelled {
                    let heard = try await connection.notifications(waitingUpTo: .seconds(15))
                    if heard.isEmpty, !Task.isCancelled {
                        // A broken network is silent, too.
                        _ = try await connection.fetch(Query<Single<Int>>("SELECT 1::bigint"))
                    }
                    for payload in Set(heard.map(\.payload)) { await hear(payload.isEmpty ? nil : payload) }
                }
                await connection.close()
            } catch {
                failures += 1
                let delay = backoff.delay(afterFailures: failures, fraction: Double.random(in: 0.5...1))
                try? await Task.sleep(for: delay)
            }
        }
    }
}
