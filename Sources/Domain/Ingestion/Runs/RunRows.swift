import Catalog
import Foundation
package import Postgres

/// A run that already read the same bytes.
struct KnownRun: RowDecodable {
    let run: UUID
    let source: SourceID
    let state: ImportReport.State
    let holdReason: String?
    let rowsRead: Int
    let rowsGood: Int
    let rowsRejected: Int
    let items: Int
    let listedOn: CalendarDay?

    init(row: inout RowReader) throws {
        run = try row.next()
        source = SourceID(rawValue: try row.next())
        let state: String = try row.next()
        guard let state = ImportReport.State(rawValue: state) else {
            throw RowProblem(column: "state", reason: "is unknown")
        }
        self.state = state
        holdReason = try row.nextOptional()
        rowsRead = try row.next()
        rowsGood = try row.next()
        rowsRejected = try row.next()
        items = try row.next()
        listedOn = try row.nextOptional()
    }
}

/// One rejected row of a report.
package struct RejectLine: RowDecodable {
    package let line: Int
    package let column: String?
    package let reason: String

    package init(row: inout RowReader) throws {
        line = try row.next()
        column = try row.nextOptional()
        reason = try row.next()
    }
}
