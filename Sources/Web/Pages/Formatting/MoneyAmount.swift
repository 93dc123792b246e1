/// A price as the database keeps it, ready to be shown: the amount and the currency apart, because the currency is set
/// in a lighter weight.
package struct MoneyAmount: Hashable, Sendable {
    /// In the currency's smallest unit.
    package let minorUnits: Int64
    /// ISO 4217.
    package let currency: String
    /// Decimals of the currency, 0...4.
    package let minorDigits: Int

    package init(minorUnits: Int64, currency: String, minorDigits: Int = 2) {
        self.minorUnits = minorUnits
        self.currency = currency
        self.minorDigits = minorDigits
    }

    /// "1 249.00", without the currency.
    var amount: String { NumberText.fixed(minorUnits, digits: minorDigits) }

    /// "1 249.00 EUR", for sentences and text read aloud.
    var sentence: String { amount + "\u{00A0}" + currency }

    /// How far another price lies from this one, as a share of this one; nil across currencies or from nothing.
    func change(to other: MoneyAmount) -> Double? {
        guard currency == other.currency, minorDigits == other.minorDigits, minorUnits > 0 else { return nil }
        return Double(other.minorUnits) / Double(minorUnits) - 1
    }
}
