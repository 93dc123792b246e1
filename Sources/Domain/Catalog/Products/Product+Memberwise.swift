package import Companies
package import Foundation

extension Product {
    /// A product from its parts, for what is not read from the database: samples and tests.
    /// - Parameters:
    ///   - volume: millilitres.
    ///   - strengthBasisPoints: alcohol by volume in hundredths of a percent.
    package init(
        owner: CompanyID, id: UUID, name: String, brand: String?, category: CategoryCode?, country: String?,
        volume: Int?, strengthBasisPoints: Int?, vintage: Int?, gtins: [String]
    ) {
        self.owner = owner
        self.id = id
        self.name = name
        self.brand = brand
        self.category = category
        self.country = country
        self.volume = volume
        self.strengthBasisPoints = strengthBasisPoints
        self.vintage = vintage
        self.gtins = gtins
    }
}
