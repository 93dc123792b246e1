package import Companies
package import Foundation

/// A product and whose it is: the company's own or the house's.
package struct ProductReference: Hashable, Sendable {
    package let owner: CompanyID
    package let id: UUID

    package init(owner: CompanyID, id: UUID) {
        self.owner = owner
        self.id = id
    }
}
