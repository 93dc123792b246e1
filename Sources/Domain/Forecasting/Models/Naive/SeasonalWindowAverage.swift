/// Every step to come is the mean of the last observations of the same phase; a phase never observed is like the mean of all.
package struct SeasonalWindowAverage: ParameterFreeModel {
    package let name = "seasonal-window-average"
    /// Seasons looked back, at least 1.
    package let seasons: Int

    package init(seasons: Int = 4) { self.seasons = max(1, seasons) }

    package func run(_ series: ScaledSeries, fitted: UnsafeMutableBufferPointer<Double>) -> SeasonalCycle? {
        let season = series.season
        for step in series.values.indices.dropFirst() { fitted[step] = mean(series, before: step) }
        let known = series.values.lazy.filter { !$0.isNaN }
        let overall = known.reduce(0, +) / Double(series.observed)
        let count = series.values.count
        var cycle = ContiguousArray(repeating: overall, count: season)
        for ahead in 0..<season {
            let mean = mean(series, before: count + ahead)
            if !mean.isNaN { cycle[(count + ahead) % season] = mean }
        }
        return SeasonalCycle(values: cycle, phase: count % season)
    }

    package func extrapolate(_ state: SeasonalCycle, horizon: Int) -> ContiguousArray<Double> {
        state.repeated(horizon)
    }

    private func mean(_ series: ScaledSeries, before step: Int) -> Double {
        var sum = 0.0
        var count = 0.0
        for back in 1...seasons {
            let place = step - back * series.season
            guard place >= 0 else { break }
            if place < series.values.count, !series.values[place].isNaN {
                sum += series.values[place]
                count += 1
            }
        }
        return count > 0 ? sum / count : .nan
    }
}
