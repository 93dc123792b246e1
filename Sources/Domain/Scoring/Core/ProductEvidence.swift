/// Everything the score of one product is made of.
package struct ProductEvidence: Sendable {
    package let listings: [ListingEvidence]
    /// What media and people said of it; in any order.
    package let mentions: [MentionEvidence]
    /// What people searched for that speaks for it; in any order.
    package let searches: [SearchEvidence]

    package init(
        listings: [ListingEvidence], mentions: [MentionEvidence] = [], searches: [SearchEvidence] = []
    ) {
        self.listings = listings
        self.mentions = mentions
        self.searches = searches
    }
}
