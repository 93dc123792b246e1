package import Companies
import Outbound
import Postgres

/// Turns of hosts as rows, by the database's clock: the same for every process that reads sources.
package struct SourceTurnQueries: SharedTurns {
    private let database: CompanyDatabase

    package init(database: CompanyDatabase) { self.database = database }

    package func take(_ host: String, gap: Double) async throws -> Double {
        let gap = max(0, gap)
        return try await database.transaction(in: .house) { transaction in
            try await transaction.fetch(
                Query<Single<Double>>(
                    """
                    INSERT INTO source_turns AS t (company_id, host, next_at)
                    VALUES (\(CompanyID.house), \(host), clock_timestamp() + make_interval(secs => \(gap)))
                    ON CONFLICT (company_id, host) DO UPDATE
                        SET next_at = greatest(t.next_at, clock_timestamp()) + make_interval(secs => \(gap))
                    RETURNING greatest(0, extract(epoch FROM next_at - clock_timestamp()) - \(gap))::double precision
                    """))
        }.first?.value ?? 0
    }
}
