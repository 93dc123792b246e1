import Companies
import Foundation

/// A product and who owns it.
struct ProductKey: Hashable {
    let owner: CompanyID
    let product: UUID
}
