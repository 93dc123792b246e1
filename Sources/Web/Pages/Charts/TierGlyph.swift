import Routes

/// The shapes of the tiers: they can be told apart without colour.
enum TierGlyph {
    /// The shape of a tier, hidden from screen readers because the word stands beside it.
    static func markup(for tier: TrendTier) -> SafeMarkup {
        switch tier {
        case .viral: viral
        case .trending: trending
        case .emerging: emerging
        case .stable: stable
        case .declining: declining
        }
    }

    private static let viral = shape("M6 0 12 6 6 12 0 6Z")
    private static let trending = shape("M6 1 12 11H0Z")
    private static let emerging = shape("M6 1a5 5 0 0 1 0 10Z M6 1a5 5 0 0 0 0 10V9.8a3.8 3.8 0 0 1 0-7.6Z")
    private static let stable = shape("M1 4h10v4H1Z")
    private static let declining = shape("M6 11 0 1H12Z M6 8.4 9.6 2.4H2.4Z")

    private static func shape(_ path: String) -> SafeMarkup {
        var writer = MarkupWriter(capacity: 160)
        writer.element("svg", [.styled("glyph"), Attribute("viewBox", "0 0 12 12"), Attribute("aria-hidden", "true")]) {
            $0.element("path", [Attribute("d", path), Attribute("fill-rule", "evenodd")])
        }
        return writer.finish()
    }
}
