/// A listing compared with a product by the product's most similar name.
struct ItemComparison: Sendable {
    let name: NameComparison
    let left: IndexedName
    let right: IndexedName

    /// For choosing the nearest: an unvetoed name goes before every vetoed one.
    var rank: Double { name.similarity + (name.vetoWord == nil ? 1 : 0) }

    /// Whether the names alone would do.
    var isAccepted: Bool {
        name.vetoWord == nil && name.similarity >= NameThreshold.accept
            && name.distinctive >= NameThreshold.distinctive
    }
}
