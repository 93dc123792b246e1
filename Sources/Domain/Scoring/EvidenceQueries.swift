import Catalog
import Companies
import Foundation
import Postgres

/// Reads what scores are made of, a batch of products at a time.
struct EvidenceQueries {
    let transaction: CompanyTransaction
    /// How far signals were known.
    let ticks: SignalTicks

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
                        AND r.listed_on IS NOT NULL AND \(ticks.includes("r.tick", of: "r.company_id")) ORDER BY 1)
                FROM sources s
                -- Media and searches list nothing that a product could be missing from.
                WHERE EXISTS (SELECT FROM listings l WHERE l.company_id = s.company_id AND l.source_id = s.source_id)
                ORDER BY s.slug
                """))
    }

    /// The next products in order of owner and id, with the evidence up to `asOf`.
    func products(after last: ProductKey?, sources: [SourceDays], asOf: CalendarDay) async throws -> [ScoredProduct] {
        let none = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
        return try await products(
            """
            (p.company_id, p.product_id) > (\(last?.owner.rawValue ?? none), \(last?.product ?? none)) AND EXISTS (
                SELECT FROM listings l WHERE l.product_company_id = p.company_id AND l.product_id = p.product_id)
            """, sources: sources, asOf: asOf)
    }

    /// One product with the evidence up to `asOf`; nil when no listing of the company is it.
    func product(_ id: UUID, sources: [SourceDays], asOf: CalendarDay) async throws -> ScoredProduct? {
        try await products(
            "p.company_id = \(SQL.ownOrHouse) AND p.product_id = \(id)", sources: sources, asOf: asOf
        ).first
    }

    private func products(_ wanted: SQL, sources: [SourceDays], asOf: CalendarDay) async throws -> [ScoredProduct] {
        let places = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($0.element.id, $0.offset) })
        let rows = try await transaction.fetch(
            Query<ListingRow>(
                """
                WITH page AS (
                    SELECT p.company_id, p.product_id, p.name, b.name AS brand, p.category, p.volume_ml
                    FROM products p LEFT JOIN brands b ON b.company_id = p.company_id AND b.brand_id = p.brand_id
                    WHERE \(wanted) ORDER BY p.company_id, p.product_id LIMIT \(ScoringRun.batchSize))
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

    /// The media and searches that were read by a day.
    func media(asOf: CalendarDay) async throws -> [MediaSourceDays] {
        try await MediaEvidenceQueries(transaction: transaction).sources(
            since: asOf.adding(days: -ScoringRun.evidenceDays), asOf: asOf)
    }

    /// Adds what media and searches say of every product.
    func addMedia(to products: inout [ScoredProduct], of sources: [MediaSourceDays], asOf: CalendarDay) async throws {
        guard !sources.isEmpty else { return }
        let found = try await MediaEvidenceQueries(transaction: transaction).evidence(
            of: products.map(\.key), since: asOf.adding(days: -ScoringRun.evidenceDays), asOf: asOf, sources: sources)
        for place in products.indices {
            products[place].mentions = found.mentions[products[place].key] ?? []
            products[place].searches = found.searches[products[place].key] ?? []
        }
    }

    /// Adds the prices and stock counts of every listing, from `ScoringRun.evidenceDays` before the day on.
    func addHistory(to products: inout [ScoredProduct], asOf: CalendarDay) async throws {
        let ids = products.flatMap { $0.listings.map(\.id) }
        guard !ids.isEmpty else { return }
        let signals = SignalQueries(ticks: ticks, days: asOf.adding(days: -ScoringRun.evidenceDays)...asOf)
        let (prices, stocks) = try await transaction.fetch(signals.prices(of: ids), signals.stocks(of: ids))
        let pricesOf = Dictionary(grouping: prices, by: \.listing)
        let stocksOf = Dictionary(grouping: stocks, by: \.listing)
        for product in products.indices {
            for listing in products[product].listings.indices {
                let id = products[product].listings[listing].id
                products[product].listings[listing].prices = (pricesOf[id] ?? []).compactMap(\.observation)
                products[product].listings[listing].stocks = (stocksOf[id] ?? []).compactMap(\.observation)
            }
        }
    }
}
