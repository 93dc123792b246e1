import Foundation

/// The admissible forms of exponential smoothing together, each weighted by how likely Akaike's corrected criterion finds it (Burnham
/// and Anderson, 2002, section 2.9; for smoothing Kolassa, 2011). Where one form is clearly best it is that form.
package struct AveragedEts: ForecastModel {
    package let name = "ets-average"
    private let choice: AutoEts
    // Forms less likely than this against the best are left out.
    private static let least = 0.05

    package init() { choice = AutoEts() }

    package func fit(_ history: History) -> (any FittedModel)? {
        guard let series = choice.series(history) else { return nil }
        let candidates = choice.candidates(series)
        let lowest = candidates.map(\.criterion).min() ?? 0
        let parts = candidates.compactMap { candidate -> (weight: Double, fit: any FittedModel)? in
            let weight = exp((lowest - candidate.criterion) / 2)
            guard weight >= Self.least, let fit = SettledFit(candidate.parameters, over: series) else { return nil }
            return (weight, fit)
        }
        return AveragedFits(parts) ?? choice.fit(history)
    }
}
