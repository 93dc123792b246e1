import Catalog

extension CandidateIndex {
    /// The product with the same GTIN that nothing blocks; of several, the one with the most similar name.
    func matchByCode(
        _ listing: ListingIdentity<ID>, _ item: IndexedItem, _ excluded: Set<ID>, blocked: inout BlockedCode<ID>?,
        leastSimilarity: Double = 0
    ) -> Match<ID>? {
        var best: (place: Int32, gtin: GTIN, comparison: ItemComparison)?
        for gtin in listing.gtins {
            for place in places(of: gtin) where !excluded.contains(id(place)) {
                let product = items[Int(place)]
                let comparison = compare(item, with: product)
                if let blocker = item.facts.codeBlocker(against: product.facts)
                    ?? comparison.codeBlocker(item.facts, product.facts)
                {
                    if blocked.map({ id(place) < $0.product }) ?? true {
                        blocked = BlockedCode(gtin: gtin, blocker: blocker, product: id(place), place: place)
                    }
                    continue
                }
                // A seller lists an item once: what it lists twice under one code is a gift set or a wrong code, unless
                // the names say otherwise.
                let isListed = products[Int(place)].carriers.contains {
                    $0.listing != listing.id && $0.seller == listing.seller
                }
                if isListed, !comparison.isAccepted { continue }
                if let known = best, !isNearer(comparison, place, than: known.comparison, known.place) { continue }
                best = (place, gtin, comparison)
            }
        }
        guard let best, best.comparison.name.similarity >= leastSimilarity else { return nil }
        let product = items[Int(best.place)]
        let shares = best.comparison.name.similarity > 0
        var features = [MatchFeature("gtin", "\(best.gtin.text) on both sides")]
        features += self.features(of: item, and: product, best.comparison)
        // Codes get typed wrong or used again; a name without one common word makes that more likely.
        return Match(product: id(best.place), rule: .gtin, confidence: shares ? 0.998 : 0.95, features: features)
    }

    /// The comparison by the product's most similar name.
    func compare(_ item: IndexedItem, with product: IndexedItem) -> ItemComparison {
        var best: ItemComparison?
        for name in item.names {
            for other in product.names {
                let comparison = ItemComparison(
                    name: NameComparison(name, item, other, product, book), left: name, right: other)
                if let known = best, known.rank >= comparison.rank { continue }
                best = comparison
            }
        }
        let empty = IndexedName(words: [], vintage: nil)
        return best
            ?? ItemComparison(name: NameComparison(empty, item, empty, product, book), left: empty, right: empty)
    }

    func isNearer(_ one: ItemComparison, _ place: Int32, than other: ItemComparison, _ otherPlace: Int32) -> Bool {
        one.rank != other.rank ? one.rank > other.rank : id(place) < id(otherPlace)
    }
}
