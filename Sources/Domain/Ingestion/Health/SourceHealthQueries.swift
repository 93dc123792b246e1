package import Companies
package import Foundation
package import Postgres

/// How reading a company's connections has gone lately, for whoever watches over it.
package enum SourceHealthQueries {
    /// Runs of a connection that are looked at.
    private static let most = 200
    /// Whole runs that are compared with, and how few say nothing.
    private static let mostCompared = 8
    private static let leastCompared = 3

    /// Connections that are read: neither revoked, paused nor switched off. What somebody stopped is no fault.
    package static func all(of company: CompanyID, at moment: Date) -> Query<SourceHealthRow> {
        let good: SQL = "(n.state IN ('applied', 'held') OR n.state = 'partial' AND n.cause = 'limited')"
        let bad: SQL = "(n.state IN ('failed', 'partial') AND coalesce(n.cause, '') NOT IN ('limited', 'stopped'))"
        return Query(
            """
            SELECT c.connection_id, c.name, c.health, c.health_note, c.every_minutes, c.created_at, l.finished_at,
                coalesce(r.failures, 0), r.last_problem, coalesce(r.ended, 0), coalesce(r.good, 0), h.held, h.reason, v.newest, v.usual
            FROM connections c
            LEFT JOIN LATERAL (
                SELECT count(*) FILTER (WHERE \(bad) AND n.started_at > coalesce(g.at, '-infinity')) AS failures,
                    (array_agg(coalesce(n.failure, n.hold_reason) ORDER BY n.started_at DESC)
                        FILTER (WHERE \(bad) AND n.started_at > coalesce(g.at, '-infinity')))[1] AS last_problem,
                    count(*) FILTER (WHERE n.started_at > \(moment - 7 * 86_400) AND (\(good) OR \(bad))) AS ended,
                    count(*) FILTER (WHERE n.started_at > \(moment - 7 * 86_400) AND \(good)) AS good
                FROM (SELECT * FROM scrape_runs x WHERE x.company_id = c.company_id AND x.connection_id = c.connection_id
                    AND x.state NOT IN ('running', 'discarded') ORDER BY x.started_at DESC LIMIT \(literal: most)) AS n
                LEFT JOIN (SELECT n.started_at AS at FROM scrape_runs n WHERE n.company_id = c.company_id
                    AND n.connection_id = c.connection_id AND \(good) ORDER BY n.started_at DESC LIMIT 1) AS g ON true
            ) AS r ON true
            LEFT JOIN LATERAL (SELECT n.finished_at FROM scrape_runs n WHERE n.company_id = c.company_id
                AND n.connection_id = c.connection_id AND n.state IN ('applied', 'partial')
                ORDER BY n.started_at DESC LIMIT 1) AS l ON true
            CROSS JOIN LATERAL (
                SELECT count(*) AS held, (array_agg(x.hold_reason ORDER BY x.started_at DESC))[1] AS reason
                FROM scrape_runs x WHERE x.company_id = c.company_id AND x.connection_id = c.connection_id AND x.state = 'held'
            ) AS h
            LEFT JOIN LATERAL (
                SELECT max(w.items) FILTER (WHERE w.place = 1) AS newest,
                    CASE WHEN count(*) FILTER (WHERE w.place > 1 AND w.state = 'applied') >= \(literal: leastCompared)
                        THEN avg(w.items) FILTER (WHERE w.place > 1 AND w.state = 'applied') END::double precision AS usual
                FROM (SELECT x.items, x.state, row_number() OVER (ORDER BY x.started_at DESC) AS place
                    FROM scrape_runs x WHERE x.company_id = c.company_id AND x.connection_id = c.connection_id
                        AND x.is_complete AND x.state IN ('applied', 'held')
                    ORDER BY x.started_at DESC LIMIT \(literal: mostCompared + 1)) AS w
            ) AS v ON true
            WHERE c.company_id = \(company) AND c.revoked_at IS NULL AND c.paused_at IS NULL
                AND NOT EXISTS (SELECT FROM source_stops s WHERE s.source = c.source
                    AND s.company_id IN (c.company_id, \(CompanyID.house)))
            ORDER BY c.created_at, c.connection_id
            """)
    }

    /// Since when the oldest cycle has been under way that has not ended; nothing when all have.
    package static func unfinishedCycle(of company: CompanyID, at moment: Date) -> Query<SingleOptional<Date>> {
        Query(
            """
            SELECT min(c.started_at) FROM cycles c
            WHERE c.company_id = \(company) AND c.started_at > \(moment - 7 * 86_400) AND EXISTS (
                SELECT FROM cycle_steps s WHERE s.company_id = c.company_id AND s.cycle_id = c.cycle_id
                    AND EXISTS (SELECT FROM jobs j WHERE j.company_id = s.company_id AND j.job_id = s.job_id)
                    AND NOT EXISTS (SELECT FROM job_outcomes o WHERE o.company_id = s.company_id AND o.job_id = s.job_id))
            """)
    }
}
