package import Foundation
package import Postgres

/// One queue at a glance.
package struct QueueOverview: Sendable, Hashable, RowDecodable {
    package let name: String
    /// Counted up to `JobCounts.most`.
    package let ready: Int
    /// Since when the job that is first in turn has been ready.
    package let oldestReady: Date?
    package let running: Int
    /// Counted among the first `mostWaiting` of all waiting jobs.
    package let waiting: Int

    /// Waiting jobs looked at: their queue is known only from the job.
    package static let mostWaiting = 500

    package init(row: inout RowReader) throws {
        name = try row.next()
        ready = try row.next()
        oldestReady = try row.nextOptional()
        running = try row.next()
        waiting = try row.next()
    }

    /// Queues that have something to do, were used by the newest jobs or are scheduled for, by name.
    package static func all(of scope: JobScope) -> Query<QueueOverview> {
        Query(
            """
            WITH RECURSIVE \(readyNames(scope)), waits AS MATERIALIZED (
                SELECT j.queue FROM (SELECT w.company_id, w.job_id FROM waiting_jobs w WHERE \(scope.holds("w"))
                    ORDER BY w.due_at LIMIT \(literal: mostWaiting)) w
                CROSS JOIN LATERAL (SELECT j.queue FROM jobs j WHERE j.company_id = w.company_id AND j.job_id = w.job_id
                    LIMIT 1) j
            ), names AS MATERIALIZED (
                SELECT queue FROM ready_names WHERE queue IS NOT NULL
                UNION SELECT l.queue FROM job_leases l WHERE \(scope.holds("l"))
                UNION SELECT queue FROM waits
                UNION SELECT s.queue FROM job_schedules s WHERE \(scope.holds("s"))
                UNION SELECT queue FROM (SELECT j.queue FROM jobs j WHERE \(scope.holds("j"))
                    ORDER BY j.created_at DESC, j.job_id LIMIT 300) x
                LIMIT 100
            )
            SELECT n.queue,
                (SELECT count(*) FROM (SELECT FROM ready_jobs r WHERE r.queue = n.queue AND \(scope.holds("r"))
                    LIMIT \(literal: JobCounts.most + 1)) x),
                (SELECT min(x.ready_at) FROM companies c CROSS JOIN LATERAL (SELECT r.ready_at FROM ready_jobs r
                    WHERE r.queue = n.queue AND r.company_id = c.company_id
                    ORDER BY r.turn_at, r.job_id LIMIT 1) x WHERE \(scope.holds("c"))),
                (SELECT count(*) FROM job_leases l WHERE l.queue = n.queue AND \(scope.holds("l"))),
                (SELECT count(*) FROM waits w WHERE w.queue = n.queue)
            FROM names n ORDER BY n.queue
            """)
    }

    /// Queues with ready jobs. Of one company those of the jobs that have stood longest: the others are seen by what the newest
    /// jobs are in. Of all companies each, by stepping from one to the next in the index of claims.
    private static func readyNames(_ scope: JobScope) -> SQL {
        switch scope {
        case .company:
            """
            ready_names AS MATERIALIZED (
                SELECT r.queue FROM ready_jobs r WHERE \(scope.holds("r")) ORDER BY r.turn_at, r.job_id LIMIT 500)
            """
        case .everywhere:
            """
            ready_names AS (
                (SELECT r.queue FROM ready_jobs r ORDER BY r.queue LIMIT 1)
                UNION ALL
                SELECT (SELECT r.queue FROM ready_jobs r WHERE r.queue > n.queue ORDER BY r.queue LIMIT 1)
                FROM ready_names n WHERE n.queue IS NOT NULL)
            """
        }
    }
}
