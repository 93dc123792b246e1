package import Catalog

/// What the caller knows about a price book beyond its bytes.
package struct PriceBookOptions: Sendable {
    /// The day the book was true; wins over the file name, never over a date column.
    package var date: CalendarDay?
    /// The present day. Given by the caller, so that reading a file is repeatable.
    package var today: CalendarDay
    /// The shop of every row, for a mapping without a shop column.
    package var shop: String?
    /// Paths of the second files a mapping looks values up in, by the mapping's name for them.
    package var lookups: [String: String]

    package init(
        date: CalendarDay? = nil, today: CalendarDay, shop: String? = nil, lookups: [String: String] = [:]
    ) {
        self.date = date
        self.today = today
        self.shop = shop
        self.lookups = lookups
    }
}
