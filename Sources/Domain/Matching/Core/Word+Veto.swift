import Catalog

extension Word {
    /// Parts of makers' names that elsewhere are the wine: "Château de Sancerre" is not any Sancerre.
    private static let tellingHouses: Set<String> = ["chateau", "estate"]
    /// Beers that spirits are finished in.
    private static let beers: Set<String> = ["ipa", "stout", "porter"]

    /// Whether it makes another item of the one whose name does not have it. Chosen by reading which joined pairs were wrong
    /// (docs/cross-source-labels.md): who leaves such a word out may mean the same, and a person looks.
    func makesAnother(than other: IndexedItem) -> Bool {
        switch kind {
        case .variant, .number, .grape: true
        case .colour: !other.hasColour(text)
        case .house: Self.tellingHouses.contains(text)
        case .category: Self.beers.contains(text) && other.facts.category?.family.rawValue == "spirits"
        case .plain, .noise, .place: false
        }
    }
}

extension IndexedItem {
    /// Whether the shelf says the colour that the name leaves out.
    fileprivate func hasColour(_ colour: String) -> Bool {
        facts.category?.rawValue.split(separator: ".").contains(Substring(colour)) ?? false
    }
}
