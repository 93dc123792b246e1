package import Foundation

extension PricePoint {
    /// A price from its parts, for what is not read from the database: samples and tests.
    package init(listing: UUID, day: CalendarDay, minorUnits: Int64, currency: String, run: UUID) {
        self.listing = listing
        self.day = day
        self.minorUnits = minorUnits
        self.currency = currency
        self.run = run
    }
}
