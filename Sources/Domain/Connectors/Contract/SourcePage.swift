package import Outbound

/// A page of records as it came, what was read from it, and where to go on.
package struct SourcePage<Record: Sendable>: Sendable {
    /// The answer the records were read from, for bronze; nil where nothing new was answered.
    package let visit: Visit
    package let records: [Record]
    /// Records that are there and cannot be read, with the reason; they are kept as they came.
    package let rejects: [RecordReject]
    /// Where the next page begins, in this run or the next.
    package let cursor: SourceCursor
    /// Nothing comes after it in this run.
    package let isLast: Bool

    package init(
        visit: Visit, records: [Record], rejects: [RecordReject] = [], cursor: SourceCursor, isLast: Bool
    ) {
        self.visit = visit
        self.records = records
        self.rejects = rejects
        self.cursor = cursor
        self.isLast = isLast
    }
}
