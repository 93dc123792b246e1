/// A quantity of a product that is forecast.
package enum ForecastMeasure: String, Sendable, Hashable, Codable, CaseIterable {
    /// The trend score, 0–100.
    case score
    /// What the listing of the best offer costs, in minor units of its currency.
    case price
    /// Units out of stock in a step, over all listings that state their stock.
    case demand

    /// The values it may have.
    var range: ClosedRange<Double> {
        self == .score ? 0...100 : 0...Double.greatestFiniteMagnitude
    }
}
