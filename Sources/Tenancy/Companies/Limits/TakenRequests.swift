package import Postgres

/// Requests that a process took from a bucket, to let that many through by itself.
package struct TakenRequests: Sendable, RowDecodable {
    package let granted: Int
    /// What is left in the bucket for all processes.
    package let remaining: Int
    /// Until the window ends, in seconds, 0–60.
    package let resetSeconds: Double

    package init(granted: Int, remaining: Int, resetSeconds: Double) {
        self.granted = granted
        self.remaining = remaining
        self.resetSeconds = resetSeconds
    }

    package init(row: inout RowReader) throws {
        granted = try row.next()
        remaining = try row.next()
        resetSeconds = try row.next()
    }
}
