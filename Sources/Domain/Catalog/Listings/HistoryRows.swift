import Companies
package import Foundation
package import Postgres

/// What a listing cost on a day.
package struct PricePoint: Sendable, RowDecodable {
    package let listing: UUID
    package let day: CalendarDay
    package let minorUnits: Int64
    package let currency: String
    /// The run that stated it.
    package let run: UUID

    package init(row: inout RowReader) throws {
        listing = try row.next()
        day = try row.next()
        minorUnits = try row.next()
        currency = try row.next()
        run = try row.next()
    }

    /// The most points a page draws.
    package static let most = 20_000

    /// Prices of a product's listings, oldest first within each listing.
    package static func of(product: UUID) -> Query<PricePoint> {
        Query(
            """
            SELECT h.listing_id, h.observed_on, h.price_minor, h.currency, h.run_id
            FROM listings l JOIN price_history h ON h.company_id = l.company_id AND h.listing_id = l.listing_id
            WHERE l.product_company_id = \(SQL.ownOrHouse) AND l.product_id = \(product)
            ORDER BY h.listing_id, h.observed_on LIMIT \(literal: most)
            """)
    }

    /// Prices of one listing, oldest first.
    package static func of(listing: UUID) -> Query<PricePoint> {
        Query(
            """
            SELECT listing_id, observed_on, price_minor, currency, run_id FROM price_history
            WHERE listing_id = \(listing) ORDER BY observed_on LIMIT \(literal: most)
            """)
    }
}

/// What a listing had in stock at the end of a day.
package struct StockPoint: Sendable, RowDecodable {
    package let listing: UUID
    package let day: CalendarDay
    package let units: Int
    /// The run that stated it.
    package let run: UUID

    package init(row: inout RowReader) throws {
        listing = try row.next()
        day = try row.next()
        units = try row.next()
        run = try row.next()
    }

    /// Stock of a product's listings, oldest first within each listing.
    package static func of(product: UUID) -> Query<StockPoint> {
        Query(
            """
            SELECT DISTINCT ON (h.listing_id, day) h.listing_id, (h.observed_at AT TIME ZONE 'UTC')::date AS day,
                h.stock_units, h.run_id
            FROM listings l JOIN inventory_history h ON h.company_id = l.company_id AND h.listing_id = l.listing_id
            WHERE l.product_company_id = \(SQL.ownOrHouse) AND l.product_id = \(product) AND h.stock_units IS NOT NULL
            ORDER BY h.listing_id, day, h.observed_at DESC LIMIT \(literal: PricePoint.most)
            """)
    }

    /// Stock of one listing, oldest first.
    package static func of(listing: UUID) -> Query<StockPoint> {
        Query(
            """
            SELECT DISTINCT ON (day) listing_id, (observed_at AT TIME ZONE 'UTC')::date AS day, stock_units,
                run_id
            FROM inventory_history WHERE listing_id = \(listing) AND stock_units IS NOT NULL
            ORDER BY day, observed_at DESC LIMIT \(literal: PricePoint.most)
            """)
    }
}

/// The raw record a listing was last read from.
package struct RawEvidence: Sendable, RowDecodable {
    package let run: UUID
    package let line: Int
    package let fileName: String
    package let importedAt: Date
    package let payload: [UInt8]?

    package init(row: inout RowReader) throws {
        run = try row.next()
        line = try row.next()
        fileName = try row.next()
        importedAt = try row.next()
        let blob: Blob? = try row.nextOptional()
        payload = blob?.bytes
    }

    /// The raw record of one of the listing's prices or stock counts, corrected ones too; nothing for any other record.
    package static func of(listing: UUID, record: RawRecordKey) -> Query<RawEvidence> {
        let said: SQL = "listing_id = \(listing) AND run_id = \(record.run) AND line = \(record.line)"
        return Query(
            """
            SELECT r.run_id, l.line, r.file_name, r.finished_at, \(RawPayloadQueries.of("l"))
            FROM (
                SELECT company_id, run_id, line FROM price_history WHERE \(said)
                UNION SELECT company_id, run_id, line FROM price_revisions WHERE \(said)
                UNION SELECT company_id, run_id, line FROM inventory_history WHERE \(said)
                UNION SELECT company_id, run_id, line FROM inventory_revisions WHERE \(said)
            ) AS l JOIN scrape_runs r ON r.company_id = l.company_id AND r.run_id = l.run_id
            """)
    }

    package static func of(listing: UUID) -> Query<RawEvidence> {
        Query(
            """
            SELECT r.run_id, l.line, r.file_name, r.finished_at, \(RawPayloadQueries.of("l"))
            FROM listings l JOIN scrape_runs r ON r.company_id = l.company_id AND r.run_id = l.run_id
            WHERE l.listing_id = \(listing)
            """)
    }
}
