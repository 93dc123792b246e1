import Companies
package import Foundation
package import Postgres

/// One source's entry for a product, with how it was recognised.
package struct Listing: Sendable, RowDecodable {
    package let id: UUID
    package let sourceSlug: String
    package let sourceTitle: String
    package let shop: String
    package let itemKey: String
    package let name: String
    package let brand: String?
    package let category: CategoryCode?
    package let country: String?
    package let volume: Int?
    package let packUnits: Int?
    package let strengthBasisPoints: Int?
    package let vintage: Int?
    package let gtin: String?
    package let price: Money?
    package let priceKind: String
    package let stockUnits: Int?
    package let storeCount: Int?
    package let url: String?
    package let firstSeen: CalendarDay
    package let lastSeen: CalendarDay
    package let run: UUID
    package let line: Int
    package let rule: String?
    package let confidence: Double?
    package let features: [String]
    package let decidedAt: Date?

    package init(row: inout RowReader) throws {
        id = try row.next()
        sourceSlug = try row.next()
        sourceTitle = try row.next()
        shop = try row.next()
        itemKey = try row.next()
        name = try row.next()
        brand = try row.nextOptional()
        let category: String? = try row.nextOptional()
        self.category = category.flatMap(CategoryCode.init(rawValue:))
        country = try row.nextOptional()
        volume = try row.nextOptional()
        packUnits = try row.nextOptional()
        strengthBasisPoints = try row.nextOptional()
        vintage = try row.nextOptional()
        gtin = try row.nextOptional()
        let minor: Int64? = try row.nextOptional()
        let currency: String? = try row.nextOptional()
        price = currency.flatMap(Currency.init(code:)).flatMap { currency in
            minor.map { Money(minorUnits: $0, currency: currency) }
        }
        priceKind = try row.next()
        stockUnits = try row.nextOptional()
        storeCount = try row.nextOptional()
        url = try row.nextOptional()
        firstSeen = try row.next()
        lastSeen = try row.next()
        run = try row.next()
        line = try row.next()
        rule = try row.nextOptional()
        confidence = try row.nextOptional()
        features = try row.next()
        decidedAt = try row.nextOptional()
    }

    private static let columns: SQL = """
        l.listing_id, s.slug, s.title, l.shop, l.item_key, l.name, coalesce(l.brand, l.producer), l.category, l.country,
            l.volume_ml, l.pack_units, l.strength_bp, l.vintage, l.gtin, l.price_minor, l.currency, l.price_kind,
            l.stock_units, l.store_count, l.url, l.first_seen, l.last_seen, l.run_id, l.line, d.rule, d.confidence,
            coalesce(d.features, '{}'), d.decided_at
        FROM listings l
        JOIN sources s ON s.company_id = l.company_id AND s.source_id = l.source_id
        LEFT JOIN LATERAL (
            SELECT m.rule, m.confidence, m.features, m.decided_at FROM match_decisions m
            WHERE m.company_id = l.company_id AND m.listing_id = l.listing_id AND m.undone_at IS NULL
            ORDER BY m.number DESC LIMIT 1) AS d ON true
        """

    /// The most listings a page shows.
    package static let most = 200

    /// The listings of a product, newest list first.
    package static func of(product: UUID) -> Query<Listing> {
        Query(
            """
            SELECT \(columns) WHERE l.product_company_id = \(SQL.ownOrHouse) AND l.product_id = \(product)
            ORDER BY l.last_seen DESC, s.title, l.name LIMIT \(literal: most)
            """)
    }

    /// One listing of a product.
    package static func find(_ id: UUID, product: UUID) -> Query<Listing> {
        Query("SELECT \(columns) WHERE l.listing_id = \(id) AND l.product_id = \(product)")
    }
}
