package import Catalog
package import Foundation

/// A forecast of a product's quantity as it was published.
package struct ProductForecast: Sendable {
    package let id: UUID
    package let product: ForecastedProduct
    package let measure: ForecastMeasure
    package let kind: ForecastKind
    package let step: SeriesStep
    /// The last day anything was observed on.
    package let origin: CalendarDay
    package let madeAt: Date
    /// Of prices alone.
    package let price: ProductSeries.PriceSubject?
    package let model: String
    /// The level at the origin, which the naive forecast repeats.
    package let lastValue: Double
    /// The expected value of each next step.
    package let points: [Double]
    package let interval80: PredictionInterval
    package let interval95: PredictionInterval
    /// Mean absolute errors of the backtest; nil where the history is too short for one.
    package let backtestError: Double?
    package let naiveError: Double?
    package let origins: Int
    package let observations: Int
    package let reasons: [ForecastReason]

    /// A forecast from its parts.
    package init(
        id: UUID, product: ForecastedProduct, measure: ForecastMeasure, kind: ForecastKind = .live, step: SeriesStep,
        origin: CalendarDay, madeAt: Date, price: ProductSeries.PriceSubject? = nil, model: String, lastValue: Double,
        points: [Double], interval80: PredictionInterval, interval95: PredictionInterval, backtestError: Double? = nil,
        naiveError: Double? = nil, origins: Int = 0, observations: Int, reasons: [ForecastReason] = []
    ) {
        self.id = id
        self.product = product
        self.measure = measure
        self.kind = kind
        self.step = step
        self.origin = origin
        self.madeAt = madeAt
        self.price = price
        self.model = model
        self.lastValue = lastValue
        self.points = points
        self.interval80 = interval80
        self.interval95 = interval95
        self.backtestError = backtestError
        self.naiveError = naiveError
        self.origins = origins
        self.observations = observations
        self.reasons = reasons
    }

    /// The day a step ahead (1 for the first) is about.
    package func day(ahead steps: Int) -> CalendarDay { origin.adding(days: steps * step.days) }

    /// What a view says: its day, the expected value and its bounds.
    package func view(_ view: ForecastView) -> ViewedForecast? {
        let place = view.steps(of: step) - 1
        guard points.indices.contains(place) else { return nil }
        return ViewedForecast(
            view: view, day: day(ahead: place + 1), value: points[place],
            low80: interval80.lower[place], high80: interval80.upper[place], low95: interval95.lower[place],
            high95: interval95.upper[place])
    }
}
