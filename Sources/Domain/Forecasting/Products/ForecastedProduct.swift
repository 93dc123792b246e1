package import Companies
package import Foundation

/// A product and who owns it.
package struct ForecastedProduct: Sendable, Hashable {
    package let owner: CompanyID
    package let id: UUID

    package init(owner: CompanyID, id: UUID) {
        self.owner = owner
        self.id = id
    }
}
