import Postgres

/// Where jobs stand, whichever table has the row.
enum JobPlaceColumns {
    static let list: SQL = "p.place, p.since, p.attempts, p.reason, p.is_stopping"

    /// - Parameter table: what has `company_id` and `job_id`.
    static func join(_ table: SQL) -> SQL {
        """
        LEFT JOIN LATERAL (
            SELECT 'ready' AS place, r.ready_at AS since, r.attempts, NULL AS reason, false AS is_stopping FROM ready_jobs r
            WHERE r.company_id = \(table).company_id AND r.job_id = \(table).job_id
            UNION ALL
            SELECT 'waiting', w.due_at, w.attempts, w.reason, false FROM waiting_jobs w
            WHERE w.company_id = \(table).company_id AND w.job_id = \(table).job_id
            UNION ALL
            SELECT 'running', l.claimed_at, l.attempt, NULL, l.cancel_requested FROM job_leases l
            WHERE l.company_id = \(table).company_id AND l.job_id = \(table).job_id
            UNION ALL
            SELECT o.state, o.finished_at, o.attempts, NULL, false FROM job_outcomes o
            WHERE o.company_id = \(table).company_id AND o.job_id = \(table).job_id
            LIMIT 1) p ON true
        """
    }
}
