import Catalog

/// Whether the other side of a comparison has a word.
enum WordFinding {
    /// With 1 when it is there, 0.85 when a misspelling or truncation of it is.
    case found(credit: Double)
    /// A number or a "can" that a known fact of the other side accounts for.
    case explained
    case missing

    /// - Parameters:
    ///   - word: a word of `own`.
    ///   - name: the name on the other side, of `item`.
    init(_ word: Word, of own: IndexedName, in name: IndexedName, _ item: IndexedItem) {
        if name.words.contains(where: word.isSame) {
            self = .found(credit: 1)
        } else if word.kind == .plain, name.words.contains(where: word.isClose) {
            self = .found(credit: 0.85)
        } else if item.makersAccount(for: word, in: own) {
            self = .found(credit: 1)
        } else if word.kind == .number, Self.isExplained(word.text, by: item.facts) {
            self = .explained
        } else if word.text == NameReading.can, item.facts.container == .can {
            self = .explained
        } else {
            self = .missing
        }
    }

    private static func isExplained(_ digits: String, by facts: ItemFacts) -> Bool {
        guard let number = Int(digits) else { return false }
        return number == facts.ageYears || number == facts.vintage || number == facts.vintage.map { $0 % 100 }
            || facts.states(strength: number)
    }
}
