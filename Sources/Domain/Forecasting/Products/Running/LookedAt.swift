import Catalog
import Foundation

/// A quantity of a product that was looked at, and what came of it.
struct LookedAt: Sendable {
    let candidate: ForecastCandidate
    let measure: ForecastMeasure
    /// nil where nothing was observed.
    let series: ProductSeries?
    /// What its forecast depends on.
    let print: [UInt8]

    /// nil where it can be forecast.
    var refusal: SeriesRefusal? {
        guard let series, series.observations > 0 else { return .nothing }
        return series.observations < SeriesRefusal.leastObservations ? .tooFew : nil
    }
}
