/// The values of a score's components on one day with the weights they had in it.
package struct WeighedValues: Hashable, Sendable {
    struct Part: Hashable {
        let value: Double
        /// After the weights of missing components were shared out.
        let weight: Double
    }

    /// Measured components only; their weights sum to 1 unless there are none.
    let parts: [ScoreComponent: Part]

    /// - Parameters:
    ///   - values: 0–100; absent or not a number = missing.
    ///   - weights: of the profile.
    package init(values: [ScoreComponent: Double], weights: ScoreWeights) {
        let measured = ScoreComponent.allCases.filter { component in
            weights[component] > 0 && values[component]?.isFinite ?? false
        }
        let sum = measured.reduce(0) { $0 + weights[$1] }
        parts = Dictionary(
            uniqueKeysWithValues: measured.map { component in
                (component, Part(value: values[component] ?? 0, weight: weights[component] / sum))
            })
    }

    /// As they stand in a score.
    package init(_ score: TrendScore) {
        let measured = score.components.compactMap { component -> (ScoreComponent, Part)? in
            guard let value = component.result.value, value.isFinite, component.appliedWeight > 0 else { return nil }
            return (component.component, Part(value: value, weight: component.appliedWeight))
        }
        parts = Dictionary(measured) { first, _ in first }
    }

    /// The weighted mean; nil of nothing.
    var score: Double? {
        parts.isEmpty
            ? nil
            : ScoreComponent.allCases.reduce(0) { $0 + (parts[$1].map { $0.value * $0.weight } ?? 0) }
    }
}
