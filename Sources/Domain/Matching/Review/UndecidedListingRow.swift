import Catalog
import Foundation
import Postgres

/// A listing that is a product of its own because no rule could tell.
struct UndecidedListingRow: RowDecodable {
    let listing: UnmatchedListing
    let product: UUID

    init(row: inout RowReader) throws {
        product = try row.next()
        listing = try UnmatchedListing(row: &row)
    }

    /// As it is compared.
    var record: PairRecord {
        let identity = listing.identity
        var record = PairRecord.texts(of: identity.facts, country: listing.country)
        record[.name] = listing.title
        record[.brand] = [identity.brand, identity.producer].compactMap(\.self).joined(separator: " ")
        return PairRecord(record)
    }
}

extension PairRecord {
    /// What facts say, in texts.
    static func texts(of facts: ItemFacts, country: String?) -> [FieldRole: String] {
        var texts: [FieldRole: String] = [:]
        texts[.volume] = facts.millilitres.map { "\($0)" }
        texts[.strength] = facts.strengthBasisPoints.map { "\(Double($0) / 100)" }
        texts[.vintage] = facts.vintage.map { "\($0)" }
        texts[.category] = facts.category?.rawValue
        texts[.country] = country
        return texts
    }

    /// A product as it is compared.
    init(_ product: ProductIdentity<UUID>) {
        var texts = Self.texts(of: product.facts, country: nil)
        texts[.name] = product.names.first
        texts[.brand] = product.makers.joined(separator: " ")
        self.init(texts)
    }
}
