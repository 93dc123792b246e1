import Companies
import Matching

/// What an occurrence of a brand turned out to name.
struct SpokenItem: Sendable {
    /// The products; more than one where sizes and vintages are not told apart.
    let entries: [NamedItem.Entry]
    /// Places of its words, the brand's included.
    let named: Set<Int>
}
