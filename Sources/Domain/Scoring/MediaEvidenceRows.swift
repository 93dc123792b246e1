import Catalog
import Companies
import Foundation
import Postgres

/// A source of articles, posts or counted searches with the days on which it was read.
struct MediaSourceDays: RowDecodable {
    let owner: CompanyID
    let source: UUID
    let readsSearches: Bool
    let days: [CalendarDay]

    init(row: inout RowReader) throws {
        owner = try row.next()
        source = try row.next()
        readsSearches = try row.next()
        days = try row.next()
    }
}

/// A mention of a product, in product order.
struct MentionRow: RowDecodable {
    let key: ProductKey
    let day: CalendarDay
    let source: UUID
    let kind: String
    let prominence: Double
    let sentiment: Double?

    init(row: inout RowReader) throws {
        key = ProductKey(owner: try row.next(), product: try row.next())
        day = try row.next()
        source = try row.next()
        kind = try row.next()
        prominence = try row.next()
        sentiment = try row.nextOptional()
    }
}

/// A point of a series that speaks for a product, in order of product, series and day.
struct SearchPointRow: RowDecodable {
    let key: ProductKey
    let why: String
    let source: UUID
    let market: String
    let subject: String
    let scale: String
    let first: CalendarDay
    let last: CalendarDay
    let value: Double
    let isPartial: Bool

    init(row: inout RowReader) throws {
        key = ProductKey(owner: try row.next(), product: try row.next())
        why = try row.next()
        source = try row.next()
        market = try row.next()
        subject = try row.next()
        scale = try row.next()
        first = try row.next()
        last = try row.next()
        value = try row.next()
        isPartial = try row.next()
    }
}
