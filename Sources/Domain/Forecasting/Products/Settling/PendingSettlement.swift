import Catalog
import Foundation

/// What a forecast said of a day that has come, before it is known what came.
struct PendingSettlement: Sendable {
    let forecast: UUID
    let view: Int
    let origin: CalendarDay
    let due: CalendarDay
    let originValue: Double
    let product: ForecastedProduct
    let measure: ForecastMeasure
    let step: SeriesStep
    let price: ProductSeries.PriceSubject?

    /// What came; nil while it is not known. A gap stays one: what is missing is not zero. A score that was made otherwise since, by
    /// another profile or from other components, is not what was forecast, and never settles it.
    func actual(in evidence: ProductEvidence) -> Double? {
        guard measure != .score || evidence.isAlike(product, on: origin, and: due) else { return nil }
        return evidence.series(measure, of: product, category: nil, price: price, step: step)?.value(on: due)
    }
}
