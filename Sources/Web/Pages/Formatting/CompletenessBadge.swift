/// How much of a score's weight could be measured, where that is not all of it.
struct CompletenessBadge: PageValue {
    let words: String
    let bar: SafeMarkup

    /// - Parameter share: of the weights, 0–1; nothing is shown for a whole score.
    init?(_ share: Double, text: InterfaceText) {
        guard share.isFinite, share < 0.9995 else { return nil }
        words = text.fill(.completeness, ["percent": NumberText.percent(share)])
        bar = ShareBar.markup(share * 100, width: 32)
    }

    static let shape = Shape<CompletenessBadge>([.text("words", \.words), .markup("bar", \.bar)])
}
