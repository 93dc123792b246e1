package import Companies
package import Foundation
package import Postgres

/// Jobs that were given up and wait for a person.
package enum DeadJobs {
    /// How many of each kind were given up since a moment, the most first.
    package static func byKind(of company: CompanyID, since moment: Date) -> Query<Pair<String, Int>> {
        Query(
            """
            SELECT j.kind, count(*) FROM (SELECT o.job_id FROM job_outcomes o WHERE o.company_id = \(company)
                AND o.state = 'dead' AND o.finished_at > \(moment) ORDER BY o.finished_at DESC LIMIT 10000) AS o
            JOIN jobs j ON j.company_id = \(company) AND j.job_id = o.job_id
            GROUP BY j.kind ORDER BY count(*) DESC, j.kind LIMIT 20
            """)
    }
}
