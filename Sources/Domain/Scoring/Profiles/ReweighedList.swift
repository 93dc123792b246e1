package import Foundation

/// What other weights would do to a company's list.
package struct ReweighedList: Sendable {
    /// A product with both scores and places.
    package struct Item: Sendable {
        package let product: UUID
        package let name: String
        /// 0–100.
        package let before: Double
        package let after: Double
        /// Places in the list of all scored products, from 1; products of the same score in the order of their ids.
        package let placeBefore: Int
        package let placeAfter: Int
    }

    /// Of this many points and more a change is counted.
    package static let noticeable = 5.0

    /// The first of the list as it would be.
    package let first: [Item]
    /// Products that have a score with both.
    package let scored: Int
    package let rise: Int
    package let fall: Int

    /// - Parameters:
    ///   - products: of every scored product its id, name, present score and component values (nil = missing).
    ///   - weights: those that are tried.
    ///   - limit: how many of the list are told.
    init(
        _ products: [(id: UUID, name: String, score: Double, values: [Double?])], weights: ScoreWeights, limit: Int
    ) {
        let list = weights.list
        let weighed = products.compactMap { product -> (id: UUID, name: String, before: Double, after: Double)? in
            var points = 0.0
            var measured = 0.0
            for (weight, value) in zip(list, product.values) {
                guard let value else { continue }
                points += weight * value
                measured += weight
            }
            guard measured > 0 else { return nil }
            return (product.id, product.name, product.score, min(100, max(0, points / measured)))
        }
        func places(_ score: (Int) -> Double) -> [Int] {
            let order = weighed.indices.sorted {
                (score($1), weighed[$0].id.uuidString) < (score($0), weighed[$1].id.uuidString)
            }
            var places = [Int](repeating: 0, count: order.count)
            for (place, index) in order.enumerated() { places[index] = place + 1 }
            return places
        }
        let (before, after) = (places { weighed[$0].before }, places { weighed[$0].after })
        first = weighed.indices.sorted { after[$0] < after[$1] }.prefix(max(0, limit)).map { index in
            let one = weighed[index]
            return Item(
                product: one.id, name: one.name, before: one.before, after: one.after, placeBefore: before[index],
                placeAfter: after[index])
        }
        scored = weighed.count
        rise = weighed.count { $0.after - $0.before >= Self.noticeable }
        fall = weighed.count { $0.before - $0.after >= Self.noticeable }
    }
}
