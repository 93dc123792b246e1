package import Routes

/// A product whose score moved much, with the reason.
package struct Mover: PageValue {
    let link: Link
    let name: String
    let size: String?
    let score: String
    let tier: TierBadge?
    let momentum: Change
    let reason: String

    /// - Parameters:
    ///   - id: the product's outside id.
    ///   - score: 0–100.
    ///   - momentum: score points against the period before.
    ///   - reason: why, in one sentence without full stop ("listed by 2 more sources since 9 Nov").
    package init(
        id: String, name: String, millilitres: Int? = nil, score: Double, tier: TrendTier?, momentum: Double,
        reason: String, text: InterfaceText = .english
    ) {
        link = TrendRoute.product(id).link
        self.name = name
        size = text.size(millilitres: millilitres)
        self.score = NumberText.decimal(score, digits: 0)
        self.tier = tier.map { TierBadge($0, text: text) }
        self.momentum = Change(points: momentum, text: text)
        self.reason = reason
    }

    package static let shape = Shape<Mover>([
        .link("link", \.link),
        .text("name", \.name),
        .text("size", optional: \.size),
        .text("score", \.score),
        .part("tier", optional: \.tier),
        .part("momentum", \.momentum),
        .text("reason", \.reason),
    ])
}
