/// The weighted mean of what was measured.
struct FigureWeighing {
    /// 0–100; nil when nothing with a weight was measured or something is missing that is refused without.
    let score: Double?
    /// The weights of the measured components, 0–1.
    let completeness: Double
    let sharesMissingWeight: Bool
    let refusedFor: [String]
    let components: [FigureComponentScore]

    init(_ reading: FigureReading, by components: [FigureComponent]) {
        let values = reading.outcomes.map(\.measurement?.value)
        var points = 0.0
        var weights = 0.0
        for (component, value) in zip(components, values) {
            guard let value else { continue }
            points += component.weight * value
            weights += component.weight
        }
        refusedFor = zip(components, values).filter { $1 == nil && $0.missing == .refuse }.map(\.0.name)
        let lacksWeight = zip(components, values).contains { $1 == nil && $0.weight > 0 }
        // Weights without an exact binary form may sum to a little less than 1.
        completeness = lacksWeight ? min(1, weights) : 1
        let mean = refusedFor.isEmpty && weights > 0 ? min(100, max(0, points / weights)) : nil
        score = mean
        sharesMissingWeight = mean != nil && lacksWeight
        self.components = zip(components, reading.outcomes).map { component, outcome in
            let value = outcome.measurement?.value
            let applied = value == nil || mean == nil ? 0 : component.weight / weights
            return FigureComponentScore(
                name: component.name, outcome: outcome, weight: component.weight, appliedWeight: applied,
                points: applied * (value ?? 0))
        }
    }
}
