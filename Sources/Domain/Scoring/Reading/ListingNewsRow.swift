package import Catalog
package import Foundation
package import Postgres

/// Something that happened to a listing.
package struct ListingEvent: Sendable, RowDecodable {
    package let product: UUID
    package let listing: UUID
    package let name: String
    package let source: String
    package let day: CalendarDay
    package let price: Money?
    /// The price before, for a cut.
    package let before: Money?

    package init(row: inout RowReader) throws {
        product = try row.next()
        listing = try row.next()
        name = try row.next()
        source = try row.next()
        day = try row.next()
        let minor: Int64? = try row.nextOptional()
        let before: Int64? = try row.nextOptional()
        let code: String? = try row.nextOptional()
        let currency = code.flatMap(Currency.init(code:))
        price = currency.flatMap { currency in minor.map { Money(minorUnits: $0, currency: currency) } }
        self.before = currency.flatMap { currency in before.map { Money(minorUnits: $0, currency: currency) } }
    }

    /// The deepest price cuts of the last four weeks.
    package static func priceCuts(_ count: Int) -> Query<ListingEvent> {
        Query(
            """
            SELECT t.product_id, l.listing_id, t.product_name, s.title, l.last_seen, t.best_price_minor,
                t.price_before_minor, t.best_currency
            FROM trend_scores t
            JOIN listings l ON l.company_id = t.company_id AND l.listing_id = t.best_listing_id
            JOIN sources s ON s.company_id = l.company_id AND s.source_id = l.source_id
            WHERE t.price_change < 0 ORDER BY t.price_change LIMIT \(literal: count)
            """)
    }

    /// Listings that joined a source's list after its first one. Each source gives its newest by index, so that a first
    /// import of many thousand items costs nothing here.
    package static func newListings(_ count: Int) -> Query<ListingEvent> {
        Query(
            """
            SELECT n.product_id, n.listing_id, n.name, s.title, n.first_seen, n.price_minor, NULL::bigint, n.currency
            FROM sources s CROSS JOIN LATERAL (
                SELECT l.product_id, l.listing_id, l.name, l.first_seen, l.price_minor, l.currency FROM listings l
                WHERE l.company_id = s.company_id AND l.source_id = s.source_id AND l.first_seen > s.first_listed_on
                    AND l.product_id IS NOT NULL
                ORDER BY l.first_seen DESC LIMIT \(literal: count)) AS n
            ORDER BY n.first_seen DESC, n.name LIMIT \(literal: count)
            """)
    }

    /// Most listings without stock that a scoring run notes.
    static let notedOutOfStock = 20

    /// Listings without stock on their newest list: the newest at the last scoring, at most `notedOutOfStock`, that still
    /// have none.
    package static func outOfStock(_ count: Int) -> Query<ListingEvent> {
        Query(
            """
            SELECT l.product_id, l.listing_id, l.name, s.title, l.last_seen, l.price_minor, NULL::bigint, l.currency
            FROM company_summaries c CROSS JOIN LATERAL unnest(c.newest_out_of_stock) AS n (listing_id)
            JOIN listings l ON l.listing_id = n.listing_id
            JOIN sources s ON s.company_id = l.company_id AND s.source_id = l.source_id
            WHERE l.stock_units = 0 AND l.product_id IS NOT NULL ORDER BY l.last_seen DESC, l.listing_id LIMIT \(literal: count)
            """)
    }
}
