package import Foundation
package import Postgres

/// How many attempts ended one way in one minute.
package struct JobTally: Sendable, Hashable, RowDecodable {
    package let minute: Date
    /// completed, failed, cancelled, dead, snoozed or released.
    package let result: String
    package let jobs: Int

    package init(row: inout RowReader) throws {
        minute = try row.next()
        result = try row.next()
        jobs = try row.next()
    }

    /// The last hour, minute by minute.
    package static func lastHour(of scope: JobScope) -> Query<JobTally> {
        Query(
            """
            SELECT t.minute, t.result, sum(t.jobs)::bigint FROM job_tallies t
            WHERE \(scope.holds("t")) AND t.minute > date_trunc('minute', now()) - interval '1 hour'
            GROUP BY t.minute, t.result ORDER BY t.minute, t.result
            """)
    }

    /// Kinds of the newest and the newest dead jobs, for choosing one.
    package static func kinds(of scope: JobScope) -> Query<Single<String>> {
        Query(
            """
            SELECT kind FROM (SELECT j.kind FROM jobs j WHERE \(scope.holds("j"))
                ORDER BY j.created_at DESC, j.job_id LIMIT 300) x
            UNION SELECT j.kind FROM (SELECT o.company_id, o.job_id FROM job_outcomes o WHERE \(scope.holds("o"))
                AND o.state = 'dead' ORDER BY o.finished_at DESC, o.job_id LIMIT 300) o
            CROSS JOIN LATERAL (SELECT j.kind FROM jobs j WHERE j.company_id = o.company_id AND j.job_id = o.job_id
                LIMIT 1) j
            ORDER BY 1 LIMIT 200
            """)
    }
}
