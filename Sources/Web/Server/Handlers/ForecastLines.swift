import Catalog
import Forecasting
import Foundation
import Pages

extension ShownForecast {
    /// - Parameters:
    ///   - category: of the product, as filters name it.
    ///   - settled: of all quantities of the product.
    init(_ forecast: ProductForecast, category: String?, seen: SeenQuantities, settled: [SettledForecast]) {
        let measure = ShownMeasure(forecast.measure)
        let currency = forecast.price?.currency
        self.init(
            unit: ForecastUnit(
                measure, currency: currency,
                minorDigits: currency.flatMap { Currency(code: $0)?.minorDigits } ?? 2),
            priceKind: forecast.price.flatMap { ShownPriceKind(rawValue: $0.kind) } ?? .unknown,
            product: forecast.product.id.uuidString.lowercased(),
            listing: forecast.price?.listing.uuidString.lowercased(), category: category,
            origin: DayStamp(forecast.origin), madeAt: MomentStamp(forecast.madeAt), stepDays: forecast.step.days,
            model: forecast.model, level: forecast.lastValue, points: forecast.points,
            band80: Band(lower: forecast.interval80.lower, upper: forecast.interval80.upper),
            band95: Band(lower: forecast.interval95.lower, upper: forecast.interval95.upper),
            history: seen.history(of: forecast),
            settled: settled.filter { $0.measure == forecast.measure }.map(SettledMark.init),
            reasons: forecast.reasons.map(ShownForecastReason.init))
    }
}

extension ShownMeasure {
    init(_ measure: ForecastMeasure) {
        self =
            switch measure {
            case .score: .score
            case .price: .price
            case .demand: .demand
            }
    }
}

extension SettledMark {
    init(_ settled: SettledForecast) {
        self.init(
            days: settled.view, origin: DayStamp(settled.origin), due: DayStamp(settled.due),
            predicted: settled.predicted, low80: settled.low80, high80: settled.high80, actual: settled.actual,
            isBackcast: settled.kind == .backcast)
    }
}

extension ShownForecastReason {
    init(_ reason: ForecastReason) {
        self =
            switch reason {
            case .level(let value, let observations): .level(value: value, observations: observations)
            case .trend(let perWeek): .trend(perWeek: perWeek)
            case .season(let strength, let days): .season(strength: strength, days: days)
            case .model(let name, let error, let naiveError, let origins):
                .model(name: name, error: error, naiveError: naiveError, origins: origins)
            case .constant: .constant
            case .short(let observations): .short(observations: observations)
            case .comparable(let series, let category): .comparable(series: series, category: category)
            case .record(let inside, let of, let days, let factor):
                .record(inside: inside, of: of, days: days, factor: factor)
            case .width(let low, let high, let days): .width(low: low, high: high, days: days)
            case .surprise(let below, let above): .surprise(below: below, above: above)
            }
    }
}

extension ForecastSection.Refusal {
    init?(_ state: ForecastState) {
        guard state.refusal != nil else { return nil }
        self.init(measure: ShownMeasure(state.measure), observations: state.observations)
    }
}
