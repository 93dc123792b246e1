import Companies
import Foundation
package import Postgres

/// Reads what is needed to weigh a company's list anew.
package enum ReweighingQueries {
    /// Every scored product with its components.
    package static let components = Query<ReweighedProductRow>(
        "SELECT product_id, product_name, score, component_values FROM trend_scores WHERE score IS NOT NULL")
}

/// A scored product with its components.
package struct ReweighedProductRow: Sendable, RowDecodable {
    let id: UUID
    let name: String
    let score: Double
    let values: [Double]

    package init(row: inout RowReader) throws {
        id = try row.next()
        name = try row.next()
        score = try row.next()
        values = try row.next()
    }
}

extension ReweighedList {
    /// - Parameter limit: how many of the list are told.
    package init(_ rows: [ReweighedProductRow], weights: ScoreWeights, limit: Int) {
        self.init(
            rows.map { ($0.id, $0.name, $0.score, $0.values.map { $0.isNaN ? nil : $0 }) }, weights: weights,
            limit: limit)
    }
}
