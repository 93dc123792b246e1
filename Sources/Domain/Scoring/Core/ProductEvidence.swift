/// Everything the score of one product is made of.
package struct ProductEvidence: Sendable {
    package let listings: [ListingEvidence]

    package init(listings: [ListingEvidence]) {
        self.listings = listings
    }
}
