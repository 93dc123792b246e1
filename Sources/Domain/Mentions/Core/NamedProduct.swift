package import Companies
package import Matching

/// A product under one of its names.
package struct NamedProduct: Sendable {
    package let product: ProductReference
    /// Whose the name is: a company may call a product of the house by a name of its own.
    package let nameOwner: CompanyID
    package let brand: String?
    package let name: String
    package let facts: ItemFacts

    package init(
        product: ProductReference, nameOwner: CompanyID? = nil, brand: String?, name: String,
        facts: ItemFacts = ItemFacts()
    ) {
        self.product = product
        self.nameOwner = nameOwner ?? product.owner
        self.brand = brand
        self.name = name
        self.facts = facts
    }
}
