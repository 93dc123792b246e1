package import Foundation
package import Postgres

/// A run of a connection, as people see it.
package struct RunRow: Sendable, RowDecodable {
    package let id: UUID
    package let connection: UUID
    package let connectionName: String
    package let source: String
    package let state: RunState
    package let cause: String?
    package let verdict: WatchVerdict?
    /// For a person: why it ended before its end, or is held.
    package let sentence: String?
    package let isComplete: Bool
    package let startedAt: Date
    package let finishedAt: Date?
    package let items: Int
    package let new: Int
    package let changed: Int
    package let pages: Int
    package let records: Int
    package let rejects: Int
    package let requests: Int
    package let retries: Int
    package let unchanged: Int
    /// Bytes as they were sent, and unpacked.
    package let packedBytes: Int
    package let bodyBytes: Int
    /// How long answers took together.
    package let waitedMilliseconds: Int
    package let attempts: Int
    package let signIns: Int
    /// Answers by status, as JSON.
    package let statuses: String
    package let updatedAt: Date

    package init(row: inout RowReader) throws {
        id = try row.next()
        connection = try row.next()
        connectionName = try row.next()
        source = try row.next()
        let word: String = try row.next()
        guard let state = RunState(rawValue: word) else { throw RowProblem(column: "state", reason: "is unknown") }
        self.state = state
        cause = try row.nextOptional()
        let verdict: String? = try row.nextOptional()
        self.verdict = verdict.flatMap(WatchVerdict.init(rawValue:))
        sentence = try row.nextOptional()
        isComplete = try row.next()
        startedAt = try row.next()
        finishedAt = try row.nextOptional()
        items = try row.next()
        new = try row.next()
        changed = try row.next()
        pages = try row.next()
        records = try row.next()
        rejects = try row.next()
        requests = try row.next()
        retries = try row.next()
        unchanged = try row.next()
        packedBytes = try row.next()
        bodyBytes = try row.next()
        waitedMilliseconds = try row.next()
        attempts = try row.next()
        signIns = try row.next()
        statuses = try row.next()
        updatedAt = try row.next()
    }
}
