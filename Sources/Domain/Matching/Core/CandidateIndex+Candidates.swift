import Catalog

extension CandidateIndex {
    /// A word of more products than this cannot tell them apart and is not looked up.
    static var longestList: Int { 400 }
    /// With this many products found, commoner words are not looked up any more.
    static var enough: Int { 250 }
    /// Products compared in full.
    static var comparedCandidates: Int { 12 }
    /// Rarest words looked up.
    static var lookedUpWords: Int { 5 }

    /// A listing as it is compared with this index's products.
    func indexed(_ listing: ListingIdentity<ID>) -> IndexedItem {
        let reading = NameReading(listing.name, facts: listing.facts)
        var facts = listing.facts
        facts.vintage = facts.vintage ?? reading.vintage
        facts.container = facts.container ?? reading.container
        let makers = [listing.brand, listing.producer].compactMap { maker in
            maker.map { NameReading($0, facts: listing.facts).words.map { book.word($0) } }
        }
        let name = IndexedName(
            words: reading.words.map { book.word($0) }, vintage: reading.vintage, shortVintage: reading.shortVintage)
        return IndexedItem(names: [name], makers: makers, facts: facts)
    }

    /// Places of the products that a listing may be by its words or by a code that has to do with its own, each once.
    func candidates(for item: IndexedItem, of listing: ListingIdentity<ID>) -> [Int32] {
        var places = candidates(for: item)
        for gtin in listing.gtins { places += self.places(relatedTo: gtin).filter { !places.contains($0) } }
        return places
    }

    /// Places of the products of the item's size that share its rarest words, most promising first.
    func candidates(for item: IndexedItem) -> [Int32] {
        guard let size = item.facts.millilitres.flatMap(SizeBucket.bucket) else { return [] }
        var found: [Candidate] = []
        for (word, weight) in searchWords(of: item).prefix(Self.lookedUpWords) {
            let lists = [size - 1, size, size + 1].map { places(word: word.id, size: $0) }
            let length = lists.reduce(0) { $0 + $1.count }
            if length > Self.longestList || (!found.isEmpty && found.count + length > Self.enough) { break }
            // What a fact excludes must not take the place of what it does not.
            for list in lists {
                for place in list where items[Int(place)].facts.nameBlocker(against: item.facts) == nil {
                    found.append(Candidate(place: place, weight: weight))
                }
            }
        }
        return ranked(found)
    }

    /// The words worth looking up, rarest first, then by text: numbers of words depend on the order in which products
    /// came and must not decide.
    private func searchWords(of item: IndexedItem) -> [(word: Word, weight: Double)] {
        var words: [(word: Word, weight: Double)] = []
        func add(_ found: some Sequence<Word>, factor: Double) {
            for word in found where word.id >= 0 && word.kind.factor > 0.3 {
                if !words.contains(where: { $0.word.id == word.id }) {
                    words.append((word, factor * book.weight(word)))
                }
            }
        }
        add(item.names.lazy.flatMap(\.words), factor: 1)
        // Some sources name importers as makers, whose words are rare and say little.
        add(item.makers.lazy.joined(), factor: 0.5)
        return words.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.word.text < $1.word.text }
    }

    /// The places with the largest sums of weights, ties by product id.
    private func ranked(_ found: [Candidate]) -> [Int32] {
        var sums: [Candidate] = []
        for candidate in found.sorted(by: { $0.place < $1.place }) {
            if let last = sums.last, last.place == candidate.place {
                sums[sums.count - 1].weight += candidate.weight
            } else {
                sums.append(candidate)
            }
        }
        sums.sort { $0.weight != $1.weight ? $0.weight > $1.weight : id($0.place) < id($1.place) }
        return sums.prefix(Self.comparedCandidates).map(\.place)
    }
}

/// A product and the weight of the words it shares.
private struct Candidate {
    let place: Int32
    var weight: Double
}
