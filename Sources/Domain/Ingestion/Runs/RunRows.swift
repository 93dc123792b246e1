import Catalog
import Foundation
package import Postgres

/// A run that already read the same bytes.
struct KnownRun: RowDecodable {
    let run: UUID
    let source: SourceID
    let state: RunState
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
        guard let state = RunState(rawValue: state) else {
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

extension RowReject: RowDecodable {
    package init(row: inout RowReader) throws {
        let line: Int = try row.next()
        let column: String? = try row.nextOptional()
        let reason: String = try row.next()
        let raw: Blob? = try row.nextOptional()
        self.init(line: line, column: column, reason: reason, raw: raw?.bytes ?? [])
    }
}
