package import Catalog
package import Postgres

/// A listing as a sample shows it.
package struct ListingSampleRow: Sendable, RowDecodable {
    package let name: String
    package let millilitres: Int?
    package let priceMinor: Int?
    package let currency: String?
    package let stock: Int?
    package let lastSeen: CalendarDay

    package init(row: inout RowReader) throws {
        name = try row.next()
        millilitres = try row.nextOptional()
        priceMinor = try row.nextOptional()
        currency = try row.nextOptional()
        stock = try row.nextOptional()
        lastSeen = try row.next()
    }
}
