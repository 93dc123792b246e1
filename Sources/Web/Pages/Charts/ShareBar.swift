/// A thin bar from a zero baseline for a value of 0–100.
enum ShareBar {
    /// - Parameter width: of the full track, in CSS pixels.
    static func markup(_ value: Double, width: Int) -> SafeMarkup {
        let share = value.isFinite ? min(max(value, 0), 100) / 100 : 0
        let filled = Int((share * Double(width)).rounded())
        var writer = MarkupWriter(capacity: 160)
        writer.element(
            "svg",
            [
                .styled("bar"), Attribute("viewBox", "0 0 \(width) 4"), Attribute("width", width),
                Attribute("height", 4), Attribute("aria-hidden", "true"),
            ]
        ) {
            $0.element("path", [.styled("track"), Attribute("d", "M0 0H\(width)V4H0Z")])
            $0.element("path", [.styled("fill"), Attribute("d", "M0 0H\(filled)V4H0Z")])
        }
        return writer.finish()
    }
}
