/// Seasonal indices by classical decomposition: means over each phase of what is left beside a centred moving average over one season
/// (Macaulay, 1931; as in Makridakis, Wheelwright and Hyndman, 1998, chapter 3).
package struct ClassicalDecomposition: Sendable {
    package let pattern: SeasonalPattern
    /// One for each phase, the first being that of the first value.
    package let indices: ContiguousArray<Double>

    /// - Parameter values: without gaps.
    /// - Returns: nil for fewer than two seasons, and where a factor would not be above zero.
    package init?(_ values: ContiguousArray<Double>, season: Int, pattern: SeasonalPattern) {
        guard season > 1, values.count >= 2 * season else { return nil }
        let trend = Self.movingAverage(values, season)
        let first = season / 2
        var sums = ContiguousArray(repeating: 0.0, count: season)
        var counts = ContiguousArray(repeating: 0.0, count: season)
        for (place, level) in trend.enumerated() {
            let step = first + place
            let detrended = pattern == .additive ? values[step] - level : values[step] / level
            guard detrended.isFinite else { continue }
            sums[step % season] += detrended
            counts[step % season] += 1
        }
        guard !counts.contains(0) else { return nil }
        for phase in sums.indices { sums[phase] /= counts[phase] }
        let mean = sums.reduce(0, +) / Double(season)
        switch pattern {
        case .additive: for phase in sums.indices { sums[phase] -= mean }
        case .multiplicative:
            guard mean > 0 else { return nil }
            for phase in sums.indices { sums[phase] /= mean }
            guard sums.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
        }
        self.pattern = pattern
        indices = sums
    }

    /// Without the season; gaps stay gaps.
    package func adjusted(_ values: ContiguousArray<Double>) -> ContiguousArray<Double> {
        var adjusted = values
        for step in adjusted.indices {
            let index = indices[step % indices.count]
            adjusted[step] = pattern == .additive ? values[step] - index : values[step] / index
        }
        return adjusted
    }

    /// The season put back on the value of a step.
    package func seasoned(_ value: Double, step: Int) -> Double {
        let index = indices[step % indices.count]
        return pattern == .additive ? value + index : value * index
    }

    /// Means over a season about each step that has half a season on both sides; over an even season the ends count half.
    static func movingAverage(_ values: ContiguousArray<Double>, _ season: Int) -> ContiguousArray<Double> {
        let half = season / 2
        guard values.count > 2 * half else { return [] }
        var averages = ContiguousArray<Double>()
        averages.reserveCapacity(values.count - 2 * half)
        for step in half..<(values.count - half) {
            var sum = 0.0
            for place in (step - half)...(step + half) { sum += values[place] }
            if season.isMultiple(of: 2) { sum -= (values[step - half] + values[step + half]) / 2 }
            averages.append(sum / Double(season))
        }
        return averages
    }
}
