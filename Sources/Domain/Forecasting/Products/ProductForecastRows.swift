package import Catalog
import Companies
package import Foundation
package import Postgres

extension ProductForecast: RowDecodable {
    package init(row: inout RowReader) throws {
        id = try row.next()
        product = ForecastedProduct(owner: try row.next(), id: try row.next())
        measure = try Self.word(&row, "measure")
        kind = try Self.word(&row, "kind")
        step = try Self.word(&row, "step")
        origin = try row.next()
        madeAt = try row.next()
        let currency: String? = try row.nextOptional()
        let priceKind: String? = try row.nextOptional()
        let listing: UUID? = try row.nextOptional()
        price = listing.flatMap { listing in
            currency.map { ProductSeries.PriceSubject(listing: listing, currency: $0, kind: priceKind ?? "unknown") }
        }
        model = try row.next()
        lastValue = try row.next()
        points = try row.next()
        interval80 = PredictionInterval(level: 0.8, lower: try row.next(), upper: try row.next())
        interval95 = PredictionInterval(level: 0.95, lower: try row.next(), upper: try row.next())
        backtestError = try row.nextOptional()
        naiveError = try row.nextOptional()
        origins = try row.next()
        observations = try row.next()
        let reasons: String = try row.next()
        do {
            self.reasons = try JSONDecoder().decode([ForecastReason].self, from: Data(reasons.utf8))
        } catch {
            throw Postgres.RowProblem(column: "reasons", reason: "cannot be read: \(error)")
        }
    }

    private static func word<Word: RawRepresentable<String>>(_ row: inout RowReader, _ column: String) throws -> Word {
        guard let word = Word(rawValue: try row.next()) else {
            throw Postgres.RowProblem(column: column, reason: "is unknown")
        }
        return word
    }

    /// The newest of each measure of a product that was made at the time, unless it cannot be forecast any more.
    package static func current(of product: UUID) -> Query<ProductForecast> {
        Query(
            """
            SELECT DISTINCT ON (array_position(ARRAY['score', 'price', 'demand'], measure), measure) forecast_id,
                product_company_id, product_id, measure, kind, step, origin, made_at, currency, price_kind, listing_id, model, last_value, points, low80, high80, low95, high95, backtest_error, naive_error,
                backtest_origins, observations, reasons::text
            FROM forecasts f
            WHERE product_company_id = \(SQL.ownOrHouse) AND product_id = \(product) AND kind = 'live' AND NOT EXISTS (
                SELECT FROM forecast_states s WHERE s.product_company_id = f.product_company_id
                    AND s.product_id = f.product_id AND s.measure = f.measure AND s.refusal IS NOT NULL)
            ORDER BY array_position(ARRAY['score', 'price', 'demand'], measure), measure, made_at DESC
            """)
    }
}

/// Why a quantity of a product has no forecast, or how many observations it has.
package struct ForecastState: Sendable, RowDecodable {
    package let measure: ForecastMeasure
    /// nil where there is a forecast.
    package let refusal: SeriesRefusal?
    package let observations: Int

    package init(row: inout RowReader) throws {
        guard let measure = ForecastMeasure(rawValue: try row.next()) else {
            throw Postgres.RowProblem(column: "measure", reason: "is unknown")
        }
        self.measure = measure
        let word: String? = try row.nextOptional()
        refusal = word.flatMap(SeriesRefusal.init(rawValue:))
        observations = try row.next()
    }

    package static func of(product: UUID) -> Query<ForecastState> {
        Query(
            """
            SELECT measure, refusal, observations FROM forecast_states
            WHERE product_company_id = \(SQL.ownOrHouse) AND product_id = \(product) ORDER BY measure
            """)
    }
}

/// What an earlier forecast of a product said of a day, and what came.
package struct SettledForecast: Sendable, RowDecodable {
    package let measure: ForecastMeasure
    package let kind: ForecastKind
    package let view: Int
    package let origin: CalendarDay
    package let due: CalendarDay
    package let predicted: Double
    package let low80: Double
    package let high80: Double
    package let low95: Double
    package let high95: Double
    package let actual: Double
    package let model: String

    package init(row: inout RowReader) throws {
        guard let measure = ForecastMeasure(rawValue: try row.next()), let kind = ForecastKind(rawValue: try row.next())
        else { throw Postgres.RowProblem(column: "measure", reason: "is unknown") }
        self.measure = measure
        self.kind = kind
        view = try row.next()
        origin = try row.next()
        due = try row.next()
        predicted = try row.next()
        low80 = try row.next()
        high80 = try row.next()
        low95 = try row.next()
        high95 = try row.next()
        actual = try row.next()
        model = try row.next()
    }

    /// Rows a page shows.
    package static let most = 200

    /// The newest settled of a product.
    package static func of(product: UUID) -> Query<SettledForecast> {
        Query(
            """
            SELECT f.measure, f.kind, s.view_days, f.origin, s.due_on, s.predicted, s.low80, s.high80, s.low95, s.high95, s.actual,
                f.model
            FROM forecasts f JOIN forecast_settlements s ON s.company_id = f.company_id AND s.forecast_id = f.forecast_id
            WHERE f.product_company_id = \(SQL.ownOrHouse) AND f.product_id = \(product) AND s.actual IS NOT NULL
            ORDER BY s.due_on DESC, f.measure, s.view_days, f.forecast_id LIMIT \(literal: most)
            """)
    }
}

/// A trend score a product had.
package struct ScorePoint: Sendable, RowDecodable {
    package let day: CalendarDay
    package let score: Double
    package let profile: String

    package init(row: inout RowReader) throws {
        day = try row.next()
        score = try row.next()
        profile = try row.next()
    }

    package static let most = 2_000

    /// Oldest first, of the newest two thousand.
    package static func of(product: UUID) -> Query<ScorePoint> {
        Query(
            """
            SELECT as_of, score, profile FROM (
                SELECT as_of, score, profile FROM trend_scores_history
                WHERE product_company_id = \(SQL.ownOrHouse) AND product_id = \(product)
                ORDER BY as_of DESC LIMIT \(literal: most)) AS newest
            ORDER BY as_of
            """)
    }
}
