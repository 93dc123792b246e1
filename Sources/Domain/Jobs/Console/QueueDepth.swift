package import Companies
import Postgres

/// How many jobs of all companies could start and have not.
package enum QueueDepth {
    /// Counted up to 10,000.
    package static func read(_ database: CompanyDatabase) async throws -> Int {
        try await database.asWorker(
            Query<Single<Int>>("SELECT count(*) FROM (SELECT FROM ready_jobs LIMIT 10000) x")
        ).first?.value ?? 0
    }
}
