package import Foundation
package import Postgres

/// A product by its name, for somebody who looks for one.
package struct ProductNameRow: Sendable, RowDecodable {
    package let id: UUID
    package let name: String
    package let millilitres: Int?
    package let vintage: Int?
    package let listings: Int

    package init(row: inout RowReader) throws {
        id = try row.next()
        name = try row.next()
        millilitres = try row.nextOptional()
        vintage = try row.nextOptional()
        listings = try row.next()
    }
}
