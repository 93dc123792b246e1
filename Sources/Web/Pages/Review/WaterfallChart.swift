/// Steps that add up, each a bar from where the one before ended.
struct WaterfallChart {
    private static let width = 560
    private static let row = 22
    private static let label = 150
    private static let value = 60

    let steps: [ReviewEvidence.Step]
    let title: String

    /// Nil for nothing to show.
    var markup: SafeMarkup? {
        guard !steps.isEmpty, steps.allSatisfy(\.weight.isFinite) else { return nil }
        var (ends, sum) = ([0.0], 0.0)
        for step in steps {
            sum += step.weight
            ends.append(sum)
        }
        let low = min(0, ends.min() ?? 0)
        let high = max(0, ends.max() ?? 0)
        let room = Double(Self.width - Self.label - Self.value)
        func x(_ value: Double) -> Int {
            Self.label + Int(((value - low) / max(high - low, 0.001) * room).rounded())
        }
        let height = steps.count * Self.row + 8
        var writer = MarkupWriter(capacity: 2_000)
        writer.element(
            "svg",
            [
                .styled("chart waterfall"), Attribute("viewBox", "0 0 \(Self.width) \(height)"),
                Attribute("role", "img"), Attribute("aria-label", title),
            ]
        ) { svg in
            svg.element("path", [.styled("grid"), Attribute("d", "M\(x(0)) 0V\(height)")])
            for (place, step) in steps.enumerated() {
                let top = place * Self.row + 5
                let (from, to) = (x(ends[place]), x(ends[place + 1]))
                svg.element(
                    "text",
                    [Attribute("x", Self.label - 8), Attribute("y", top + 12), Attribute("text-anchor", "end")],
                    text: step.label)
                svg.element(
                    "rect",
                    [
                        .styled(step.weight < 0 ? "bad" : "good"), Attribute("x", min(from, to)),
                        Attribute("y", top), Attribute("width", max(1, abs(to - from))), Attribute("height", 16),
                    ])
                svg.element(
                    "text",
                    [Attribute("x", Self.width - 4), Attribute("y", top + 12), Attribute("text-anchor", "end")],
                    text: WaterfallRow.signed(step.weight))
            }
        }
        return writer.finish()
    }
}
