import Postgres

/// The queue in numbers.
struct JobFiguresRow: RowDecodable, Sendable {
    var ready = Double.nan
    var oldestReady = Double.nan
    var overdue = Double.nan
    var leased = Double.nan
    var dead = Double.nan
    var workers = Double.nan
    var lateSchedules = Double.nan

    static let unknown = JobFiguresRow()

    private init() {}

    init(row: inout RowReader) throws {
        ready = Double(try row.next() as Int)
        oldestReady = try row.next()
        overdue = Double(try row.next() as Int)
        leased = Double(try row.next() as Int)
        dead = Double(try row.next() as Int)
        workers = Double(try row.next() as Int)
        lateSchedules = Double(try row.next() as Int)
    }

    /// Each part reads an index, or at most 10 000 rows.
    static let query = Query<JobFiguresRow>(
        """
        SELECT (SELECT count(*) FROM (SELECT FROM ready_jobs LIMIT 10000) x),
            coalesce((SELECT extract(epoch FROM clock_timestamp() - min(x.ready_at)) FROM companies c
                CROSS JOIN (SELECT DISTINCT q.name FROM job_workers w, unnest(w.queues) AS q (name)) q
                CROSS JOIN LATERAL (SELECT r.ready_at FROM ready_jobs r
                    WHERE r.queue = q.name AND r.company_id = c.company_id
                    ORDER BY r.turn_at, r.job_id LIMIT 1) x), 0)::double precision,
            (SELECT count(*) FROM (SELECT FROM waiting_jobs WHERE due_at < clock_timestamp() - interval '10 seconds'
                LIMIT 10000) x),
            (SELECT count(*) FROM job_leases),
            (SELECT count(*) FROM (SELECT FROM job_outcomes WHERE state = 'dead' LIMIT 10000) x),
            (SELECT count(*) FROM job_workers WHERE lease_until > clock_timestamp()),
            (SELECT count(*) FROM job_schedules
                WHERE paused_at IS NULL AND next_slot < clock_timestamp() - interval '1 minute')
        """)
}
