/// Kinds of spirit as names state them. A shelf may leave the kind out, but what is called a rye is no bourbon.
package enum SpiritKind {
    /// What a general word covers: where both sides are more exact, they must agree in that.
    private static let families: [String: Set<String>] = [
        "whisky": ["bourbon", "rye", "scotch", "irish", "canadian", "malt"],
        "brandy": ["cognac", "armagnac", "calvados"],
        "vodka": [], "gin": [], "rum": [], "tequila": [], "mezcal": [], "grappa": [],
    ]
    private static let exact: [String: String] = families.reduce(into: [:]) { all, family in
        for word in family.value { all[word] = family.key }
    }

    /// Words that say exactly which spirit a thing is, in their compared spelling.
    package static let exactWords = Set(exact.keys).union(families.filter(\.value.isEmpty).keys)

    /// A word by which two names mean different spirits, in their compared spelling; nil where one of them states no kind.
    static func clash(_ one: [Word], _ other: [Word]) -> Word? {
        let (own, others) = (stated(one), stated(other))
        guard !own.isEmpty, !others.isEmpty else { return nil }
        if Set(own.map(\.family)).isDisjoint(with: others.map(\.family)) { return own[0].word }
        let (exactly, otherwise) = (own.filter(\.isExact), others.filter(\.isExact))
        guard !exactly.isEmpty, !otherwise.isEmpty else { return nil }
        let shared = Set(exactly.map(\.word.text)).intersection(otherwise.map(\.word.text))
        return shared.isEmpty ? exactly[0].word : nil
    }

    private static func stated(_ words: [Word]) -> [(word: Word, family: String, isExact: Bool)] {
        words.compactMap { word in
            if families[word.text] != nil { return (word, word.text, false) }
            return exact[word.text].map { (word, $0, true) }
        }
    }
}
