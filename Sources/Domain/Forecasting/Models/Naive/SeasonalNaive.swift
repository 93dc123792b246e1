/// Every step to come is like the last observed one of the same phase; a phase never observed is like the last observation.
package struct SeasonalNaive: ParameterFreeModel {
    package let name = "seasonal-naive"

    package init() {}

    package func run(_ series: ScaledSeries, fitted: UnsafeMutableBufferPointer<Double>) -> SeasonalCycle? {
        var cycle = ContiguousArray(repeating: Double.nan, count: series.season)
        var last = series.values[0]
        for step in series.values.indices {
            let phase = step % series.season
            fitted[step] = cycle[phase]
            if !series.values[step].isNaN {
                last = series.values[step]
                cycle[phase] = last
            }
        }
        for phase in cycle.indices where cycle[phase].isNaN { cycle[phase] = last }
        return SeasonalCycle(values: cycle, phase: series.values.count % series.season)
    }

    package func extrapolate(_ state: SeasonalCycle, horizon: Int) -> ContiguousArray<Double> {
        state.repeated(horizon)
    }
}
