package import Catalog

/// What a listing cost on one day.
package struct PriceObservation: Hashable, Sendable {
    package let day: CalendarDay
    /// In minor units of `currency`. Observations of zero or less are ignored: they are placeholders, not prices.
    package let minorUnits: Int64
    package let currency: Currency

    package init(day: CalendarDay, minorUnits: Int64, currency: Currency) {
        self.day = day
        self.minorUnits = minorUnits
        self.currency = currency
    }
}
