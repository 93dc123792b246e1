package import Postgres

extension CompanyDatabase {
    /// Reads in a company's scope as `read` does; each statement is stopped after `limit`.
    package func read<each Row: RowDecodable & Sendable>(
        in company: CompanyID, within limit: Duration, _ queries: repeat Query<each Row>
    ) async throws -> sending (repeat [each Row]) {
        let scope: [SQL] =
            try await sealer.opening(company) + [
                "SELECT set_config('transaction_read_only', 'on', true)", Self.limiting(limit),
            ]
        return try await app.fetch(scope: scope, repeat each queries)
    }

    /// Reads as the worker role; each statement is stopped after `limit`, and nothing can be written.
    package func readAsWorker<each Row: RowDecodable & Sendable>(
        within limit: Duration, _ queries: repeat Query<each Row>
    ) async throws -> sending (repeat [each Row]) {
        let scope: [SQL] = ["SELECT set_config('transaction_read_only', 'on', true)", Self.limiting(limit)]
        return try await worker.fetch(scope: scope, repeat each queries)
    }

    /// Writes in a company's scope: `first` and all queries in one transaction and one round trip.
    package func write<each Row: RowDecodable & Sendable>(
        in company: CompanyID, _ first: SQL, _ queries: repeat Query<each Row>
    ) async throws -> sending (repeat [each Row]) {
        return try await app.fetch(scope: sealer.opening(company) + [first], repeat each queries)
    }

    /// Writes as the worker role: `first` and all queries in one transaction and one round trip.
    package func writeAsWorker<each Row: RowDecodable & Sendable>(
        _ first: SQL, _ queries: repeat Query<each Row>
    ) async throws -> sending (repeat [each Row]) {
        return try await worker.fetch(scope: [first], repeat each queries)
    }

    /// The role of claims plans for small tables; a reader of a million rows must not be planned as if it read them all.
    private static func limiting(_ limit: Duration) -> SQL {
        "SELECT set_config('statement_timeout', \("\(max(1, limit.milliseconds))"), true), set_config('enable_seqscan', 'off', true)"
    }
}
