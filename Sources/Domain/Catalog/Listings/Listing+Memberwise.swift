package import Foundation

extension Listing {
    /// A listing from its parts, for what is not read from the database: samples and tests.
    /// - Parameters:
    ///   - shop: empty where a source has only one.
    ///   - volume: millilitres.
    ///   - strengthBasisPoints: alcohol by volume in hundredths of a percent.
    ///   - confidence: 0–1.
    package init(
        id: UUID, sourceSlug: String, sourceTitle: String, shop: String = "", itemKey: String, name: String,
        brand: String? = nil, category: CategoryCode? = nil, country: String? = nil, volume: Int? = nil,
        packUnits: Int? = nil, strengthBasisPoints: Int? = nil, vintage: Int? = nil, gtin: String? = nil,
        price: Money? = nil, priceKind: String = "unknown", stockUnits: Int? = nil, storeCount: Int? = nil,
        url: String? = nil, firstSeen: CalendarDay, lastSeen: CalendarDay, run: UUID, line: Int, rule: String? = nil,
        confidence: Double? = nil, features: [String] = [], decidedAt: Date? = nil
    ) {
        self.id = id
        self.sourceSlug = sourceSlug
        self.sourceTitle = sourceTitle
        self.shop = shop
        self.itemKey = itemKey
        self.name = name
        self.brand = brand
        self.category = category
        self.country = country
        self.volume = volume
        self.packUnits = packUnits
        self.strengthBasisPoints = strengthBasisPoints
        self.vintage = vintage
        self.gtin = gtin
        self.price = price
        self.priceKind = priceKind
        self.stockUnits = stockUnits
        self.storeCount = storeCount
        self.url = url
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.run = run
        self.line = line
        self.rule = rule
        self.confidence = confidence
        self.features = features
        self.decidedAt = decidedAt
    }
}
