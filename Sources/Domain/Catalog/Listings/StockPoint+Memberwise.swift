package import Foundation

extension StockPoint {
    /// A stock count from its parts, for what is not read from the database: samples and tests.
    package init(listing: UUID, day: CalendarDay, units: Int, run: UUID) {
        self.listing = listing
        self.day = day
        self.units = units
        self.run = run
    }
}
