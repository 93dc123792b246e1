/// The steps of a cycle as bars over the time since it began, with a line where all of it should be done.
enum CycleTimeline {
    struct Bar {
        let label: String
        /// Seconds since the Unix epoch; nil for what has not begun.
        let begin: Int64?
        /// Nil for what is neither over nor under way.
        let end: Int64?
        let isBad: Bool
    }

    private static let width = 640
    private static let row = 22

    static func markup(start: Int64, due: Int64, end: Int64, bars: [Bar]) -> SafeMarkup {
        let span = Double(max(due, end) - start)
        func x(_ moment: Int64) -> Int { Int((Double(moment - start) / max(span, 1) * Double(width)).rounded()) }
        let height = bars.count * row + 4
        var writer = MarkupWriter(capacity: 1_024)
        writer.element(
            "svg",
            [
                .styled("timeline"), Attribute("viewBox", "0 0 \(width) \(height)"), Attribute("aria-hidden", "true"),
            ]
        ) { writer in
            for (number, bar) in bars.enumerated() {
                let y = number * row
                writer.element("path", [.styled("track"), Attribute("d", "M0 \(y + 16)H\(width)V\(y + 20)H0Z")])
                if let begin = bar.begin, let end = bar.end {
                    let left = min(max(0, x(begin)), width - 2)
                    let right = min(width, max(left + 2, x(end)))
                    writer.element(
                        "path",
                        [
                            .styled(bar.isBad ? "fill bad" : "fill"),
                            Attribute("d", "M\(left) \(y + 16)H\(right)V\(y + 20)H\(left)Z"),
                        ])
                }
                writer.element("text", [Attribute("x", 0), Attribute("y", y + 12)]) { $0.text(bar.label) }
            }
            writer.element("path", [.styled("due"), Attribute("d", "M\(x(due)) 0V\(height)")])
        }
        return writer.finish()
    }
}
