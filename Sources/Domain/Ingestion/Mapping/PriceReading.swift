import Catalog

/// A price cell: an amount that can be a price, or why it cannot.
enum PriceReading {
    case money(Money)
    /// A sentence fragment.
    case problem(String)

    /// Highest price taken, in major units.
    static let highest: Int64 = 10_000_000

    static func read(_ text: String, currency: Currency, mark: DecimalMark) -> PriceReading {
        do throws(NumberProblem) {
            let money = try Money.read(text, currency: currency, mark: mark)
            let scale = (0..<currency.minorDigits).reduce(Int64(1)) { value, _ in value * 10 }
            if money.minorUnits < 0 { return .problem("the price \(CellValues.quoted(text)) is negative") }
            if money.minorUnits == 0 { return .problem("the price is zero") }
            if money.minorUnits > highest * scale {
                return .problem("the price \(CellValues.quoted(text)) is above 10,000,000.00")
            }
            return .money(money)
        } catch {
            return .problem("the price \(CellValues.quoted(text)) \(error.reason)")
        }
    }
}
