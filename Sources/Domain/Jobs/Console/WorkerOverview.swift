package import Foundation
package import Postgres

/// A process that runs jobs. For operators: it serves all companies.
package struct WorkerOverview: Sendable, Hashable, RowDecodable {
    package let id: UUID
    package let name: String
    package let queues: [String]
    package let slots: Int
    package let running: Int
    package let startedAt: Date
    package let leaseUntil: Date
    package let isStopping: Bool

    package init(row: inout RowReader) throws {
        id = try row.next()
        name = try row.next()
        queues = try row.next()
        slots = try row.next()
        running = try row.next()
        startedAt = try row.next()
        leaseUntil = try row.next()
        isStopping = try row.next()
    }

    /// By name. Only the worker role may read it.
    package static let all = Query<WorkerOverview>(
        """
        SELECT w.worker_id, w.name, w.queues, w.slots,
            (SELECT count(*) FROM job_leases l WHERE l.worker_id = w.worker_id), w.started_at, w.lease_until, w.is_stopping
        FROM job_workers w ORDER BY w.name, w.worker_id LIMIT 200
        """)
}
