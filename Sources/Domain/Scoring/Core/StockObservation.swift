package import Catalog

/// How much of a listing its source had on one day.
package struct StockObservation: Hashable, Sendable {
    package let day: CalendarDay
    /// In whatever unit the source counts; the same for all observations of a listing. Negative counts (oversold)
    /// are read as zero.
    package let units: Int64
    /// How many shops have it, if the source says so.
    package let stores: Int?

    package init(day: CalendarDay, units: Int64, stores: Int? = nil) {
        self.day = day
        self.units = units
        self.stores = stores
    }
}
