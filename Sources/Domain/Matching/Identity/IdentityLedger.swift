/// Everything that was said about which listing is which product, in order; what is true now follows from what stands. Pure.
///
/// Nothing is ever overwritten: a decision that is taken back is as if it had never been made, and those after it stay. So taking one
/// back restores exactly what would be without it, and taking the taking-back back is the same again.
package struct IdentityLedger<ID: Hashable & Comparable & Sendable>: Sendable {
    package struct Act: Hashable, Sendable {
        /// Orders acts; greater came later.
        package let number: Int
        package let deeds: [IdentityDeed<ID>]
        package var isUndone: Bool

        package init(number: Int, deeds: [IdentityDeed<ID>], isUndone: Bool = false) {
            self.number = number
            self.deeds = deeds
            self.isUndone = isUndone
        }
    }

    private var acts: [Act] = []
    private var places: [Int: Int] = [:]
    // What follows from the acts that stand.
    private var assigned: [ID: ID] = [:]
    private var parents: [ID: ID] = [:]
    private var differences: [ID: Set<ID>] = [:]

    /// - Parameter acts: in any order; of two with one number the first counts.
    package init(_ acts: [Act] = []) {
        for act in acts.sorted(by: { $0.number < $1.number }) where places[act.number] == nil {
            places[act.number] = self.acts.count
            self.acts.append(act)
        }
        conclude()
    }

    /// Says something.
    /// - Returns: the act's number.
    @discardableResult
    package mutating func record(_ deeds: [IdentityDeed<ID>]) -> Int {
        let number = (acts.last?.number ?? 0) + 1
        places[number] = acts.count
        acts.append(Act(number: number, deeds: deeds))
        for deed in deeds { apply(deed) }
        return number
    }

    /// Takes an act back, or its taking-back.
    /// - Returns: false when there is no such act, or it stands already as wanted.
    @discardableResult
    package mutating func set(_ number: Int, isUndone: Bool) -> Bool {
        guard let place = places[number], acts[place].isUndone != isUndone else { return false }
        acts[place].isUndone = isUndone
        conclude()
        return true
    }

    /// The product a listing is, after all mergers; nil for one nobody has decided about.
    package func product(of listing: ID) -> ID? { assigned[listing].map { top(of: $0) } }

    /// What a product is called now.
    package func root(of product: ID) -> ID { top(of: product) }

    /// Products a listing must not become, as they are called now.
    package func excluded(for listing: ID) -> Set<ID> { Set((differences[listing] ?? []).map { top(of: $0) }) }

    /// Every listing somebody has decided about, with its product.
    package var all: [ID: ID] { assigned.mapValues { top(of: $0) } }

    /// - Parameter sellers: who offers each listing; one that is missing stands for nobody else's.
    package func contradictions<Seller: Hashable>(sellers: [ID: Seller]) -> Set<IdentityContradiction<ID>> {
        var found: Set<IdentityContradiction<ID>> = []
        for (listing, products) in differences {
            guard let product = product(of: listing), products.contains(where: { top(of: $0) == product }) else {
                continue
            }
            found.insert(.isWhatItIsNot(listing: listing, product: product))
        }
        var offers: [ID: [Seller: [ID]]] = [:]
        for (listing, seller) in sellers {
            guard let product = product(of: listing) else { continue }
            offers[product, default: [:]][seller, default: []].append(listing)
        }
        for (product, sellers) in offers {
            for listings in sellers.values where listings.count > 1 {
                found.insert(.soldTwice(listings: listings.sorted(), product: product))
            }
        }
        return found
    }

    // MARK: - Concluding

    private mutating func conclude() {
        assigned = [:]
        parents = [:]
        differences = [:]
        for act in acts where !act.isUndone {
            for deed in act.deeds { apply(deed) }
        }
    }

    private mutating func apply(_ deed: IdentityDeed<ID>) {
        switch deed {
        case .assign(let listing, let product): assigned[listing] = product
        case .merge(let from, let into):
            // A product that is merged again goes where it is told last. One into what it has become itself says nothing new, and would
            // lead round in a circle.
            let kept = parents.removeValue(forKey: from)
            if top(of: into) == from { parents[from] = kept } else { parents[from] = into }
        case .different(let listing, let product): differences[listing, default: []].insert(product)
        }
    }

    private func top(of product: ID) -> ID {
        var product = product
        while let parent = parents[product] { product = parent }
        return product
    }
}
