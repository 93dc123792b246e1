package import Catalog

/// How one source's price books are laid out. The file format is described in `docs/mapping-files.md`.
package struct Mapping: Sendable {
    /// The book's id: lower-case letters, digits and hyphens.
    package let name: String
    /// What a person calls the book.
    package let title: String
    /// The name of the source the book usually belongs to, as a suggestion.
    package let source: String?
    /// True when the book only tells price and stock of items another book of the source names.
    package let observations: Bool
    package let currency: Currency
    package let priceKind: PriceKind
    /// Whether prices include tax; `nil` when the book does not say.
    package let priceIncludesTax: Bool?
    /// ISO 3166-1 alpha-2 country of the sellers, when one.
    package let country: String?
    package let homeStyle: HouseStyle?
    /// Names of the second files the mapping needs, sorted.
    package var lookupNames: [String] { lookups.keys.sorted() }

    /// The mapping file's bytes, from which its fingerprint is taken.
    package internal(set) var definition: [UInt8] = []
    let format: FileFormat
    let encoding: TextEncoding
    let decimal: DecimalMark
    /// IANA name of the zone of times in the book.
    let timeZone: String?
    let date: DateRule
    let shop: [FieldRule]
    let fields: [MappingTarget: [FieldRule]]
    let tables: [String: ValueTable]
    let lookups: [String: LookupRule]
}
