import Catalog
import Foundation

/// What was observed of some products, up to a day.
struct ProductEvidence: Sendable {
    /// A price a listing's source stated.
    struct Price: Sendable {
        let day: CalendarDay
        let minorUnits: Int64
        let currency: String
    }

    /// Whose listing it is and what its prices are of.
    struct ListingFacts: Sendable {
        let source: UUID
        let priceKind: String
    }

    /// A score with how it was made: its profile and which components were measured. Others are other quantities.
    struct Score: Sendable {
        let day: CalendarDay
        let value: Double
        let made: String
    }

    /// Ascending by day.
    var scores: [ForecastedProduct: [Score]] = [:]
    var prices: [UUID: [Price]] = [:]
    var listings: [UUID: ListingFacts] = [:]
    /// Of each listing of a product that states its stock.
    var stocks: [ForecastedProduct: [[(day: CalendarDay, units: Int64)]]] = [:]
    /// The days of each source's lists, ascending.
    var listDays: [UUID: [CalendarDay]] = [:]

    /// The series a forecast is made of.
    /// - Parameter listing: of the best offer.
    /// - Returns: nil where nothing was observed.
    func series(
        _ measure: ForecastMeasure, of product: ForecastedProduct, category: String?, listing: UUID?
    ) -> ProductSeries? {
        guard measure == .price else { return series(measure, of: product, category: category, price: nil, step: nil) }
        // What was asked in another currency before is another quantity.
        guard let listing, let facts = listings[listing], let currency = prices[listing]?.last?.currency else {
            return nil
        }
        return series(
            measure, of: product, category: category,
            price: ProductSeries.PriceSubject(listing: listing, currency: currency, kind: facts.priceKind), step: nil)
    }

    /// The series of a subject that is known.
    /// - Parameter step: nil for what the days allow.
    func series(
        _ measure: ForecastMeasure, of product: ForecastedProduct, category: String?,
        price: ProductSeries.PriceSubject?, step: SeriesStep?
    ) -> ProductSeries? {
        let values: StepValues? =
            switch measure {
            case .score: scoreValues(product, step: step)
            case .demand: stocks[product].flatMap { StockFalls.values(of: $0, step: step) }
            case .price: price.flatMap { priceValues($0, step: step) }
            }
        return values.map {
            ProductSeries(product: product, measure: measure, category: category, price: price, steps: $0)
        }
    }

    /// Whether a product's scores of two days were made alike, so that one can be held against the other.
    func isAlike(_ product: ForecastedProduct, on one: CalendarDay, and other: CalendarDay) -> Bool {
        func made(_ day: CalendarDay) -> String? { scores[product]?.last { $0.day <= day }?.made }
        return made(one) == made(other)
    }

    /// The scores that were made as the newest was.
    private func scoreValues(_ product: ForecastedProduct, step: SeriesStep?) -> StepValues? {
        guard let all = scores[product], let newest = all.last else { return nil }
        return StepValues(
            level: all.filter { $0.made == newest.made }.map { (day: $0.day, value: $0.value) }, step: step)
    }

    private func priceValues(_ subject: ProductSeries.PriceSubject, step: SeriesStep?) -> StepValues? {
        let all = prices[subject.listing] ?? []
        let start = (all.lastIndex { $0.currency != subject.currency }).map { $0 + 1 } ?? 0
        // Where the currency has changed since, what it cost in the old one stays known.
        let points = start < all.count ? Array(all[start...]) : all.filter { $0.currency == subject.currency }
        let days = listings[subject.listing].flatMap { listDays[$0.source] } ?? []
        return StepValues(
            level: points.map { (day: $0.day, value: Double($0.minorUnits)) },
            listDays: days.isEmpty ? points.map(\.day) : days, step: step)
    }
}
