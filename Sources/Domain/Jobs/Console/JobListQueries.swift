import Companies
import Foundation
package import Postgres

/// Lists of jobs. Each statement answers in milliseconds with a million jobs, for one company and for all. What was found
/// and where the search ended come from one snapshot, so that going on skips nothing that moved meanwhile.
package enum JobListQueries {
    /// A page of a list, to be made a `JobListPage`.
    package static func page(
        _ filter: JobFilter, of scope: JobScope, after: RowCursor?, limit: Int
    ) -> Query<JobListEntry> {
        let search = JobSearch(scope: scope, filter: filter, after: after)
        return Query(
            """
            \(search.with(limit: limit + 1))
            SELECT false AS is_end, f.company_id, coalesce(c.slug, '') AS slug, f.job_id, f.kind, f.queue, f.created_at,
                f.most_attempts, f.moment, \(JobPlaceColumns.list)
            FROM found f LEFT JOIN companies c ON c.company_id = f.company_id
            \(JobPlaceColumns.join("f"))
            UNION ALL (
                SELECT true, s.company_id, '', s.job_id, '', '', s.moment, 0, s.moment, NULL, NULL, NULL, NULL, NULL
                FROM seen s WHERE \(search.isCut) ORDER BY \(search.reverseOrder) LIMIT 1)
            ORDER BY is_end, \(search.order)
            """)
    }

    /// Who the next jobs are that an action on all of a list is about, and where the search ended.
    static func keys(
        _ filter: JobFilter, of scope: JobScope, after: RowCursor?, limit: Int
    ) -> Query<JobKeyRow> {
        let search = JobSearch(scope: scope, filter: filter, after: after)
        return Query(
            """
            \(search.with(limit: limit))
            SELECT false AS is_end, company_id, job_id, moment FROM found
            UNION ALL (
                SELECT true, company_id, job_id, moment FROM seen WHERE \(search.isCut)
                ORDER BY \(search.reverseOrder) LIMIT 1)
            ORDER BY is_end, \(search.order)
            """)
    }

    /// How many jobs a list has, up to a number; and whether there may be more of them, because enough were looked at.
    package static func count(_ filter: JobFilter, of scope: JobScope, most: Int) -> Query<Pair<Int, Bool>> {
        let search = JobSearch(scope: scope, filter: filter, after: nil)
        return Query(
            """
            \(search.with(limit: most + 1, looks: most + 1))
            SELECT count(*), (SELECT count(*) FROM seen) > \(literal: most) FROM found
            """)
    }
}
