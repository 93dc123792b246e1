import Matching

extension NameIndex {
    /// The items an occurrence of a brand names; none where only the brand is there or several fit alike.
    func items(
        of occurrence: BrandOccurrence, in sentence: SpokenSentence, _ ids: [Int32], others: [Range<Int>]
    ) -> [SpokenItem] {
        let brand = brands[occurrence.brand]
        let run = WordRun(around: occurrence, of: brand, in: sentence, ids, others: others)
        guard !run.places.isEmpty else { return [] }
        var placeOf: [Int32: Int] = [:]
        for place in run.places where placeOf[ids[place]] == nil { placeOf[ids[place]] = place }
        let telling = run.places.filter { place in
            let word = sentence.words[place]
            guard word.vintage == nil else { return false }
            switch word.kind {
            case .variant, .number, .grape, .colour: return true
            case .plain, .noise, .house, .category, .place: return brand.vocabulary.contains(ids[place])
            }
        }
        var candidates: [Candidate] = []
        for (number, item) in brand.items.enumerated() {
            guard
                let candidate = candidate(
                    item, number, brand, run, placeOf, ids, telling, brandEnd: occurrence.places.upperBound - 1)
            else { continue }
            candidates.append(candidate)
        }
        // "The 2016 Barolo", "Barolo 2016".
        let before = occurrence.places.lowerBound - 1
        let year = ([before] + run.places).lazy.filter { $0 >= 0 }.compactMap { sentence.words[$0].vintage }.first
        return Self.telling(candidates).compactMap { candidate in
            let entries = brand.items[candidate.item].entries.filter {
                guard let year, let vintage = $0.vintage else { return true }
                return year == vintage
            }
            guard !entries.isEmpty else { return nil }
            return SpokenItem(
                entries: entries, named: candidate.places.union(candidate.kinds).union(occurrence.places))
        }
    }

    /// An item whose words are there.
    private struct Candidate {
        let item: Int
        /// Of its required words.
        let places: Set<Int>
        /// Of its kind of drink.
        let kinds: Set<Int>
    }

    private func candidate(
        _ item: NamedItem, _ number: Int, _ brand: NamedBrand, _ run: WordRun, _ placeOf: [Int32: Int], _ ids: [Int32],
        _ telling: [Int], brandEnd: Int
    ) -> Candidate? {
        var places: Set<Int> = []
        for word in item.required {
            guard let place = placeOf[word] else { return nil }
            places.insert(place)
        }
        let kinds = Set(item.kinds.compactMap { placeOf[$0] })
        if item.required.isEmpty {
            // Called by its brand and kind: these must stand together, and a kind that says exactly what it is must be there.
            let close = kinds.filter(run.close.contains)
            guard brand.standing != .weak, !close.isEmpty else { return nil }
            let isExact = item.kinds.contains(where: drinks.contains)
            guard !isExact || close.contains(where: { drinks.contains(ids[$0]) }) else { return nil }
        }
        if brand.standing == .weak, item.telling == 0 {
            guard item.required.count >= 2 || item.required.count == 1 && !kinds.isEmpty else { return nil }
        }
        // What stands close to the brand, or before the item's last word, and is none of its words, speaks of another.
        let last = places.max() ?? 0
        let others = telling.filter { run.close.contains($0) || $0 < last && $0 > brandEnd }
        guard others.allSatisfy({ item.required.contains(ids[$0]) }), !isOtherDrink(item, run, ids) else { return nil }
        return Candidate(item: number, places: places, kinds: kinds)
    }

    /// Whether a drink is named beside the brand that the item is not, where the item says what it is.
    private func isOtherDrink(_ item: NamedItem, _ run: WordRun, _ ids: [Int32]) -> Bool {
        let said = run.close.map { ids[$0] }.filter(drinks.contains)
        guard !said.isEmpty, item.kinds.contains(where: drinks.contains) else { return false }
        return !said.contains(where: item.kinds.contains)
    }

    /// Without those that another says more exactly, and none of those that say the same.
    private static func telling(_ candidates: [Candidate]) -> [Candidate] {
        candidates.filter { candidate in
            !candidates.contains { other in
                guard other.item != candidate.item else { return false }
                if candidate.places.isStrictSubset(of: other.places) { return true }
                return candidate.places == other.places && candidate.kinds.count <= other.kinds.count
            }
        }
    }
}
