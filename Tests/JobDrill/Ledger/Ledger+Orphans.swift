import Companies
import Foundation
import Postgres

extension Ledger {
    private struct OrphanRow: RowDecodable {
        let process: String
        let claimedAgain: Double

        init(row: inout RowReader) throws {
            process = try row.next()
            claimedAgain = try row.next()
        }
    }

    /// Seconds from the death of a process to the moment each job it had left behind was at work again.
    func orphanDelays(_ deaths: [Death]) async throws -> [Double] {
        let rows = try await database.asWorker(
            Query<OrphanRow>(
                """
                SELECT w.process, extract(epoch FROM c.happened_at)::double precision
                FROM job_events e JOIN drill_workers w USING (worker_id) CROSS JOIN LATERAL (
                    SELECT c.happened_at FROM job_events c
                    WHERE c.company_id = e.company_id AND c.job_id = e.job_id AND c.event = 'claimed'
                        AND c.happened_at > e.happened_at ORDER BY c.happened_at LIMIT 1) AS c
                WHERE e.event = 'rescued'
                """))
        let ends = Dictionary(deaths.map { ($0.process, $0.at.timeIntervalSince1970) }) { first, _ in first }
        return rows.compactMap { row in ends[row.process].map { row.claimedAgain - $0 } }
    }

    /// Executions that no failed, snoozed, handed back or replayed attempt explains.
    func extraExecutions() async throws -> Int {
        try await count(
            """
            SELECT coalesce(sum(greatest(0, b.times - 1 - coalesce(e.times, 0))), 0)::bigint
            FROM (SELECT job_id, count(*) AS times FROM drill_notes WHERE what = 'began' GROUP BY job_id) AS b
            LEFT JOIN (
                SELECT job_id, count(*) AS times FROM job_events
                WHERE event IN ('failed', 'snoozed', 'released', 'replayed') GROUP BY job_id) AS e USING (job_id)
            """)
    }

    func events(_ word: String) async throws -> Int {
        try await count("SELECT count(*) FROM job_events WHERE event = \(word)")
    }

    func notes(_ word: String) async throws -> Int {
        try await count("SELECT count(*) FROM drill_notes WHERE what = \(word)")
    }
}
