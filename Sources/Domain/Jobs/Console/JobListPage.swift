package import Postgres

/// One page of a list and where the next begins.
package struct JobListPage: Sendable, Hashable {
    package let rows: [JobListRow]
    /// `nil` on the last page.
    package let next: RowCursor?
    /// It ends because enough jobs were looked at; there may be more, even when it has no rows.
    package let isCut: Bool

    package static let empty = JobListPage([], limit: 1)

    /// - Parameters:
    ///   - entries: what `JobListQueries.page` answered for the same limit.
    ///   - limit: rows of a page.
    package init(_ entries: [JobListEntry], limit: Int) {
        let found = entries.filter { !$0.isEnd }.map(\.row)
        let end = entries.first(where: \.isEnd)?.row.cursor
        rows = Array(found.prefix(limit))
        if found.count > limit {
            next = rows.last?.cursor
            isCut = false
        } else {
            next = end
            isCut = end != nil
        }
    }
}

/// A line of a list, or the place where the search ended.
package struct JobListEntry: Sendable, RowDecodable {
    let isEnd: Bool
    let row: JobListRow

    package init(row: inout RowReader) throws {
        isEnd = try row.next()
        self.row = try JobListRow(row: &row)
    }
}
