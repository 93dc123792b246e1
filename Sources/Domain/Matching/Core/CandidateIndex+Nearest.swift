import Catalog

extension CandidateIndex {
    /// Products that a listing may be although no rule says so, the most similar first: none that a size, vintage, age, strength or kind
    /// excludes, and none that the same seller offers under another listing.
    /// - Parameter excluded: products it is not, or is already.
    package func nearest(
        to listing: ListingIdentity<ID>, excluding excluded: Set<ID>, limit: Int
    ) -> [NearProduct<ID>] {
        let item = indexed(listing)
        var found: [(place: Int32, comparison: ItemComparison)] = []
        for place in candidates(for: item, of: listing) where !excluded.contains(id(place)) {
            if isBlocked(item, listing, place) { continue }
            let comparison = compare(item, with: items[Int(place)])
            if comparison.name.similarity >= NameThreshold.show { found.append((place, comparison)) }
        }
        found.sort { isNearer($0.comparison, $0.place, than: $1.comparison, $1.place) }
        return found.prefix(limit).map {
            NearProduct(
                product: id($0.place),
                features: features(of: item, and: items[Int($0.place)], $0.comparison))
        }
    }

    /// Whether a listing may still be a product it was: nothing that is known excludes it, and the name is not another one altogether.
    package func mayBe(_ listing: ListingIdentity<ID>, _ product: ID) -> Bool {
        guard let place = place(of: product) else { return false }
        let item = indexed(listing)
        let known = items[Int(place)]
        return item.facts.nameBlocker(against: known.facts) == nil
            && compare(item, with: known).name.similarity >= NameThreshold.show
    }

    /// Whether a listing cannot be a product, whatever a model says: `nearest` leaves it out, or something that only one side says makes
    /// another item of it.
    package func isExcluded(_ listing: ListingIdentity<ID>, as product: ID) -> Bool {
        guard let place = place(of: product) else { return true }
        let item = indexed(listing)
        let known = items[Int(place)]
        return isBlocked(item, listing, place) || item.contradicts(known)
            || compare(item, with: known).name.vetoWord != nil
    }

    /// Whether a fact excludes it or the same seller offers it under another listing.
    private func isBlocked(_ item: IndexedItem, _ listing: ListingIdentity<ID>, _ place: Int32) -> Bool {
        products[Int(place)].carriers.contains { $0.listing != listing.id && $0.seller == listing.seller }
            || item.facts.nameBlocker(against: items[Int(place)].facts) != nil
    }
}
