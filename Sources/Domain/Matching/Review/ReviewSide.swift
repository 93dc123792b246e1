/// One side of a pair as reviewers see it: what says which thing it is.
package struct ReviewSide: Sendable, Hashable {
    package let name: String
    /// The name written out, where the source abbreviates.
    package let title: String?
    package let brand: String?
    package let producer: String?
    package let category: String?
    package let country: String?
    package let millilitres: Int?
    package let unitsPerCase: Int?
    /// Hundredths of a per cent of alcohol.
    package let strengthBasisPoints: Int?
    package let vintage: Int?
    package let ageYears: Int?
    package let gtin: String?
}
