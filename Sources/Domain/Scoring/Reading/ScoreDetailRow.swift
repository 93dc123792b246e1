package import Catalog
import Companies
package import Foundation
package import Postgres

/// A product's score with everything its receipt shows.
package struct ScoreDetail: Sendable, RowDecodable {
    /// One line of the receipt.
    package struct Component: Sendable {
        package let component: ScoreComponent
        /// 0–100; `nil` when not measured.
        package let value: Double?
        /// The profile's weight, 0–1.
        package let weight: Double
        /// The weight after the missing ones were shared out, 0–1.
        package let appliedWeight: Double
        /// What it was made of, or why it is missing; a sentence without its full stop.
        package let reason: String
    }

    package let score: Double?
    package let tier: TrendTier?
    package let momentum: Double?
    package let completeness: Double
    package let profile: String
    package let asOf: CalendarDay
    /// Oldest first; NaN for a week without a score.
    package let weeklyScores: [Double]
    package let components: [Component]

    package init(row: inout RowReader) throws {
        score = try row.nextOptional()
        let word: String? = try row.nextOptional()
        tier = word.flatMap(TrendTier.init(rawValue:))
        momentum = try row.nextOptional()
        completeness = try row.next()
        profile = try row.next()
        asOf = try row.next()
        weeklyScores = try row.next()
        let values: [Double] = try row.next()
        let weights: [Double] = try row.next()
        let applied: [Double] = try row.next()
        let reasons: [String] = try row.next()
        guard
            [values.count, weights.count, applied.count, reasons.count].allSatisfy({
                $0 == ScoreComponent.allCases.count
            })
        else { throw RowProblem(column: "component_values", reason: "has another number of components") }
        components = ScoreComponent.allCases.enumerated().map { index, component in
            Component(
                component: component, value: values[index].isNaN ? nil : values[index], weight: weights[index],
                appliedWeight: applied[index], reason: reasons[index])
        }
    }

    package static func find(_ product: UUID) -> Query<ScoreDetail> {
        Query(
            """
            SELECT score, tier, momentum, completeness, profile, as_of, weekly_scores, component_values,
                component_weights, applied_weights, component_reasons
            FROM trend_scores WHERE product_company_id = \(SQL.ownOrHouse) AND product_id = \(product)
            """)
    }
}
