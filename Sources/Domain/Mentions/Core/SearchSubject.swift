package import Matching

/// What the words that people search for speak for.
package struct SearchSubject: Sendable, Hashable {
    package enum Why: String, Sendable {
        case product, brand
    }

    package let product: ProductReference
    package let why: Why
}

extension MentionFinder {
    /// The products that a subject speaks for: all its words must be explained by them. Whoever has a source asked chose them, so that two everyday
    /// words may be a brand; one is none.
    package func products(searchedFor subject: String) -> [SearchSubject] {
        guard let sentence = SpokenText.line(subject) else { return [] }
        let ids = index.numbers(of: sentence)
        let occurrences = index.occurrences(in: sentence, ids, isTyped: true)
        guard occurrences.count == 1, let occurrence = occurrences.first else { return [] }
        let items = index.items(of: occurrence, in: sentence, ids, others: [])
        if items.count == 1, explains(items[0].named, sentence) { return subjects(items[0].entries, .product) }
        let brand = index.brands[occurrence.brand]
        guard brand.standing != .weak, brand.items.count <= Self.mostSharing,
            explains(Set(occurrence.places), sentence)
        else { return [] }
        return subjects(brand.items.flatMap(\.entries), .brand)
    }

    /// Whether nothing is left over but words that say nothing.
    private func explains(_ named: Set<Int>, _ sentence: SpokenSentence) -> Bool {
        sentence.words.indices.allSatisfy { place in
            named.contains(place) || sentence.words[place].kind == .noise || sentence.words[place].kind == .house
        }
    }

    private func subjects(_ entries: [NamedItem.Entry], _ why: SearchSubject.Why) -> [SearchSubject] {
        var seen: Set<ProductReference> = []
        return entries.filter { seen.insert($0.product).inserted }.map { SearchSubject(product: $0.product, why: why) }
    }
}
