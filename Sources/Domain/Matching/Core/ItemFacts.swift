package import Catalog

/// What tells one item from another besides its name. Nil always means unknown, never "none".
package struct ItemFacts: Hashable, Sendable {
    /// Volume of one bottle or can.
    package var millilitres: Int?
    /// Alcohol by volume in hundredths of a percent.
    package var strengthBasisPoints: Int?
    /// Four-digit year.
    package var vintage: Int?
    package var ageYears: Int?
    /// Bottles or cans per case. Different cases of one item are different offers, not different products.
    package var unitsPerCase: Int?
    package var category: CategoryCode?
    package var container: Container?

    package init(
        millilitres: Int? = nil, strengthBasisPoints: Int? = nil, vintage: Int? = nil, ageYears: Int? = nil,
        unitsPerCase: Int? = nil, category: CategoryCode? = nil, container: Container? = nil
    ) {
        self.millilitres = millilitres
        self.strengthBasisPoints = strengthBasisPoints
        self.vintage = vintage
        self.ageYears = ageYears
        self.unitsPerCase = unitsPerCase
        self.category = category
        self.container = container
    }

    /// These facts with every unknown one taken from `other`.
    package func filled(from other: ItemFacts) -> ItemFacts {
        ItemFacts(
            millilitres: millilitres ?? other.millilitres,
            strengthBasisPoints: strengthBasisPoints ?? other.strengthBasisPoints,
            vintage: vintage ?? other.vintage, ageYears: ageYears ?? other.ageYears,
            unitsPerCase: unitsPerCase ?? other.unitsPerCase, category: category ?? other.category,
            container: container ?? other.container)
    }
}
