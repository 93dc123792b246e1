/// What share of the score each component has. The shares are not negative and sum to 1 within `tolerance`.
package struct ScoreWeights: Hashable, Sendable {
    package let media: Double
    package let retail: Double
    package let price: Double
    package let inventory: Double
    package let search: Double

    /// How far the sum may be from 1, so that decimal fractions that have no exact binary form are accepted.
    package static let tolerance = 1e-9

    /// Throws when a weight is negative, not finite, or the five do not sum to 1.
    package init(
        media: Double, retail: Double, price: Double, inventory: Double, search: Double
    ) throws(ScoreProfileProblem) {
        self.init(unchecked: (media, retail, price, inventory, search))
        for component in ScoreComponent.allCases where !(self[component] >= 0 && self[component].isFinite) {
            throw .weightOutOfRange(component, self[component])
        }
        let sum = media + retail + price + inventory + search
        guard abs(sum - 1) <= Self.tolerance else { throw .weightsDoNotSumToOne(sum) }
    }

    private init(unchecked weights: (Double, Double, Double, Double, Double)) {
        (media, retail, price, inventory, search) = weights
    }

    /// The weights of the first profile: 25 % media, 25 % retail, 15 % price, 20 % inventory, 15 % search.
    package static let abvV1 = ScoreWeights(unchecked: (0.25, 0.25, 0.15, 0.20, 0.15))

    package subscript(component: ScoreComponent) -> Double {
        switch component {
        case .media: media
        case .retail: retail
        case .price: price
        case .inventory: inventory
        case .search: search
        }
    }
}
