import Catalog
import Companies
import Foundation
import Postgres

/// Reads what waits for the truth, and writes it down once.
struct SettlementQueries {
    /// A truth that has not come so many days after its day is not waited for.
    static let patience = 400

    let transaction: CompanyTransaction

    /// The next that are due by a day, in order.
    /// - Parameter first: the earliest day; nil for as long ago as a truth is waited for.
    func pending(
        due day: CalendarDay, since first: CalendarDay? = nil, after last: PendingSettlement?, limit: Int
    ) async throws -> [PendingSettlement] {
        let place = (
            last?.due ?? first ?? day.adding(days: -Self.patience),
            last?.forecast ?? UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), last?.view ?? 0
        )
        return try await transaction.fetch(
            Query<PendingSettlement>(
                """
                SELECT s.forecast_id, s.view_days, f.origin, s.due_on, s.origin_value, f.product_company_id, f.product_id, f.measure, f.step,
                    f.listing_id, f.currency, f.price_kind
                FROM forecast_settlements s
                JOIN forecasts f ON f.company_id = s.company_id AND f.forecast_id = s.forecast_id
                WHERE s.company_id = \(transaction.company) AND s.settled_at IS NULL AND s.due_on <= \(day)
                    AND (s.due_on, s.forecast_id, s.view_days) > (\(place.0), \(place.1), \(place.2))
                ORDER BY s.due_on, s.forecast_id, s.view_days LIMIT \(limit)
                """))
    }

    /// - Returns: how many were not settled before.
    func settle(_ settled: [(pending: PendingSettlement, actual: Double)], at moment: Date) async throws -> Int {
        guard !settled.isEmpty else { return 0 }
        let forecasts = settled.map(\.pending.forecast)
        let views = settled.map(\.pending.view)
        let actuals = settled.map(\.actual)
        let directions = settled.map {
            ForecastDirection.sign(from: $0.pending.originValue, to: $0.actual, measure: $0.pending.measure)
        }
        return try await transaction.execute(
            """
            UPDATE forecast_settlements s SET actual = u.actual, settled_at = \(moment), direction_actual = u.direction
            FROM unnest(\(forecasts), \(views), \(actuals), \(directions)) AS u (forecast, view_days, actual, direction)
            WHERE s.company_id = \(transaction.company) AND s.forecast_id = u.forecast AND s.view_days = u.view_days
                AND s.settled_at IS NULL
            """)
    }
}

extension PendingSettlement: RowDecodable {
    init(row: inout RowReader) throws {
        forecast = try row.next()
        view = try row.next()
        origin = try row.next()
        due = try row.next()
        originValue = try row.next()
        product = ForecastedProduct(owner: try row.next(), id: try row.next())
        let measure: String = try row.next()
        let step: String = try row.next()
        guard let measure = ForecastMeasure(rawValue: measure), let step = SeriesStep(rawValue: step) else {
            throw Postgres.RowProblem(column: "measure", reason: "is unknown")
        }
        self.measure = measure
        self.step = step
        let listing: UUID? = try row.nextOptional()
        let currency: String? = try row.nextOptional()
        let kind: String? = try row.nextOptional()
        price = listing.flatMap { listing in
            currency.map { ProductSeries.PriceSubject(listing: listing, currency: $0, kind: kind ?? "unknown") }
        }
    }
}
