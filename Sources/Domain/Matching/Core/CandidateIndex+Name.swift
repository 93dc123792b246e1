import Catalog

extension CandidateIndex {
    func matchByName(
        _ listing: ListingIdentity<ID>, _ item: IndexedItem, _ excluded: Set<ID>,
        leastSimilarity: Double? = NameThreshold.accept
    ) -> MatchDecision<ID> {
        guard item.facts.millilitres != nil else {
            return .new(NoMatch(reason: .sizeUnknown, nearest: nil, features: []))
        }
        guard item.names.contains(where: { $0.words.contains { $0.kind.isDistinctive } }) else {
            return .new(NoMatch(reason: .nameSaysNothing, nearest: nil, features: []))
        }
        var ranked: [(place: Int32, comparison: ItemComparison)] = []
        for place in candidates(for: item, of: listing) where !excluded.contains(id(place)) {
            let product = items[Int(place)]
            guard let size = product.facts.millilitres, let own = item.facts.millilitres,
                SizeBucket.isSame(size, own), item.facts.nameBlocker(against: product.facts) == nil
            else { continue }
            ranked.append((place, compare(item, with: product)))
        }
        ranked.sort { isNearer($0.comparison, $0.place, than: $1.comparison, $1.place) }
        guard let best = ranked.first, best.comparison.name.similarity >= NameThreshold.show else {
            return .new(NoMatch(reason: .noCandidate, nearest: nil, features: []))
        }
        return judge(best, second: ranked.dropFirst().first, listing, item, leastSimilarity)
    }

    private func judge(
        _ best: (place: Int32, comparison: ItemComparison), second: (place: Int32, comparison: ItemComparison)?,
        _ listing: ListingIdentity<ID>, _ item: IndexedItem, _ leastSimilarity: Double?
    ) -> MatchDecision<ID> {
        let product = items[Int(best.place)]
        let features = features(of: item, and: product, best.comparison)
        func new(_ reason: NewReason) -> MatchDecision<ID> {
            .new(NoMatch(reason: reason, nearest: id(best.place), features: features))
        }
        guard best.comparison.isAccepted, !item.contradicts(product), let leastSimilarity,
            best.comparison.name.similarity >= leastSimilarity
        else { return new(.notSimilarEnough) }
        if let second, second.comparison.isAccepted,
            best.comparison.name.similarity - second.comparison.name.similarity < NameThreshold.ambiguity,
            !onlyFirstSharesVintage(item, product, items[Int(second.place)])
        {
            return new(.ambiguous)
        }
        let others = products[Int(best.place)].carriers.filter { $0.listing != listing.id }
        if others.contains(where: { $0.seller == listing.seller }) { return new(.sameSeller) }
        return .matched(
            Match(
                product: id(best.place), rule: .nameAndSize,
                confidence: NameThreshold.confidence(best.comparison.name.similarity), features: features))
    }

    private func onlyFirstSharesVintage(_ item: IndexedItem, _ first: IndexedItem, _ second: IndexedItem) -> Bool {
        item.facts.vintage != nil && item.facts.vintage == first.facts.vintage && second.facts.vintage == nil
    }
}
