package import Routes

/// One product in the trends table.
package struct TrendRow: PageValue {
    let link: Link
    let name: String
    let details: String
    let score: String?
    let badge: CompletenessBadge?
    let tier: TierBadge?
    let momentum: Change?
    let components: [ComponentCell]
    let sources: String
    let price: PriceTag?
    /// Not of a past day: what a product cost then is with the product.
    let hasPrice: Bool
    let sparkline: SafeMarkup?

    /// - Parameters:
    ///   - id: the product's outside id.
    ///   - millilitres: size, nil when not known.
    ///   - category: its English label.
    ///   - score: 0–100; nil when nothing could be measured.
    ///   - completeness: the share of the weights that could be measured, 0–1; nil without a score.
    ///   - momentum: score points against the period before; nil without one of the two.
    ///   - retail: 0–100 as the other components; nil means not measured and is said so.
    ///   - sources: how many sources list it.
    ///   - price: the best current price and its kind.
    ///   - on: the past day the row is of, ISO 8601; nil for the newest list.
    ///   - history: scores, oldest first; nil where there was none. Fewer than two numbers give no line.
    package init(
        id: String, name: String, millilitres: Int? = nil, brand: String? = nil, category: String? = nil,
        score: Double? = nil, completeness: Double? = nil, tier: TrendTier? = nil, momentum: Double? = nil,
        retail: Double? = nil,
        price: Double? = nil, stock: Double? = nil, sources: Int, bestPrice: MoneyAmount? = nil,
        priceKind: ShownPriceKind = .unknown, on: String? = nil, history: [Double?] = [], text: InterfaceText = .english
    ) {
        link = (on.map { TrendRoute.score(id, ScoreQuery(on: $0)) } ?? TrendRoute.product(id)).link
        hasPrice = on == nil
        self.name = name
        details = [text.size(millilitres: millilitres), brand, category].compactMap(\.self).joined(separator: " · ")
        self.score = score.map { NumberText.decimal($0, digits: 0) }
        badge = score == nil ? nil : completeness.flatMap { CompletenessBadge($0, text: text) }
        self.tier = tier.map { TierBadge($0, text: text) }
        self.momentum = momentum.map { Change(points: $0, text: text) }
        components = [
            ComponentCell(label: text[.componentRetail], value: retail),
            ComponentCell(label: text[.componentPrice], value: price),
            ComponentCell(label: text[.componentInventory], value: stock),
        ]
        self.sources = NumberText.whole(sources)
        self.price = bestPrice.map { PriceTag($0, kind: priceKind, text: text) }
        sparkline = Sparkline.markup(history, text: text)
    }

    package static let shape = Shape<TrendRow>([
        .link("link", \.link),
        .text("name", \.name),
        .text("details", \.details),
        .text("score", optional: \.score),
        .part("badge", optional: \.badge),
        .part("tier", optional: \.tier),
        .part("momentum", optional: \.momentum),
        .list("components", \.components),
        .text("sources", \.sources),
        .part("price", optional: \.price),
        .flag("hasPrice", \.hasPrice),
        .markup("sparkline", optional: \.sparkline),
    ])
}
