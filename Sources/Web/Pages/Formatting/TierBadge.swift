import Routes

/// A tier as a shape, a word and a tint.
struct TierBadge: PageValue {
    let code: String
    let word: String
    let glyph: SafeMarkup

    init(_ tier: TrendTier, text: InterfaceText) {
        code = tier.rawValue
        word = text.word(for: tier)
        glyph = TierGlyph.markup(for: tier)
    }

    static let shape = Shape<TierBadge>([
        .text("code", \.code),
        .text("word", \.word),
        .markup("glyph", \.glyph),
    ])
}

extension InterfaceText {
    /// "Trending".
    func word(for tier: TrendTier) -> String {
        switch tier {
        case .viral: self[.tierViral]
        case .trending: self[.tierTrending]
        case .emerging: self[.tierEmerging]
        case .stable: self[.tierStable]
        case .declining: self[.tierDeclining]
        }
    }
}
