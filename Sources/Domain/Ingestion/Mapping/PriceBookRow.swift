package import Catalog

/// One row of a price book, read into typed values. Everything optional is what the row did not say, or what it said
/// unreadably (then `notes` tells).
package struct PriceBookRow: Sendable {
    /// The line of the file at which the record starts, from 1.
    package var line: Int
    /// The record's bytes exactly as in the (uncompressed) file, without the line end. A UTF-16 file's record is given
    /// in UTF-8.
    package var raw: [UInt8]
    /// The source's own name for the item: unique inside one shop and stable from one date to the next. Not empty.
    package var itemKey: String
    /// The shop inside a book that covers several, or what the caller or the mapping gave; `nil` for a one-shop book.
    package var shop: String?
    /// `nil` only for a mapping with `observations`.
    package var name: String?
    /// The name written out for people, where the book's own is abbreviated and its house style is known.
    package var title: String?
    package var brand: String?
    package var producer: String?
    package var category: CategoryCode?
    /// The source's words for the category, several levels joined by " / ".
    package var sourceCategory: String?
    /// ISO 3166-1 alpha-2.
    package var country: String?
    package var region: String?
    /// Contents of one bottle, can or keg.
    package var volume: Volume?
    /// Bottles, cans or kegs in what the distributor ships as a case, 1...10,000.
    package var unitsPerCase: Int?
    /// How the sales unit is packed, for example a six-pack.
    package var pack: Pack?
    package var container: Container?
    package var strength: Strength?
    /// 1900 to the year after the row's date.
    package var vintage: Int?
    /// True when the row says in words that it has no vintage ("NV"); a missing vintage alone does not make it true.
    package var nonVintage: Bool
    /// Years in wood or bottle as printed, 1...100.
    package var ageYears: Int?
    package var gtin: GTIN?
    /// Further codes of the same item, each once.
    package var otherGTINs: [GTIN]
    /// Positive, at most 10,000,000.00; `nil` when the row has no price.
    package var price: Money?
    /// The price without the present reduction, when the row tells both and they differ.
    package var regularPrice: Money?
    package var priceKind: PriceKind
    /// `nil` when the book does not say.
    package var priceIncludesTax: Bool?
    /// Sales units in stock over all places the book covers, 0 or more.
    package var stockUnits: Int?
    /// Number of places that have the item in stock, 0 or more.
    package var storeCount: Int?
    /// The day the row was true, in the book's own time zone.
    package var observedOn: CalendarDay
    /// Seconds since 1970 UTC, when the book has a time of day.
    package var observedAtUTCSeconds: Int64?
    package var url: String?
    package var notes: [RowNote]
}
