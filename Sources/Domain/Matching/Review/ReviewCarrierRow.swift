package import Foundation
package import Postgres

/// A listing that is the product of a pair.
package struct ReviewCarrierRow: Sendable, RowDecodable {
    package let id: UUID
    package let name: String
    package let brand: String?
    package let producer: String?
    package let millilitres: Int?
    package let strengthBasisPoints: Int?
    package let vintage: Int?
    package let gtin: String?
    /// Which source, without saying which: 0 for the source of the listing that is asked about, others from 1 on.
    package let source: Int

    package init(row: inout RowReader) throws {
        id = try row.next()
        name = try row.next()
        brand = try row.nextOptional()
        producer = try row.nextOptional()
        millilitres = try row.nextOptional()
        strengthBasisPoints = try row.nextOptional()
        vintage = try row.nextOptional()
        gtin = try row.nextOptional()
        source = try row.next()
    }
}
