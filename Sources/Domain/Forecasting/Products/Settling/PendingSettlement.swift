import Catalog
import Foundation

/// What a forecast said of a day that has come, before it is known what came.
struct PendingSettlement: Sendable {
    let forecast: UUID
    let view: Int
    let due: CalendarDay
    let originValue: Double
    let product: ForecastedProduct
    let measure: ForecastMeasure
    let step: SeriesStep
    let price: ProductSeries.PriceSubject?

    /// What came; nil while it is not known. A gap stays one: what is missing is not zero.
    func actual(in evidence: ProductEvidence) -> Double? {
        evidence.series(measure, of: product, category: nil, price: price, step: step)?.value(on: due)
    }
}
