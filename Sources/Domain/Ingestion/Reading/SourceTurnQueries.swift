package import Companies
package import Outbound
import Postgres

/// Turns of hosts as rows, by the database's clock: the same for every process that reads sources.
package struct SourceTurnQueries: SharedTurns {
    private let database: CompanyDatabase

    package init(database: CompanyDatabase) { self.database = database }

    package func take(_ host: String, gap: Double, within patience: Double) async throws -> SharedTurn {
        let (gap, patience) = (max(0, gap), max(0, patience))
        return try await database.transaction(in: .house) { transaction in
            let taken = try await transaction.fetch(
                Query<Single<Double>>(
                    """
                    INSERT INTO source_turns AS t (company_id, host, next_at)
                    VALUES (\(CompanyID.house), \(host), clock_timestamp() + make_interval(secs => \(gap)))
                    ON CONFLICT (company_id, host) DO UPDATE
                        SET next_at = greatest(t.next_at, clock_timestamp()) + make_interval(secs => \(gap))
                        WHERE t.next_at <= clock_timestamp() + make_interval(secs => \(patience))
                    RETURNING greatest(0, extract(epoch FROM next_at - clock_timestamp()) - \(gap))::double precision
                    """))
            if let turn = taken.first { return .ours(seconds: turn.value) }
            // The row is locked although it was left as it is, so that this is what was looked at.
            let left = try await transaction.fetch(
                Query<Single<Double>>(
                    """
                    SELECT extract(epoch FROM next_at - clock_timestamp())::double precision
                    FROM source_turns WHERE company_id = \(CompanyID.house) AND host = \(host)
                    """))
            return .late(seconds: max(patience, left.first?.value ?? 0))
        }
    }
}
