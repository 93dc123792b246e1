import Companies
import Matching

/// The products of a brand that one wording names: sizes and vintages of one thing.
struct NamedItem: Sendable {
    /// One of its products.
    struct Entry: Sendable {
        let product: ProductReference
        let nameOwner: CompanyID
        let vintage: Int?
    }

    /// Words that must all be there, ascending numbers; empty for what is called by its brand and kind alone.
    let required: [Int32]
    /// Words of the kind of drink, of which one must be there where nothing is required.
    let kinds: [Int32]
    /// How many of the required words are no everyday ones and no numbers.
    let telling: Int
    var entries: [Entry]
}
