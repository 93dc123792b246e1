package import Catalog
package import Companies
package import Foundation

extension TrendItem {
    /// A row from its parts, for what is not read from the database: samples and tests. Units and ranges as stated at
    /// the members; `sortName` is the folded name the list is sorted by.
    package init(
        owner: CompanyID, product: UUID, name: String, sortName: String, brand: String?, category: String?,
        volume: Int?, score: Double?, tier: TrendTier?, momentum: Double?, retail: Double?, price: Double?,
        inventory: Double?, media: Double? = nil, search: Double? = nil, completeness: Double, sources: Int,
        bestPrice: Money?, bestPriceKind: String?,
        weeklyScores: [Double]
    ) {
        self.owner = owner
        self.product = product
        self.name = name
        self.sortName = sortName
        self.brand = brand
        self.category = category
        self.volume = volume
        self.score = score
        self.tier = tier
        self.momentum = momentum
        self.retail = retail
        self.price = price
        self.inventory = inventory
        self.media = media
        self.search = search
        self.completeness = completeness
        self.sources = sources
        self.bestPrice = bestPrice
        self.bestPriceKind = bestPriceKind
        self.weeklyScores = weeklyScores
    }
}
