/// An amount of money in whole minor units (cents), never a binary fraction.
package struct Money: Hashable, Sendable, CustomStringConvertible {
    /// Cents for EUR, whole yen for JPY: `currency.minorDigits` decimals. May be negative.
    package let minorUnits: Int64
    package let currency: Currency

    package init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// The amount written in `text`, with or without a currency sign (which is not compared with `currency`).
    ///
    /// Negative amounts are read; whether they make sense is the caller's decision.
    package static func read(
        _ text: some StringProtocol, currency: Currency, mark: DecimalMark
    ) throws(NumberProblem) -> Money {
        Money(minorUnits: try DecimalText.parse(text, mark: mark, scale: currency.minorDigits), currency: currency)
    }

    /// `12.90 EUR`, for logs and messages; pages format amounts themselves.
    package var description: String {
        "\(DecimalText.plain(minorUnits, scale: currency.minorDigits)) \(currency.code)"
    }
}
