package import Foundation

/// A price as a source states it.
package struct SourcePrice: Sendable, Hashable {
    /// What the price is for.
    package enum Unit: Sendable, Hashable {
        case piece, bottle, `case`
        /// So many of a measure, such as 0.1 kg.
        case measure(Decimal, String)
        /// The source does not say. Such a price is shown and not compared.
        case unknown
    }

    /// More than nothing, less than a thousand million.
    package let amount: Decimal
    /// ISO 4217.
    package let currency: String
    package let unit: Unit

    /// - Returns: nil for an amount that is no price: nothing, less, or out of all bounds.
    package init?(_ amount: Decimal?, currency: String, unit: Unit) {
        guard let amount, amount.isFinite, amount > 0, amount < 1_000_000_000 else { return nil }
        self.amount = amount
        self.currency = currency
        self.unit = unit
    }
}
