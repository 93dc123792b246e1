/// A listing compared with a product by the product's most similar name.
struct ItemComparison: Sendable {
    let name: NameComparison
    let left: IndexedName
    let right: IndexedName

    /// For choosing the nearest: an unvetoed name goes before every vetoed one.
    var rank: Double { name.similarity + (name.vetoWord == nil ? 1 : 0) }

    /// What in the names makes a shared code unbelievable: a vintage written as two digits, or that one of them is a gift set.
    func codeBlocker(_ own: ItemFacts, _ other: ItemFacts) -> HardBlocker? {
        if let vintage = other.vintage, own.mayEndInVintage, left.endsWithOther(than: vintage) { return .vintage }
        if let vintage = own.vintage, other.mayEndInVintage, right.endsWithOther(than: vintage) { return .vintage }
        return left.isGift != right.isGift ? .category : nil
    }

    /// Whether the names alone would do.
    var isAccepted: Bool {
        name.vetoWord == nil && name.similarity >= NameThreshold.accept
            && name.distinctive >= NameThreshold.distinctive
    }
}
