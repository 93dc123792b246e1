/// A quantity that is forecast. The raw values are those of the forecast.
package enum ShownMeasure: String, CaseIterable, Sendable {
    case score, price, demand

    func word(_ text: InterfaceText) -> String {
        switch self {
        case .score: text[.forecastScore]
        case .price: text[.forecastPrice]
        case .demand: text[.forecastDemand]
        }
    }
}
