import Catalog

/// How alike two names are. Cheap: the words behind it are listed by `NameDifference` for the pair that matters.
struct NameComparison: Sendable {
    /// 0–1: the share of each name's weight that the other one has too, half the mean of both and half the lesser.
    private(set) var similarity = 0.0
    /// Weight of the shared words that tell items apart.
    private(set) var distinctive = 0.0
    /// A word or number that only one side has and that makes another item of it.
    private(set) var vetoWord: Word?

    init(
        _ left: IndexedName, _ leftItem: IndexedItem, _ right: IndexedName, _ rightItem: IndexedItem,
        _ book: WordBook
    ) {
        var (onlyLeft, onlyRight) = (Word?.none, Word?.none)
        let leftSide = explain(left, leftItem, by: right, rightItem, book, countsDistinctive: true, &onlyLeft)
        let rightSide = explain(right, rightItem, by: left, leftItem, book, countsDistinctive: false, &onlyRight)
        // Each has something of its own: two wines of one maker, two editions of one whisky.
        if vetoWord == nil, onlyRight != nil { vetoWord = onlyLeft }
        if vetoWord == nil {
            vetoWord =
                Self.clash(left, right, .grape) ?? Self.clash(left, right, .colour)
                ?? SpiritKind.clash(left.words, right.words)
        }
        similarity = 0.5 * min(leftSide, rightSide) + 0.25 * (leftSide + rightSide)
    }

    /// The share of a name's weight that the other side has.
    private mutating func explain(
        _ name: IndexedName, _ item: IndexedItem, by other: IndexedName, _ otherItem: IndexedItem, _ book: WordBook,
        countsDistinctive: Bool, _ own: inout Word?
    ) -> Double {
        var found = 0.0
        var total = 0.0
        for word in name.words {
            var weight = book.weight(word)
            switch WordFinding(word, of: name, in: other, otherItem) {
            case .found(let credit):
                found += credit * weight
                if countsDistinctive, word.kind.isDistinctive { distinctive += credit * weight }
            case .explained:
                continue
            case .missing:
                if word.makesAnother(than: otherItem) { vetoWord = vetoWord ?? word }
                if word.kind == .plain || word.kind == .place { own = own ?? word }
                // The maker's name is often left out where the brand says enough.
                if item.makersAccount(for: word, in: name) { weight *= 0.5 }
            }
            total += weight
        }
        return total > 0 ? found / total : 0
    }

    /// A word of a kind that both sides state but do not agree on.
    private static func clash(_ left: IndexedName, _ right: IndexedName, _ kind: WordKind) -> Word? {
        func unmatched(_ name: IndexedName, _ other: IndexedName) -> Word? {
            guard other.words.contains(where: { $0.kind == kind }) else { return nil }
            return name.words.first { word in word.kind == kind && !other.words.contains(where: word.isSame) }
        }
        return unmatched(left, right) ?? unmatched(right, left)
    }
}
