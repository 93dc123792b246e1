import Catalog
import Forecasting
import Foundation
import Pages

/// What was seen of a product, as its page has read it, for the past of a forecast's picture.
struct SeenQuantities {
    let prices: [PricePoint]
    let stocks: [StockPoint]
    let scores: [ScorePoint]

    /// The past of what a forecast is of, oldest first.
    func history(of forecast: ProductForecast) -> [ShownForecast.Known] {
        switch forecast.measure {
        case .score: scores.map { .init(day: DayStamp($0.day), value: $0.score) }
        case .price:
            prices.filter { $0.listing == forecast.price?.listing && $0.currency == forecast.price?.currency }
                .map { .init(day: DayStamp($0.day), value: Double($0.minorUnits)) }
        case .demand: demand(forecast.step)
        }
    }

    private func demand(_ step: SeriesStep) -> [ShownForecast.Known] {
        let counts = Dictionary(grouping: stocks, by: \.listing).values.map { points in
            points.map { (day: $0.day, units: Int64($0.units)) }
        }
        guard let values = StockFalls.values(of: counts, step: step) else { return [] }
        return values.values.enumerated().filter { $0.element.isFinite }.map { place, value in
            // A step is over on its last day.
            let day = min(values.lastDay, step.lastDay(of: values.start + place))
            return .init(day: DayStamp(day), value: value)
        }
    }
}
