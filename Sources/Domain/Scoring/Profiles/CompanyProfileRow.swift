package import Foundation
package import Postgres

/// A version of a company's score profile.
package struct CompanyProfile: Sendable, RowDecodable {
    /// Counts the company's changes from 1.
    package let version: Int
    /// Nil for the weights of the base profile.
    package let weights: ScoreWeights?
    package let madeBy: UUID
    package let madeAt: Date

    package init(row: inout RowReader) throws {
        version = try row.next()
        let base: String = try row.next()
        let values: [Double]? = try row.nextOptional()
        madeBy = try row.next()
        madeAt = try row.next()
        guard base == ScoreProfile.abvV1.name else {
            throw RowProblem(column: "base", reason: "names a profile this version does not have")
        }
        guard let values else {
            weights = nil
            return
        }
        guard values.count == ScoreComponent.allCases.count else {
            throw RowProblem(column: "weights", reason: "has another number of components")
        }
        do {
            weights = try ScoreWeights(values)
        } catch {
            throw RowProblem(column: "weights", reason: "\(error)")
        }
    }

    /// The profile scores are made by: the base with these weights and a name of its own, so that scores made by others are
    /// not compared with it.
    package var profile: ScoreProfile {
        let base = ScoreProfile.abvV1
        guard let weights else { return base }
        return ScoreProfile(
            name: "\(base.name)+\(version)", weights: weights, cutOffs: base.cutOffs, periodDays: base.periodDays)
    }
}
