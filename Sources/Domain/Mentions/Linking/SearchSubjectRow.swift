import Companies
import Foundation
import Postgres

/// What a source was asked how much people search for it, in a market.
struct SearchSubjectRow: RowDecodable {
    let owner: CompanyID
    let source: UUID
    let market: String
    let subject: String

    init(row: inout RowReader) throws {
        owner = try row.next()
        source = try row.next()
        market = try row.next()
        subject = try row.next()
    }
}
