import Catalog

/// Differences that only names and facts together show. They make alike names mean two items.
extension IndexedItem {
    /// Whether this and the other cannot be the same item although their names are alike.
    func contradicts(_ other: IndexedItem) -> Bool {
        hasOneSidedAge(other) || hasOneSidedVintage(other) || sparkles != other.sparkles || hasOtherMaker(than: other)
    }

    /// Kinds of wine of which most is blended over years.
    private static let blendedOverYears: Set<String> = ["champagne", "port", "franciacorta"]

    /// Words that only sparkling wine has, in their compared spelling.
    private static let sparklingWords: Set<String> = [
        "brut", "champagne", "prosecco", "cava", "cremant", "sekt", "franciacorta", "sparkling",
    ]

    /// An age that only one side states, and the other side's name does not either.
    private func hasOneSidedAge(_ other: IndexedItem) -> Bool {
        if let age = facts.ageYears, !other.states(age: age) { return true }
        if let age = other.facts.ageYears, !states(age: age) { return true }
        return false
    }

    /// A vintage that only one side states, of a kind of wine where "no vintage" is an item of its own, or of a spirit, where the year
    /// names a release. Elsewhere a missing vintage only means that a source does not keep it.
    private func hasOneSidedVintage(_ other: IndexedItem) -> Bool {
        guard (facts.vintage == nil) != (other.facts.vintage == nil) else { return false }
        return isBlendedOverYears || other.isBlendedOverYears || isSpirit || other.isSpirit
    }

    private var isSpirit: Bool { facts.category?.family.rawValue == "spirits" }

    /// Whether both state makers and neither side has a word of the other's.
    private func hasOtherMaker(than other: IndexedItem) -> Bool {
        let (own, others) = (makerWords, other.makerWords)
        guard !own.isEmpty, !others.isEmpty else { return false }
        return !other.mentions(own) && !mentions(others)
    }

    private var makerWords: [Word] { makers.joined().filter { $0.kind == .plain } }

    private func mentions(_ words: [Word]) -> Bool {
        words.contains { word in
            (names.flatMap(\.words) + makerWords).contains { word.isSame($0) || word.isClose($0) }
        }
    }

    /// Whether a word or the category says that it is sparkling wine.
    private var sparkles: Bool {
        facts.category?.rawValue.hasPrefix("wine.sparkling") == true
            || names.contains { $0.words.contains { Self.sparklingWords.contains($0.text) } }
    }

    private func states(age: Int) -> Bool {
        facts.ageYears == age || names.contains { $0.words.contains { $0.text == String(age) } }
    }

    private var isBlendedOverYears: Bool {
        let kind = facts.category.flatMap { $0.rawValue.split(separator: ".").last.map(String.init) }
        if kind.map(Self.blendedOverYears.contains) == true { return true }
        // A beer of Port Brewing is no port.
        if let category = facts.category, category.family.rawValue != "wine" { return false }
        return names.contains { $0.words.contains { Self.blendedOverYears.contains($0.text) } }
    }
}
