/// One step of a score's waterfall: where its points begin and end on the way from 0 to 100.
enum WaterfallStep {
    static let width = 96

    /// - Parameters:
    ///   - before: points of the steps above it, 0–100.
    ///   - points: what it adds.
    static func markup(from before: Double, points: Double) -> SafeMarkup {
        func place(_ value: Double) -> Int {
            let share = value.isFinite ? min(max(value, 0), 100) / 100 : 0
            return Int((share * Double(width)).rounded())
        }
        // A step of less than a pixel is still seen.
        let (start, end) = (place(before), max(place(before + points), place(before) + (points > 0 ? 1 : 0)))
        var writer = MarkupWriter(capacity: 200)
        writer.element(
            "svg",
            [
                .styled("fall"), Attribute("viewBox", "0 0 \(width) 8"), Attribute("width", width),
                Attribute("height", 8), Attribute("aria-hidden", "true"),
            ]
        ) {
            $0.element("path", [.styled("track"), Attribute("d", "M0 7H\(width)V8H0Z")])
            $0.element("path", [.styled("step"), Attribute("d", "M\(start) 0H\(end)V7H\(start)Z")])
        }
        return writer.finish()
    }
}
