import Catalog

extension CandidateIndex {
    /// Which known product the listing is, or why it is none of them.
    ///
    /// 1. A product with the same valid GTIN, unless size, vintage or age are known on both sides and differ.
    /// 2. A product of the same known size whose name, brand and producer agree, unless vintage, age, strength or kind
    ///    differ, a word only one side has makes another item of it, the same seller already offers it under another
    ///    listing, or a second product is about as near.
    ///
    /// A listing that a product already carries may be decided again; its own share in that product speaks for it.
    /// - Parameters:
    ///   - excluded: products it is not, as somebody said.
    ///   - automation: how far the rules may go by themselves.
    package func decide(
        _ listing: ListingIdentity<ID>, excluding excluded: Set<ID> = [], automation: Automation = .standard
    ) -> MatchDecision<ID> {
        let item = indexed(listing)
        var blocked: BlockedCode<ID>?
        if let least = automation.code,
            let match = matchByCode(listing, item, excluded, blocked: &blocked, leastSimilarity: least)
        {
            return .matched(match)
        }
        let decision = matchByName(listing, item, excluded, leastSimilarity: automation.name)
        guard case .new = decision, let blocked else { return decision }
        // The code is the stronger hint at what to look at, so it is what a reviewer is shown.
        let product = items[Int(blocked.place)]
        let features =
            [MatchFeature("gtin", "\(blocked.gtin.text) on both sides")]
            + self.features(of: item, and: product, compare(item, with: product))
        return .new(
            NoMatch(reason: .sharedCodeBlocked(blocked.blocker), nearest: blocked.product, features: features))
    }
}
