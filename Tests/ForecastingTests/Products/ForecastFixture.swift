import Catalog
import Companies
import Foundation
import Postgres
import TestSupport

@testable import Forecasting

/// Products with weekly lists behind them, in two companies.
struct ForecastFixture {
    let companies: TwoCompanies
    /// A Monday.
    let first = CalendarDay(daysSince2000: 9_648)

    func day(_ week: Int) -> CalendarDay { first.adding(days: week * 7) }

    /// A product with one listing: a price a week (nil for weeks of no list), stock and a score of each.
    struct Planted {
        let product: UUID
        let listing: UUID
        let source: UUID
    }

    func plant(
        _ prices: [Int?], stock: [Int?] = [], scores: [Double] = [], score: Double = 50, currency: String = "EUR",
        category: String? = nil, in company: Company? = nil
    ) async throws -> Planted {
        let company = company ?? companies.harbor
        let planted = Planted(product: UUID(), listing: UUID(), source: UUID())
        let last = day(max(prices.count, scores.count, stock.count) - 1)
        try await companies.database.transaction(in: company.id) { transaction in
            try await transaction.execute(
                """
                INSERT INTO sources (company_id, source_id, slug, title, created_at)
                VALUES (\(company.id), \(planted.source), \("s\(planted.source)".lowercased()), 'Shop', \(companies.now))
                """)
            try await transaction.execute(
                """
                INSERT INTO products (company_id, product_id, name, folded_name, created_at)
                VALUES (\(company.id), \(planted.product), 'Thing', 'thing', \(companies.now))
                """)
            try await transaction.execute(
                """
                INSERT INTO listings (company_id, listing_id, source_id, item_key, name, price_kind, price_minor, currency,
                    first_seen, last_seen, run_id, line, product_company_id, product_id)
                VALUES (\(company.id), \(planted.listing), \(planted.source), '1', 'Thing', 'retail',
                    \(prices.last.flatMap(\.self)), \(currency), \(first), \(last), \(UUID()), 1, \(company.id), \(planted.product))
                """)
            try await transaction.execute(
                """
                INSERT INTO trend_scores (company_id, product_company_id, product_id, profile, as_of, score, completeness,
                    component_values, component_weights, applied_weights, component_reasons, product_name, sort_name, category, sources,
                    source_slugs, best_price_minor, best_currency, best_price_kind, best_listing_id, first_seen, last_seen)
                VALUES (\(company.id), \(company.id), \(planted.product), 'p', \(last), \(score), 1, '{}', '{}', '{}', '{}', 'Thing',
                    'thing', \(category), 1, '{}', 1, \(currency), 'retail', \(planted.listing), \(first), \(last))
                """)
        }
        try await observe(planted, prices: prices, stock: stock, scores: scores, currency: currency, in: company)
        return planted
    }

    /// More weeks of a product.
    func observe(
        _ planted: Planted, from week: Int = 0, prices: [Int?] = [], stock: [Int?] = [], scores: [Double] = [],
        currency: String = "EUR", in company: Company? = nil
    ) async throws {
        let company = company ?? companies.harbor
        let last = day(week + max(prices.count, scores.count, stock.count) - 1)
        try await companies.database.transaction(in: company.id) { transaction in
            for (place, price) in prices.enumerated() {
                guard let price else { continue }
                let day = day(week + place)
                try await transaction.execute(
                    """
                    INSERT INTO price_history (company_id, listing_id, observed_on, price_minor, currency, run_id, line,
                        tick)
                    VALUES (\(company.id), \(planted.listing), \(day), \(price), \(currency), \(UUID()), 1, 0)
                    """)
                try await list(of: planted.source, on: day, transaction)
            }
            for (place, units) in stock.enumerated() {
                guard let units else { continue }
                try await transaction.execute(
                    """
                    INSERT INTO inventory_history (company_id, listing_id, observed_at, stock_units, run_id, line, tick)
                    VALUES (\(company.id), \(planted.listing), \(day(week + place))::timestamp AT TIME ZONE 'UTC', \(units),
                        \(UUID()), 1, 0)
                    """)
            }
            for (place, score) in scores.enumerated() {
                try await transaction.execute(
                    """
                    INSERT INTO trend_scores_history (company_id, product_company_id, product_id, as_of, profile, score)
                    VALUES (\(company.id), \(company.id), \(planted.product), \(day(week + place)), 'p', \(score))
                    """)
            }
            try await transaction.execute(
                """
                UPDATE trend_scores SET last_seen = greatest(last_seen, \(last)), as_of = greatest(as_of, \(last))
                WHERE product_id = \(planted.product)
                """)
        }
    }

    /// That a source gave a list on a day, whatever was on it.
    func list(of source: UUID, on day: CalendarDay, _ transaction: CompanyTransaction) async throws {
        try await transaction.execute(
            """
            INSERT INTO scrape_runs (company_id, run_id, source_id, book, file_name, file_hash, mapping_hash, listed_on, state,
                rows_read, rows_good, rows_rejected, items, started_at, finished_at)
            VALUES (\(transaction.company), \(UUID()), \(source), 'b', 'f', \(Blob(Array("\(UUID())".utf8))), \(Blob([])), \(day),
                'applied', 1, 1, 0, 1, \(companies.now), \(companies.now))
            """)
    }

    @discardableResult
    func forecast(
        _ request: ProductForecastRun.Request = .init(), after seconds: Double = 0, in company: Company? = nil
    ) async throws -> ProductForecastRun.Outcome {
        try await ProductForecastRun(database: companies.database, company: (company ?? companies.harbor).id)
            .run(request, at: companies.now + seconds)
    }

    func current(_ product: UUID, in company: Company? = nil) async throws -> [ProductForecast] {
        try await companies.database.read(
            in: (company ?? companies.harbor).id, ProductForecast.current(of: product))
    }

    func settled(_ product: UUID, in company: Company? = nil) async throws -> [SettledForecast] {
        try await companies.database.read(in: (company ?? companies.harbor).id, SettledForecast.of(product: product))
    }

    func count(_ table: String, _ condition: String = "true", in company: Company? = nil) async throws -> Int {
        try await companies.database.read(
            in: (company ?? companies.harbor).id,
            Query<Single<Int>>("SELECT count(*) FROM \(unsafe: table) WHERE \(unsafe: condition)")
        ).first?.value ?? -1
    }

    static func with(_ body: (ForecastFixture) async throws -> Void) async throws {
        try await TwoCompanies.with { try await body(ForecastFixture(companies: $0)) }
    }

    /// A price that goes up and down a little.
    static func wave(_ count: Int, around middle: Int = 1_000) -> [Int?] {
        (0..<count).map { middle + [0, 20, -10, 30, 10, -20, 5][$0 % 7] }
    }
}
