package import Companies
package import Foundation

/// Which listing is held against which product. The product is the company's own or the house's.
package struct PairKey: Hashable, Sendable {
    package let listing: UUID
    package let owner: CompanyID
    package let product: UUID

    package init(listing: UUID, owner: CompanyID, product: UUID) {
        self.listing = listing
        self.owner = owner
        self.product = product
    }
}
