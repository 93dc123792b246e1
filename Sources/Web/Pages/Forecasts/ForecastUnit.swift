/// How values of a forecast are written, and how they are laid on a chart's whole numbers.
package struct ForecastUnit: Sendable, Hashable {
    package let measure: ShownMeasure
    /// ISO 4217; of prices alone.
    package let currency: String?
    package let minorDigits: Int

    package init(_ measure: ShownMeasure, currency: String? = nil, minorDigits: Int = 2) {
        self.measure = measure
        self.currency = currency
        self.minorDigits = minorDigits
    }

    /// Decimals of `units`.
    var digits: Int { measure == .price ? minorDigits : 1 }

    /// The value as a whole number: minor units of a price, tenths of anything else.
    func units(_ value: Double) -> Int64 {
        let scaled = (value * (measure == .price ? 1 : 10)).rounded()
        return scaled.isFinite ? Int64(min(max(scaled, -9e17), 9e17)) : 0
    }

    /// "71.4", "39.90 EUR".
    func words(_ value: Double) -> String {
        let number = NumberText.fixed(units(value), digits: digits)
        return currency.map { "\(number)\u{00A0}\($0)" } ?? number
    }

    func range(_ low: Double, _ high: Double) -> String {
        let first = NumberText.fixed(units(low), digits: digits)
        return "\(first)–\(words(high))"
    }
}
