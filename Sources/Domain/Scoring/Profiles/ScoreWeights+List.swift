extension ScoreWeights {
    /// One entry per component, in the order of `ScoreComponent.allCases`.
    package var list: [Double] { ScoreComponent.allCases.map { self[$0] } }

    /// Throws as the other initialiser does.
    /// - Parameter list: one entry per component, in their order; others count as not a number.
    package init(_ list: [Double]) throws(ScoreProfileProblem) {
        func weight(_ component: ScoreComponent) -> Double {
            list.indices.contains(component.place) ? list[component.place] : .nan
        }
        try self.init(
            media: weight(.media), retail: weight(.retail), price: weight(.price), inventory: weight(.inventory),
            search: weight(.search))
    }
}
