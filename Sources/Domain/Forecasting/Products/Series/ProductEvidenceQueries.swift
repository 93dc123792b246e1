import Catalog
import Companies
import Foundation
import Postgres

/// Reads what was observed of a batch of products.
struct ProductEvidenceQueries {
    /// Observations older than this many days before the day asked for say nothing of what is next.
    static let days = 800

    let transaction: CompanyTransaction

    /// - Parameters:
    ///   - listings: whose prices are wanted.
    ///   - day: the last whose observations are known.
    func evidence(
        of products: [ForecastedProduct], listings: [UUID], through day: CalendarDay
    ) async throws -> ProductEvidence {
        let owners = products.map(\.owner)
        let ids = products.map(\.id)
        let since = day.adding(days: -Self.days)
        let (scores, facts, prices, stocks, lists) = try await transaction.fetch(
            Query<ScoreRow>(
                """
                SELECT h.product_company_id, h.product_id, h.as_of, h.score,
                    h.profile || ' ' || concat_ws('', (h.media IS NULL)::int, (h.retail IS NULL)::int, (h.price IS NULL)::int,
                        (h.inventory IS NULL)::int, (h.search IS NULL)::int)
                FROM unnest(\(owners), \(ids)) AS u (owner, id)
                JOIN trend_scores_history h ON h.product_company_id = u.owner AND h.product_id = u.id
                WHERE h.company_id = \(transaction.company) AND h.as_of BETWEEN \(since) AND \(day)
                ORDER BY h.product_company_id, h.product_id, h.as_of
                """),
            Query<FactsRow>(
                "SELECT listing_id, source_id, price_kind FROM listings WHERE listing_id = ANY (\(listings))"),
            Query<PriceRow>(
                """
                SELECT listing_id, observed_on, price_minor, currency FROM price_history
                WHERE listing_id = ANY (\(listings)) AND observed_on BETWEEN \(since) AND \(day)
                ORDER BY listing_id, observed_on
                """),
            Query<StockRow>(
                """
                SELECT DISTINCT ON (l.product_company_id, l.product_id, h.listing_id, day) l.product_company_id, l.product_id,
                    h.listing_id, (h.observed_at AT TIME ZONE 'UTC')::date AS day, h.stock_units
                FROM unnest(\(owners), \(ids)) AS u (owner, id)
                JOIN listings l ON l.product_company_id = u.owner AND l.product_id = u.id
                JOIN inventory_history h ON h.company_id = l.company_id AND h.listing_id = l.listing_id
                WHERE h.stock_units IS NOT NULL AND h.observed_at >= \(since)::timestamp AT TIME ZONE 'UTC'
                    AND h.observed_at < (\(day.adding(days: 1)))::timestamp AT TIME ZONE 'UTC'
                ORDER BY l.product_company_id, l.product_id, h.listing_id, day, h.observed_at DESC
                """),
            Query<ListDaysRow>(
                """
                SELECT source_id, array_agg(DISTINCT listed_on ORDER BY listed_on) FROM scrape_runs
                WHERE state = 'applied' AND listed_on BETWEEN \(since) AND \(day)
                    AND source_id IN (SELECT source_id FROM listings WHERE listing_id = ANY (\(listings)))
                GROUP BY source_id
                """))
        var evidence = ProductEvidence()
        for row in scores { evidence.scores[row.product, default: []].append(row.score) }
        for row in facts { evidence.listings[row.listing] = .init(source: row.source, priceKind: row.priceKind) }
        for row in prices {
            evidence.prices[row.listing, default: []].append(
                .init(day: row.day, minorUnits: row.minorUnits, currency: row.currency))
        }
        var last: UUID?
        for row in stocks {
            if row.listing != last { evidence.stocks[row.product, default: []].append([]) }
            last = row.listing
            let place = (evidence.stocks[row.product]?.count ?? 1) - 1
            evidence.stocks[row.product]?[place].append((row.day, row.units))
        }
        for row in lists { evidence.listDays[row.source] = row.days }
        return evidence
    }
}

private struct ScoreRow: RowDecodable {
    let product: ForecastedProduct
    let score: ProductEvidence.Score

    init(row: inout RowReader) throws {
        product = ForecastedProduct(owner: try row.next(), id: try row.next())
        score = ProductEvidence.Score(day: try row.next(), value: try row.next(), made: try row.next())
    }
}

private struct FactsRow: RowDecodable {
    let listing: UUID
    let source: UUID
    let priceKind: String

    init(row: inout RowReader) throws {
        listing = try row.next()
        source = try row.next()
        priceKind = try row.next()
    }
}

private struct PriceRow: RowDecodable {
    let listing: UUID
    let day: CalendarDay
    let minorUnits: Int64
    let currency: String

    init(row: inout RowReader) throws {
        listing = try row.next()
        day = try row.next()
        minorUnits = try row.next()
        currency = try row.next()
    }
}

private struct StockRow: RowDecodable {
    let product: ForecastedProduct
    let listing: UUID
    let day: CalendarDay
    let units: Int64

    init(row: inout RowReader) throws {
        product = ForecastedProduct(owner: try row.next(), id: try row.next())
        listing = try row.next()
        day = try row.next()
        units = try row.next()
    }
}

private struct ListDaysRow: RowDecodable {
    let source: UUID
    let days: [CalendarDay]

    init(row: inout RowReader) throws {
        source = try row.next()
        days = try row.next()
    }
}
