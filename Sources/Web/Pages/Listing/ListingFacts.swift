/// What a listing says about itself, after normalising.
package struct ListingFacts: Hashable, Sendable {
    package let name: String
    package let source: String
    package let itemKey: String
    package let brand: String?
    package let category: String?
    package let millilitres: Int?
    package let unitsPerCase: Int?
    package let strengthBasisPoints: Int?
    package let vintage: Int?
    package let country: String?
    package let gtin: String?
    package let url: String?
    package let firstSeen: DayStamp
    package let lastSeen: DayStamp

    /// - Parameters:
    ///   - name: the source's own name for it.
    ///   - source: the source's name.
    ///   - itemKey: the source's own number for it.
    ///   - strengthBasisPoints: alcohol by volume in 1/100 percent.
    ///   - url: the source's page; shown as a link only if it is plain `http(s)`.
    package init(
        name: String, source: String, itemKey: String, brand: String? = nil, category: String? = nil,
        millilitres: Int? = nil, unitsPerCase: Int? = nil, strengthBasisPoints: Int? = nil, vintage: Int? = nil,
        country: String? = nil, gtin: String? = nil, url: String? = nil, firstSeen: DayStamp, lastSeen: DayStamp
    ) {
        self.name = name
        self.source = source
        self.itemKey = itemKey
        self.brand = brand
        self.category = category
        self.millilitres = millilitres
        self.unitsPerCase = unitsPerCase
        self.strengthBasisPoints = strengthBasisPoints
        self.vintage = vintage
        self.country = country
        self.gtin = gtin
        self.url = url
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
    }
}
