package import Catalog
package import Companies
package import Foundation
import Postgres

/// Reads how scores have moved.
package struct CourseQueries {
    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) {
        self.transaction = transaction
    }

    /// How a product's scores have moved up to a day; nil without a score by then.
    /// - Parameter day: nil for all there is.
    package func course(of product: UUID, until day: CalendarDay? = nil) async throws -> ScoreCourse? {
        let last = day ?? CalendarDay(daysSince2000: .max)
        let rows = try await transaction.fetch(
            Query<DayScoreRow>(
                """
                SELECT as_of, score FROM trend_scores_history
                WHERE company_id = \(transaction.company) AND product_company_id = \(SQL.ownOrHouse)
                    AND product_id = \(product) AND as_of <= \(last)
                ORDER BY as_of DESC LIMIT 2000
                """))
        return ScoreCourse(rows.map { ($0.day, $0.score) })
    }

    /// What became of products by the tiers that were published for them.
    /// - Parameter begin: the first day of the record.
    package func record(of question: TierQuestion, from begin: CalendarDay) async throws -> TierRecord? {
        let rows = try await transaction.fetch(
            Query<TierRow>(
                """
                SELECT product_id, as_of, tier FROM (
                    SELECT DISTINCT ON (product_company_id, product_id, as_of) product_id, as_of, tier
                    FROM score_receipts WHERE company_id = \(transaction.company) AND tier IS NOT NULL
                    ORDER BY product_company_id, product_id, as_of, turn DESC) AS published
                ORDER BY product_id, as_of
                """))
        guard let last = rows.map(\.day).max() else { return nil }
        let histories = Dictionary(grouping: rows, by: \.product).values.map { rows in
            TierHistory(rows.map { TierHistory.Entry(day: $0.day, tier: $0.tier) })
        }
        return TierRecord(question, histories: histories, from: begin, asOf: last)
    }

    /// The day of the first published score; nil without one.
    package func firstDay() async throws -> CalendarDay? {
        try await transaction.fetch(
            Query<SingleOptional<CalendarDay>>(
                "SELECT min(as_of) FROM scorings WHERE company_id = \(transaction.company)")
        ).first?.value
    }
}

/// A score of a day.
private struct DayScoreRow: RowDecodable {
    let day: CalendarDay
    let score: Double

    init(row: inout RowReader) throws {
        day = try row.next()
        score = try row.next()
    }
}

/// The tier a product had on a day.
private struct TierRow: RowDecodable {
    let product: UUID
    let day: CalendarDay
    let tier: TrendTier

    init(row: inout RowReader) throws {
        product = try row.next()
        day = try row.next()
        let word: String = try row.next()
        guard let tier = TrendTier(rawValue: word) else { throw RowProblem(column: "tier", reason: "is unknown") }
        self.tier = tier
    }
}
