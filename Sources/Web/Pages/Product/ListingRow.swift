import Routes

/// One listing in the table of a product's page.
package struct ListingRow: PageValue {
    let link: Link
    let source: String
    let name: String
    let size: String?
    let price: PriceTag?
    let stock: String?
    let isOutOfStock: Bool
    let lastSeen: String
    let age: String
    let rule: String
    let confidence: String?

    /// - Parameters:
    ///   - product: the product's outside id.
    ///   - listing: the listing's outside id.
    ///   - name: the source's own name for it.
    ///   - stock: units; nil when the source does not say.
    ///   - lastSeen: the date of the last list it was in.
    ///   - today: the date its age is counted from.
    ///   - confidence: 0–1, nil for the first listing of a product.
    package init(
        product: String, listing: String, source: String, name: String, millilitres: Int? = nil,
        price: MoneyAmount? = nil, priceKind: ShownPriceKind = .unknown, stock: Int? = nil, lastSeen: DayStamp,
        today: DayStamp, rule: ShownMatchRule, confidence: Double? = nil, text: InterfaceText = .english
    ) {
        link = TrendRoute.listing(product: product, listing: listing).link
        self.source = source
        self.name = name
        size = text.size(millilitres: millilitres)
        self.price = price.map { PriceTag($0, kind: priceKind, text: text) }
        self.stock = stock.map { NumberText.whole($0) }
        isOutOfStock = stock == 0
        self.lastSeen = text.day(lastSeen)
        age = text.age(of: lastSeen, on: today)
        self.rule = rule.words(text)
        self.confidence = confidence.map { NumberText.percent($0) }
    }

    package static let shape = Shape<ListingRow>([
        .link("link", \.link),
        .text("source", \.source),
        .text("name", \.name),
        .text("size", optional: \.size),
        .part("price", optional: \.price),
        .text("stock", optional: \.stock),
        .flag("isOutOfStock", \.isOutOfStock),
        .text("lastSeen", \.lastSeen),
        .text("age", \.age),
        .text("rule", \.rule),
        .text("confidence", optional: \.confidence),
    ])
}
