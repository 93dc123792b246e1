import Foundation

/// Whose turn it is: what has changed first, then the higher trend score, then whoever has waited longest.
package enum ForecastOrder {
    package static func sorted(_ candidates: [ForecastCandidate]) -> [ForecastCandidate] {
        candidates.sorted { left, right in
            if left.isChanged != right.isChanged { return left.isChanged }
            if left.score != right.score { return (left.score ?? -1) > (right.score ?? -1) }
            let (one, other) = (left.lookedAt ?? .distantPast, right.lookedAt ?? .distantPast)
            if one != other { return one < other }
            return left.product.id.uuidString < right.product.id.uuidString
        }
    }

    /// The so many products with the highest scores.
    package static func highest(_ count: Int, of candidates: [ForecastCandidate]) -> Set<ForecastedProduct> {
        let byScore = candidates.sorted { left, right in
            if left.score != right.score { return (left.score ?? -1) > (right.score ?? -1) }
            return left.product.id.uuidString < right.product.id.uuidString
        }
        return Set(byScore.prefix(max(0, count)).lazy.map(\.product))
    }
}
