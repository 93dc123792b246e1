package import Catalog
package import Foundation

/// What is known of one quantity of one product, at even steps.
package struct ProductSeries: Sendable {
    package let product: ForecastedProduct
    package let measure: ForecastMeasure
    package let category: String?
    /// Of prices alone.
    package let price: PriceSubject?
    package let step: SeriesStep
    /// The number of the first value's step.
    package let start: Int
    /// Oldest first, the last one known; NaN where nothing was observed. May be empty.
    package let values: [Double]
    /// The last day anything was observed on.
    package let origin: CalendarDay

    /// Whose price a series is of. Prices of other currencies and kinds are never in it.
    package struct PriceSubject: Sendable, Hashable {
        package let listing: UUID
        /// ISO 4217.
        package let currency: String
        package let kind: String

        package init(listing: UUID, currency: String, kind: String) {
            self.listing = listing
            self.currency = currency
            self.kind = kind
        }
    }

    package init(
        product: ForecastedProduct, measure: ForecastMeasure, category: String? = nil, price: PriceSubject? = nil,
        steps: StepValues
    ) {
        self.product = product
        self.measure = measure
        self.category = category
        self.price = price
        step = steps.step
        start = steps.start
        values = steps.values
        origin = steps.lastDay
    }

    /// Steps of which something is known.
    package var observations: Int { values.count { $0.isFinite } }

    /// The level the naive forecast repeats: the last value, and of demand the mean of the last week's days or four weeks.
    package var level: Double {
        let known = values.filter(\.isFinite)
        guard measure == .demand else { return known.last ?? 0 }
        let recent = known.suffix(step == .day ? 7 : 4)
        return recent.isEmpty ? 0 : recent.reduce(0) { $0 + $1 / Double(recent.count) }
    }

    /// The value of the step a day falls into; nil where it is not known or not over yet.
    package func value(on day: CalendarDay) -> Double? {
        let place = step.ordinal(of: day) - start
        guard origin >= day, values.indices.contains(place), values[place].isFinite else { return nil }
        return values[place]
    }

    /// The day a view of a forecast made from here is about.
    package func dueDay(_ view: ForecastView) -> CalendarDay { origin.adding(days: view.steps(of: step) * step.days) }
}
