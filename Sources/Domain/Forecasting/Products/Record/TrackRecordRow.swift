import Catalog
import Companies
package import Postgres

extension TrackRecordLine: RowDecodable {
    package init(row: inout RowReader) throws {
        guard let kind = ForecastKind(rawValue: try row.next()), let measure = ForecastMeasure(rawValue: try row.next())
        else { throw Postgres.RowProblem(column: "measure", reason: "is unknown") }
        key = TrackRecordKey(
            kind: kind, measure: measure, currency: try row.nextOptional(), view: try row.next(),
            model: try row.nextOptional(), category: try row.nextOptional())
        settled = try row.next()
        pending = try row.next()
        let inside80: Int = try row.next()
        let inside95: Int = try row.next()
        let moved: Int = try row.next()
        let up: Int = try row.next()
        let right: Int = try row.next()
        let size: Double = try row.next()
        let error: Double = try row.next()
        let signed: Double = try row.next()
        let naive: Double = try row.next()
        mape = try row.nextOptional()
        coverage80 = settled > 0 ? Double(inside80) / Double(settled) : nil
        coverage95 = settled > 0 ? Double(inside95) / Double(settled) : nil
        direction = moved > 0 ? Share(right, of: moved) : nil
        baseRate = moved > 0 ? Double(max(up, moved - up)) / Double(moved) : nil
        wape = size > 0 ? 100 * error / size : nil
        bias = size > 0 ? 100 * signed / size : nil
        naiveWape = size > 0 ? 100 * naive / size : nil
    }

    /// Everything a company's forecasts have to show: as a whole, by model and by category, for each kind, measure and view.
    package static var all: Query<TrackRecordLine> {
        Query(
            """
            SELECT f.kind, f.measure, f.currency, s.view_days, CASE WHEN GROUPING(f.model) = 0 THEN f.model END,
                CASE WHEN GROUPING(f.category) = 0 THEN f.category END,
                count(s.actual), count(*) - count(s.actual),
                count(*) FILTER (WHERE s.actual BETWEEN s.low80 AND s.high80),
                count(*) FILTER (WHERE s.actual BETWEEN s.low95 AND s.high95),
                -- Who expects no move has called no direction.
                count(*) FILTER (WHERE s.direction_actual <> 0 AND s.direction_predicted <> 0),
                count(*) FILTER (WHERE s.direction_actual > 0 AND s.direction_predicted <> 0),
                count(*) FILTER (WHERE s.direction_actual <> 0 AND s.direction_actual = s.direction_predicted),
                coalesce(sum(abs(s.actual)), 0), coalesce(sum(abs(s.actual - s.predicted)), 0),
                coalesce(sum(s.predicted - s.actual), 0), coalesce(sum(abs(s.actual - s.origin_value)), 0),
                avg(100 * abs(s.actual - s.predicted) / nullif(abs(s.actual), 0))
            FROM forecasts f JOIN forecast_settlements s ON s.company_id = f.company_id AND s.forecast_id = f.forecast_id
            GROUP BY f.kind, f.measure, f.currency, s.view_days, GROUPING SETS ((), (f.model), (f.category))
            HAVING GROUPING(f.category) = 1 OR f.category IS NOT NULL
            ORDER BY f.kind DESC, array_position(ARRAY['score', 'price', 'demand'], f.measure), f.currency, s.view_days,
                GROUPING(f.model) DESC, 5 NULLS FIRST, 6 NULLS FIRST
            """)
    }
}
