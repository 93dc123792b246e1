import Foundation

/// Picks from pairs that could be decided without asking those that still may once the ones before are: what each does to a product, the
/// next one meets. So no seller has two listings in one product, and no listing goes to a product that another has just left.
struct SureSelection {
    private(set) var index: CandidateIndex<UUID>
    /// Products whose only listing became another.
    private var left: Set<UUID> = []

    /// - Parameter index: with the product that each listing is and the one it may be.
    init(_ index: CandidateIndex<UUID>) { self.index = index }

    /// Whether a listing may become a product; if so, it counts as one of it from now on.
    /// - Parameter own: the product it is, which must be its alone.
    mutating func takes(_ listing: ListingIdentity<UUID>, from own: UUID, to product: UUID) -> Bool {
        guard index.product(own)?.carriers.count == 1, !left.contains(product),
            !index.isExcluded(listing, as: product)
        else { return false }
        index.attach(listing, to: product)
        left.insert(own)
        return true
    }
}
