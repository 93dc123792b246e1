/// A brand with what it sells, as it is looked for.
struct NamedBrand: Sendable {
    /// In order, numbered.
    let words: [Int32]
    let standing: BrandStanding
    /// Words of its maker's name are left out: "New York" of New York Distilling Company.
    let isShortened: Bool
    var items: [NamedItem] = []
    /// All words that some item requires: one that an item does not have speaks of another.
    var vocabulary: Set<Int32> = []
}
