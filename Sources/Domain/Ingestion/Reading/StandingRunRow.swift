import Connectors
import Foundation
import Postgres

/// A run as it stands: where its next page begins.
struct StandingRunRow: RowDecodable {
    let id: UUID
    /// Pages that are finished.
    let pages: Int
    /// The last page is finished; only the end is left to be made.
    let isRead: Bool
    let cursor: SourceCursor?
    /// What it is about; nil for everything.
    let category: String?
    let mostRecords: Int?
    let since: Date?
    let records: Int
    let rejects: Int
    let startedAt: Date
    let updatedAt: Date
    /// The number of the next raw record.
    let nextRecord: Int

    init(row: inout RowReader) throws {
        id = try row.next()
        pages = try row.next()
        isRead = try row.next()
        let cursor: String? = try row.nextOptional()
        self.cursor = cursor.flatMap { try? JSONDecoder().decode(SourceCursor.self, from: Data($0.utf8)) }
        category = try row.nextOptional()
        mostRecords = try row.nextOptional()
        since = try row.nextOptional()
        records = try row.next()
        rejects = try row.next()
        startedAt = try row.next()
        updatedAt = try row.next()
        nextRecord = try row.next()
    }

    var limits: RunLimits { RunLimits(records: mostRecords, category: category) }
}
