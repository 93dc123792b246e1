import Catalog

/// A product or listing as it is compared: names and makers taken apart.
struct IndexedItem: Sendable {
    var names: [IndexedName]
    /// The words of each brand and producer, without noise.
    var makers: [[Word]]
    var facts: ItemFacts

    /// Whether a maker of this item accounts for a word of a name: the name must have most of that
    /// maker's own words. "Clarence" alone is not "Clarence Dillon"; "Veuve Clicquot" is "Veuve Clicquot Ponsardin".
    func makersAccount(for word: Word, in name: IndexedName) -> Bool {
        makers.contains { maker in
            guard maker.contains(where: { word.isSame($0) || word.isClose($0) }) else { return false }
            let own = maker.filter { $0.kind == .plain }
            let present = own.filter { part in name.words.contains { part.isSame($0) || part.isClose($0) } }
            return present.count * 5 >= own.count * 3
        }
    }
}
