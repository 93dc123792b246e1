import Companies
import Foundation
package import Postgres

/// Reads how models did and keeps which are not used.
struct DemotionQueries {
    /// Forecasts made before so many days count no more.
    private static let recordDays = 365

    let transaction: CompanyTransaction

    /// The record of each model of a measure, over all categories and in each; of one that came back after a while, since then.
    func records(at moment: Date) async throws -> [ModelRecord] {
        try await transaction.fetch(
            Query<ModelRecord>(
                """
                WITH one AS (
                    SELECT f.measure, f.category, f.model, f.forecast_id,
                        avg(CASE WHEN abs(s.actual - s.predicted) + abs(s.actual - s.origin_value) > 0
                            THEN (abs(s.actual - s.predicted) - abs(s.actual - s.origin_value))
                                / (abs(s.actual - s.predicted) + abs(s.actual - s.origin_value)) ELSE 0 END) AS behind
                    FROM forecasts f
                    JOIN forecast_settlements s ON s.company_id = f.company_id AND s.forecast_id = f.forecast_id
                    WHERE f.company_id = \(transaction.company) AND s.actual IS NOT NULL
                        AND f.model NOT IN (\(ProductForecaster.levelModel), 'naive')
                        AND f.made_at > \(moment - Double(Self.recordDays) * 86_400)
                        AND NOT EXISTS (
                            SELECT FROM forecast_demotions d
                            WHERE d.company_id = f.company_id AND d.measure = f.measure AND d.model = f.model
                                AND d.lifted_because = 'time' AND f.made_at < d.lifted_at)
                    GROUP BY f.measure, f.category, f.model, f.forecast_id
                )
                SELECT measure, CASE WHEN GROUPING(category) = 0 THEN category END, model, count(*), avg(behind)::float8,
                    coalesce(stddev_samp(behind), 1)::float8
                FROM one GROUP BY GROUPING SETS ((measure, model), (measure, model, category))
                HAVING GROUPING(category) = 1 OR category IS NOT NULL
                ORDER BY measure, model
                """))
    }

    func demote(_ subject: BarredModel, _ record: DemotionRule.Record, id: UUID, at moment: Date) async throws {
        try await transaction.execute(
            """
            INSERT INTO forecast_demotions (company_id, demotion_id, measure, category, model, demoted_at, settled, behind,
                behind_at_least, ends_at)
            VALUES (\(transaction.company), \(id), \(subject.measure.rawValue), \(subject.category), \(subject.model), \(moment),
                \(record.count), \(record.behind), \(record.behindAtLeast),
                \(moment + Double(DemotionRule.mostDays) * 86_400))
            ON CONFLICT DO NOTHING
            """)
    }

    /// - Parameter reason: `recovered` or `time`.
    func lift(_ id: UUID, because reason: String, at moment: Date) async throws {
        try await transaction.execute(
            """
            UPDATE forecast_demotions SET lifted_at = \(moment), lifted_because = \(reason)
            WHERE company_id = \(transaction.company) AND demotion_id = \(id) AND lifted_at IS NULL
            """)
    }
}

extension ModelRecord: RowDecodable {
    init(row: inout RowReader) throws {
        guard let measure = ForecastMeasure(rawValue: try row.next()) else {
            throw Postgres.RowProblem(column: "measure", reason: "is unknown")
        }
        subject = BarredModel(measure: measure, category: try row.nextOptional(), model: try row.next())
        record = DemotionRule.Record(count: try row.next(), behind: try row.next(), spread: try row.next())
    }
}

extension ActiveDemotion: RowDecodable {
    package init(row: inout RowReader) throws {
        id = try row.next()
        guard let measure = ForecastMeasure(rawValue: try row.next()) else {
            throw Postgres.RowProblem(column: "measure", reason: "is unknown")
        }
        subject = BarredModel(measure: measure, category: try row.nextOptional(), model: try row.next())
        since = try row.next()
        until = try row.next()
        settled = try row.next()
        behind = try row.next()
        behindAtLeast = try row.next()
    }

    /// Those in force, newest first.
    package static var all: Query<ActiveDemotion> {
        Query(
            """
            SELECT demotion_id, measure, category, model, demoted_at, ends_at, settled, behind, behind_at_least
            FROM forecast_demotions WHERE lifted_at IS NULL ORDER BY demoted_at DESC, demotion_id
            """)
    }
}
