import API
import Catalog
import Companies
import Forecasting
import Foundation

extension Samples {
    private static let band = (
        inner: PredictionInterval(level: 0.8, lower: [980, 950], upper: [1_010, 1_060]),
        outer: PredictionInterval(level: 0.95, lower: [960, 900], upper: [1_040, 1_120])
    )

    private static let priceForecast = ProductForecast(
        id: id(70), product: ForecastedProduct(owner: .house, id: id(1)), measure: .price, step: .week,
        origin: day("2024-07-13"), madeAt: Date(timeIntervalSince1970: 1_720_900_000),
        price: .init(listing: id(11), currency: "EUR", kind: "retail"), model: "ets+dynamic-theta", lastValue: 999,
        points: [999.5, 1_001.25], interval80: band.inner, interval95: band.outer, backtestError: 12.5, naiveError: 14,
        origins: 8, observations: 40,
        reasons: [
            .level(value: 999, observations: 40), .trend(perWeek: -2.5), .season(strength: 0.4, days: 7),
            .model(name: "ets", error: nil, naiveError: nil, origins: 0), .constant, .short(observations: 3),
            .comparable(series: 12, category: "spirits.gin"), .width(low: 950, high: 1_060, days: 14),
            .record(inside: 0.47, of: 214, days: 30, factor: 2.1), .surprise(below: 980, above: 1_010),
        ])

    private static let scoreForecast = ProductForecast(
        id: id(71), product: ForecastedProduct(owner: .house, id: id(1)), measure: .score, step: .day,
        origin: day("2024-07-13"), madeAt: Date(timeIntervalSince1970: 1_720_900_000), model: "level", lastValue: 61,
        points: [61], interval80: PredictionInterval(level: 0.8, lower: [50], upper: [72]),
        interval95: PredictionInterval(level: 0.95, lower: [40], upper: [80]), observations: 3)

    static let forecast = ForecastAnswer(
        product: id(1), forecasts: [scoreForecast, priceForecast],
        states: [
            ForecastState(measure: .demand, refusal: .tooFew, observations: 2),
            ForecastState(measure: .price, refusal: nil, observations: 40),
        ],
        settled: [
            SettledForecast(
                measure: .price, kind: .backcast, view: 7, origin: day("2024-07-01"), due: day("2024-07-08"),
                predicted: 1_000.5, low80: 990, high80: 1_010, low95: 980, high95: 1_020, actual: 999, model: "ets")
        ], asOf: day("2024-07-13")
    ).bytes

    static let noForecast = ForecastAnswer(product: id(2), forecasts: [], states: [], settled: []).bytes
}
