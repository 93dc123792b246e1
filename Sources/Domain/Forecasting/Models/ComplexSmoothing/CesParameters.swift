/// Smoothing parameters of a complex exponential smoothing model.
package struct CesParameters: SettledParameters {
    package let season: CesSeason
    /// Real and imaginary part of what smooths the level (or each phase), both about 1.
    package let alpha: (real: Double, imaginary: Double)
    /// Of what smooths the season; the imaginary part only of a full one.
    package let beta: (real: Double, imaginary: Double)

    /// - Parameter point: as many numbers as the season has parameters.
    init(_ season: CesSeason, _ point: ContiguousArray<Double>) {
        self.season = season
        alpha = (point[0], point[1])
        beta = (point.count > 2 ? point[2] : 0, point.count > 3 ? point[3] : 0)
    }

    package func run(_ series: ScaledSeries, fitted: UnsafeMutableBufferPointer<Double>) -> CesState? {
        var state = firstState(series, from: CesState(series.bridged, season: series.season, season))
        series.values.withUnsafeBufferPointer { CesRecursion(self, $0).run(&state, backward: false, into: fitted) }
        state.phase = series.values.count % series.season
        return state
    }

    package func extrapolate(_ state: CesState, horizon: Int) -> ContiguousArray<Double> {
        var state = state
        let first = state.phase
        let gaps = ContiguousArray(repeating: Double.nan, count: horizon)
        var forecast = gaps
        gaps.withUnsafeBufferPointer { gaps in
            forecast.withUnsafeMutableBufferPointer { forecast in
                CesRecursion(self, gaps, phase: first).run(&state, backward: false, into: forecast)
            }
        }
        return forecast
    }

    /// The state before the first step by backcasting: there and back again, as Svetunkov, Kourentzes and Ord (2022) do.
    func firstState(_ series: ScaledSeries, from guess: CesState) -> CesState {
        var state = guess
        series.values.withUnsafeBufferPointer { values in
            let recursion = CesRecursion(self, values)
            recursion.run(&state, backward: false, into: nil)
            recursion.run(&state, backward: true, into: nil)
        }
        return state
    }
}
