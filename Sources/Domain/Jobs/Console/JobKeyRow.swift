import Companies
import Foundation
import Postgres

/// One job that an action is about, or the place where the search ended.
struct JobKeyRow: RowDecodable {
    let isEnd: Bool
    let company: CompanyID
    let cursor: RowCursor

    init(row: inout RowReader) throws {
        isEnd = try row.next()
        company = try row.next()
        let job: UUID = try row.next()
        cursor = RowCursor(moment: try row.next(), id: job)
    }
}
