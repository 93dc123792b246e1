/// The course of a score in a table row.
enum Sparkline {
    static let width = 88
    static let height = 24
    /// The smallest range the height stands for, in score points: a wobble of one point must not look like a boom.
    static let smallestRange = 20.0

    /// A line through the values with gaps where there is none, and a dot at the last one. Nil with fewer than two.
    static func markup(_ values: [Double?], text: InterfaceText) -> SafeMarkup? {
        let values = values.map { $0.flatMap { $0.isFinite ? min(max($0, 0), 100) : nil } }
        let known = values.compactMap(\.self)
        guard known.count > 1, let low = known.min(), let high = known.max() else { return nil }
        guard let first = known.first, let last = known.last else { return nil }
        let middle = (low + high) / 2
        let range = max(high - low, smallestRange)
        var path = ""
        var isPen = false
        var end = (x: 0, y: 0)
        for (index, value) in values.enumerated() {
            guard let value else {
                isPen = false
                continue
            }
            let x = 3 + index * (width - 6) / max(values.count - 1, 1)
            let y = 3 + Int((0.5 - (value - middle) / range) * Double(height - 6))
            path += isPen ? " \(x) \(y)" : "M\(x) \(y)"
            isPen = true
            end = (x, y)
        }
        let label = text.fill(
            .sparklineLabel,
            ["from": NumberText.decimal(first, digits: 0), "to": NumberText.decimal(last, digits: 0)])
        var writer = MarkupWriter(capacity: 400)
        writer.element(
            "svg",
            [
                .styled("spark"), Attribute("viewBox", "0 0 \(width) \(height)"), Attribute("role", "img"),
                Attribute("aria-label", label),
            ]
        ) {
            $0.element("path", [Attribute("d", path)])
            $0.element("circle", [Attribute("cx", end.x), Attribute("cy", end.y), Attribute("r", 2)])
        }
        return writer.finish()
    }
}
