import Companies
import Foundation
import Postgres

/// An open pair that a judge called the same, with all that deciding needs.
struct DecidableReviewRow: RowDecodable {
    let review: UUID
    let owner: CompanyID
    let product: UUID
    let confidence: Double
    let reasons: [String]
    let listing: UndecidedListingRow

    init(row: inout RowReader) throws {
        review = try row.next()
        owner = try row.next()
        product = try row.next()
        confidence = try row.next()
        let reasons: String = try row.next()
        self.reasons = reasons.split(separator: "\n").map(String.init)
        listing = try UndecidedListingRow(row: &row)
    }
}
