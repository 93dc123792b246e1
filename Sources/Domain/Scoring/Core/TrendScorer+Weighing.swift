import Catalog

extension TrendScorer {
    func measure(_ evidence: ProductEvidence, asOf day: CalendarDay) -> ScoreMeasurement {
        ScoreMeasurement(
            day: day,
            media: MediaMeasure(context: context, day: day).measure(evidence),
            retail: RetailMeasure(context: context, day: day).measure(evidence),
            price: PriceMeasure(context: context, day: day).measure(evidence),
            inventory: InventoryMeasure(context: context, day: day).measure(evidence),
            search: SearchMeasure(context: context, day: day).measure(evidence))
    }

    func score(_ measurement: ScoreMeasurement, after previous: ScoreMeasurement) -> TrendScore {
        let (score, completeness) = weigh(measurement)
        var momentum: Double?
        if let score, let before = weigh(previous).score { momentum = score - before }
        let comparable = momentum != nil && measurement.measuresSame(as: previous)
        return TrendScore(
            profile: profile.name, asOf: measurement.day, periodDays: profile.periodDays, score: score,
            tier: score.map { profile.cutOffs.tier(score: $0, momentum: comparable ? momentum : nil) },
            momentum: momentum, momentumIsComparable: comparable, completeness: completeness,
            components: ScoreComponent.allCases.map { component in
                let result = measurement[component]
                let weight = profile.weights[component]
                let applied = result.value == nil || completeness <= 0 ? 0 : weight / completeness
                return ComponentScore(component: component, result: result, weight: weight, appliedWeight: applied)
            })
    }

    /// The weighted mean of the measured components, and the sum of their weights.
    private func weigh(_ measurement: ScoreMeasurement) -> (score: Double?, completeness: Double) {
        var points = 0.0
        var weights = 0.0
        for component in ScoreComponent.allCases {
            guard let value = measurement[component].value else { continue }
            let weight = profile.weights[component]
            points += weight * value
            weights += weight
        }
        guard weights > 0 else { return (nil, 0) }
        return (min(100, max(0, points / weights)), min(1, weights))
    }
}
