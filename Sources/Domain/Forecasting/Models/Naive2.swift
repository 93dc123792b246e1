/// The benchmark that OWA divides by: the last observation, without its season where the M4 test finds one by a multiplicative
/// classical decomposition, and with that of each step to come (Makridakis, Spiliotis and Assimakopoulos, 2020).
package struct Naive2: ParameterFreeModel {
    package struct State: Sendable {
        var last: Double
        var season: SeasonalCycle
    }

    package let name = "naive2"

    package init() {}

    package func run(_ series: ScaledSeries, fitted: UnsafeMutableBufferPointer<Double>) -> State? {
        let bridged = series.bridged
        let season = series.season
        var indices = ContiguousArray(repeating: 1.0, count: season)
        if SeasonalityTest.isSeasonal(bridged, season: season),
            let found = ClassicalDecomposition(bridged, season: season, pattern: .multiplicative)
        {
            indices = found.indices
        }
        var last = bridged[0] / indices[0]
        for step in bridged.indices.dropFirst() {
            fitted[step] = last * indices[step % season]
            if !series.values[step].isNaN { last = bridged[step] / indices[step % season] }
        }
        return State(last: last, season: SeasonalCycle(values: indices, phase: bridged.count % season))
    }

    package func extrapolate(_ state: State, horizon: Int) -> ContiguousArray<Double> {
        ContiguousArray(state.season.repeated(horizon).map { state.last * $0 })
    }
}
