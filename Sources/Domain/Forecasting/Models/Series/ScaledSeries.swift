/// A history that recursions can square and divide without overflow: values are divided by a power of two so that none exceeds
/// two in size, and steps before the first observation are left out.
package struct ScaledSeries: Sendable {
    /// Oldest first, beginning with an observation; NaN in gaps.
    package let values: ContiguousArray<Double>
    /// Steps before the first observation.
    package let lead: Int
    /// What a value here is to be multiplied by.
    package let scale: Double
    /// Steps of a season; 1 for none.
    package let season: Int
    /// Values that are not gaps, at least 1.
    package let observed: Int
    /// Of the observed.
    package let minimum: Double

    /// - Returns: nil where nothing was observed.
    package init?(_ history: History) {
        guard let first = history.values.firstIndex(where: { !$0.isNaN }) else { return nil }
        var largest = 0.0
        for value in history.values where !value.isNaN { largest = max(largest, abs(value)) }
        let scale = largest > 0 ? largest.binade : 1
        var observed = 0
        var minimum = Double.infinity
        var values = ContiguousArray<Double>()
        values.reserveCapacity(history.values.count - first)
        for value in history.values[first...] {
            let scaled = value / scale
            values.append(scaled)
            if !scaled.isNaN {
                observed += 1
                minimum = min(minimum, scaled)
            }
        }
        self.values = values
        self.lead = first
        self.scale = scale
        self.season = history.season
        self.observed = observed
        self.minimum = minimum
    }

    /// Whether the history holds `times` whole seasons of two steps or more.
    package func hasSeasons(_ times: Int) -> Bool { season > 1 && values.count / season >= times }

    /// The same values with gaps bridged by straight lines, and by the last observation at the end.
    package var bridged: ContiguousArray<Double> {
        guard observed < values.count else { return values }
        var bridged = values
        var last = 0
        for index in bridged.indices.dropFirst() where !bridged[index].isNaN {
            if index - last > 1 {
                let step = (bridged[index] - bridged[last]) / Double(index - last)
                for gap in (last + 1)..<index { bridged[gap] = bridged[last] + step * Double(gap - last) }
            }
            last = index
        }
        for index in (last + 1)..<max(last + 1, bridged.count) { bridged[index] = bridged[last] }
        return bridged
    }
}
