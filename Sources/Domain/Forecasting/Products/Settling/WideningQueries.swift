import Catalog
import Companies
import Postgres

/// Reads what settled forecasts say of their intervals.
struct WideningQueries {
    /// The newest that are looked at; each quantity and view gets its share of them.
    static let looked = 12_000

    let transaction: CompanyTransaction

    /// - Parameter day: the last whose truth counts.
    func widenings(through day: CalendarDay) async throws -> [ForecastMeasure: RecordWidening] {
        let rows = try await transaction.fetch(
            Query<SettledWidthRow>(
                """
                SELECT f.measure, s.view_days, s.predicted, s.low80, s.high80, s.low95, s.high95, s.actual,
                    f.widening80[array_position(ARRAY[7, 30, 90]::bigint[], s.view_days)],
                    f.widening95[array_position(ARRAY[7, 30, 90]::bigint[], s.view_days)]
                FROM (
                    SELECT * FROM forecast_settlements
                    WHERE company_id = \(transaction.company) AND settled_at IS NOT NULL AND due_on <= \(day)
                    ORDER BY due_on DESC, forecast_id LIMIT \(Self.looked)) AS s
                JOIN forecasts f ON f.company_id = s.company_id AND f.forecast_id = s.forecast_id
                ORDER BY s.due_on DESC, s.forecast_id, s.view_days
                """))
        return Dictionary(grouping: rows, by: \.measure).mapValues { RecordWidening($0.map(\.settled)) }
    }
}

private struct SettledWidthRow: RowDecodable {
    let measure: ForecastMeasure
    let settled: RecordWidening.Settled

    init(row: inout RowReader) throws {
        guard let measure = ForecastMeasure(rawValue: try row.next()), let view = ForecastView(rawValue: try row.next())
        else { throw Postgres.RowProblem(column: "measure", reason: "is unknown") }
        self.measure = measure
        settled = RecordWidening.Settled(
            view: view, predicted: try row.next(), low80: try row.next(), high80: try row.next(), low95: try row.next(),
            high95: try row.next(), actual: try row.next(), widening80: try row.next(), widening95: try row.next())
    }
}
