import Catalog
import Companies
import Foundation
import Postgres

/// Reads what scores are made of, a batch of products at a time.
struct EvidenceQueries {
    let transaction: CompanyTransaction

    func newestDay() async throws -> CalendarDay? {
        try await transaction.fetch(
            Query<SingleOptional<CalendarDay>>("SELECT max(last_seen) FROM listings")
        ).first?.value
    }

    func productCount() async throws -> Int {
        try await transaction.fetch(
            Query<Single<Int>>(
                """
                SELECT count(DISTINCT product_id) FROM listings WHERE product_id IS NOT NULL
                """)
        ).first?.value ?? 0
    }

    func sources() async throws -> [SourceDays] {
        try await transaction.fetch(
            Query<SourceDays>(
                """
                SELECT s.source_id, s.slug, array(
                    SELECT DISTINCT r.listed_on FROM scrape_runs r
                    WHERE r.company_id = s.company_id AND r.source_id = s.source_id AND r.state = 'applied'
                        AND r.listed_on IS NOT NULL ORDER BY 1)
                FROM sources s ORDER BY s.slug
                """))
    }

    /// The next products in order of owner and id, with the evidence up to `asOf`.
    func products(after last: ProductKey?, sources: [SourceDays], asOf: CalendarDay) async throws -> [ScoredProduct] {
        let places = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($0.element.id, $0.offset) })
        let owner = last?.owner.rawValue ?? UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
        let product = last?.product ?? UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
        let rows = try await transaction.fetch(
            Query<ListingRow>(
                """
                WITH page AS (
                    SELECT p.company_id, p.product_id, p.name, b.name AS brand, p.category, p.volume_ml
                    FROM products p LEFT JOIN brands b ON b.company_id = p.company_id AND b.brand_id = p.brand_id
                    WHERE (p.company_id, p.product_id) > (\(owner), \(product)) AND EXISTS (
                        SELECT FROM listings l
                        WHERE l.product_company_id = p.company_id AND l.product_id = p.product_id)
                    ORDER BY p.company_id, p.product_id LIMIT \(ScoringRun.batchSize))
                SELECT page.company_id, page.product_id, page.name, page.brand, page.category, page.volume_ml,
                    l.listing_id, l.source_id, l.first_seen, l.last_seen, l.price_kind, l.price_minor, l.currency,
                    l.stock_units
                FROM page JOIN listings l ON l.product_company_id = page.company_id AND l.product_id = page.product_id
                ORDER BY page.company_id, page.product_id, l.listing_id
                """))
        var products: [ScoredProduct] = []
        for row in rows {
            if products.last?.key != row.key {
                products.append(
                    ScoredProduct(
                        key: row.key, name: row.name, brand: row.brand, category: row.category, volume: row.volume))
            }
            guard let source = places[row.source] else { continue }
            let price = row.currency.flatMap(Currency.init(code:)).flatMap { currency in
                row.price.map { Money(minorUnits: $0, currency: currency) }
            }
            products[products.count - 1].listings.append(
                ListingFacts(
                    id: row.listing, source: source, sourceSlug: sources[source].slug, firstSeen: row.firstSeen,
                    lastSeen: row.lastSeen, priceKind: row.priceKind, price: price, stock: row.stock))
        }
        try await addHistory(to: &products, asOf: asOf)
        return products
    }

    private func addHistory(to products: inout [ScoredProduct], asOf: CalendarDay) async throws {
        let ids = products.flatMap { $0.listings.map(\.id) }
        guard !ids.isEmpty else { return }
        let since = asOf.adding(days: -ScoringRun.evidenceDays)
        let (prices, stocks) = try await transaction.fetch(
            Query<PriceRow>(
                """
                SELECT listing_id, observed_on, price_minor, currency FROM price_history
                WHERE listing_id = ANY (\(ids)) AND observed_on BETWEEN \(since) AND \(asOf)
                ORDER BY listing_id, observed_on
                """),
            Query<StockRow>(
                """
                SELECT DISTINCT ON (listing_id, day) listing_id, (observed_at AT TIME ZONE 'UTC')::date AS day,
                    stock_units, store_count
                FROM inventory_history
                WHERE listing_id = ANY (\(ids)) AND observed_at >= \(since)::timestamp AT TIME ZONE 'UTC'
                    AND observed_at < (\(asOf.adding(days: 1)))::timestamp AT TIME ZONE 'UTC'
                ORDER BY listing_id, day, observed_at DESC
                """))
        let pricesOf = Dictionary(grouping: prices, by: \.listing)
        let stocksOf = Dictionary(grouping: stocks, by: \.listing)
        for product in products.indices {
            for listing in products[product].listings.indices {
                let id = products[product].listings[listing].id
                products[product].listings[listing].prices = (pricesOf[id] ?? []).compactMap { row in
                    Currency(code: row.currency).map {
                        PriceObservation(day: row.day, minorUnits: row.price, currency: $0)
                    }
                }
                products[product].listings[listing].stocks = (stocksOf[id] ?? []).compactMap { row in
                    row.units.map { StockObservation(day: row.day, units: $0, stores: row.stores) }
                }
            }
        }
    }
}
