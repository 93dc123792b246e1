import Catalog
import Foundation
import Postgres

/// A pair and what was decided of it.
struct DecidedPairRow: RowDecodable {
    let review: UUID
    let isSame: Bool
    let listingID: UUID
    let listing: PairRecord
    let productID: UUID
    let product: PairRecord

    init(row: inout RowReader) throws {
        review = try row.next()
        isSame = try row.next()
        listingID = try row.next()
        listing = try Self.record(&row)
        productID = try row.next()
        product = try Self.record(&row)
    }

    private static func record(_ row: inout RowReader) throws -> PairRecord {
        let name: String = try row.next()
        let maker: String = try row.next()
        let country: String? = try row.nextOptional()
        let category: String? = try row.nextOptional()
        let facts = try ItemFacts(category: category, row: &row)
        var texts = PairRecord.texts(of: facts, country: country)
        texts[.name] = name
        texts[.brand] = maker
        return PairRecord(texts)
    }
}
