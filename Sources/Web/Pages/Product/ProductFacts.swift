/// What a product is.
package struct ProductFacts: Hashable, Sendable {
    package let id: String
    package let name: String
    package let brand: String?
    package let category: String?
    package let millilitres: Int?
    package let gtins: [String]
    package let strengthBasisPoints: Int?
    package let vintage: Int?
    package let country: String?

    /// - Parameters:
    ///   - id: the product's outside id.
    ///   - category: its English label.
    ///   - gtins: 14 digits each.
    ///   - strengthBasisPoints: alcohol by volume in 1/100 percent.
    ///   - country: its name in English.
    package init(
        id: String, name: String, brand: String? = nil, category: String? = nil, millilitres: Int? = nil,
        gtins: [String] = [], strengthBasisPoints: Int? = nil, vintage: Int? = nil, country: String? = nil
    ) {
        self.id = id
        self.name = name
        self.brand = brand
        self.category = category
        self.millilitres = millilitres
        self.gtins = gtins
        self.strengthBasisPoints = strengthBasisPoints
        self.vintage = vintage
        self.country = country
    }
}
