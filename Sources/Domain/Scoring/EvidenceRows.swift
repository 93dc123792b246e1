import Catalog
import Companies
import Foundation
import Postgres

/// A source with the days of its lists.
struct SourceDays: RowDecodable {
    let id: UUID
    let slug: String
    let days: [CalendarDay]

    init(row: inout RowReader) throws {
        id = try row.next()
        slug = try row.next()
        days = try row.next()
    }
}

/// One listing of a product, in product order.
struct ListingRow: RowDecodable {
    let key: ProductKey
    let name: String
    let brand: String?
    let category: String?
    let volume: Int?
    let listing: UUID
    let source: UUID
    let firstSeen: CalendarDay
    let lastSeen: CalendarDay
    let priceKind: String
    let price: Int64?
    let currency: String?
    let stock: Int?

    init(row: inout RowReader) throws {
        key = ProductKey(owner: try row.next(), product: try row.next())
        name = try row.next()
        brand = try row.nextOptional()
        category = try row.nextOptional()
        volume = try row.nextOptional()
        listing = try row.next()
        source = try row.next()
        firstSeen = try row.next()
        lastSeen = try row.next()
        priceKind = try row.next()
        price = try row.nextOptional()
        currency = try row.nextOptional()
        stock = try row.nextOptional()
    }
}
