import Routes

/// Draws step lines with direct labels: one line per listing, gaps where it was not seen, marks where a price was cut.
struct StepChart {
    /// Two sightings further apart than this are not joined: nobody knows what happened between them.
    static let gapDays = 15
    /// More lines than this cannot be told apart; the rest stay in the table.
    static let mostLines = 6

    let series: [ChartSeries]
    let scale: ChartScale
    let plot: ChartFrame
    let text: InterfaceText
    let label: String

    /// - Parameters:
    ///   - series: the lines, the most important first; it is drawn strongest and last.
    ///   - label: the finding, read aloud in place of the picture.
    init(
        series: [ChartSeries], days: ClosedRange<Int>, values: ClosedRange<Int64>, includesZero: Bool, label: String,
        plot: ChartFrame, text: InterfaceText
    ) {
        self.series = Array(series.prefix(Self.mostLines))
        self.plot = plot
        self.text = text
        self.label = label
        let digits = series.first?.minorDigits ?? 0
        scale = ChartScale(days: days, values: values, includesZero: includesZero, digits: digits, plot: plot)
    }

    func markup(className: String) -> SafeMarkup {
        var writer = MarkupWriter(capacity: 4096)
        let box = "0 0 \(plot.total.width) \(plot.total.height)"
        writer.element(
            "svg",
            [
                .styled("chart " + className), Attribute("viewBox", box), Attribute("role", "group"),
                Attribute("aria-label", label),
            ]
        ) { writer in
            grid(&writer)
            days(&writer)
            for (index, line) in series.enumerated().reversed() {
                self.line(line, isFirst: index == 0, &writer)
            }
            for line in series { marks(line, &writer) }
            labels(&writer)
        }
        return writer.finish()
    }

    private func grid(_ writer: inout MarkupWriter) {
        let digits = series.first?.minorDigits ?? 0
        let areWhole = digits > 0 && scale.ticks.allSatisfy { $0.isMultiple(of: Self.power(digits)) }
        for tick in scale.ticks {
            let y = scale.y(tick)
            let shown =
                areWhole
                ? NumberText.whole(tick / Self.power(digits)) : NumberText.fixed(tick, digits: digits)
            writer.element("path", [.styled("grid"), Attribute("d", "M\(plot.left) \(y)H\(plot.right)")])
            writer.element(
                "text",
                [
                    .styled("axis"), Attribute("x", plot.left - 8), Attribute("y", y + 4),
                    Attribute("text-anchor", "end"),
                ], text: shown)
        }
    }

    private func days(_ writer: inout MarkupWriter) {
        let first = DayStamp(daysSince2000: Int32(clamping: scale.firstDay))
        let last = DayStamp(daysSince2000: Int32(clamping: scale.lastDay))
        let y = plot.bottom + 20
        writer.element(
            "text", [.styled("axis"), Attribute("x", plot.left), Attribute("y", y)], text: text.day(first))
        writer.element(
            "text", [.styled("axis"), Attribute("x", plot.right), Attribute("y", y), Attribute("text-anchor", "end")],
            text: text.day(last))
    }

    private func line(_ line: ChartSeries, isFirst: Bool, _ writer: inout MarkupWriter) {
        var path = ""
        var previous: StepSpan?
        for span in line.spans {
            let (x, y) = (scale.x(span.from), scale.y(span.value))
            if let previous, span.from.days(since: previous.through) <= Self.gapDays {
                path += "H\(x)V\(y)"
            } else {
                path += "M\(x) \(y)"
            }
            // A single sighting has no length; a short dash makes it visible.
            path += "H\(max(scale.x(span.through), x + 2))"
            previous = span
        }
        writer.element("path", [.styled(isFirst ? "line first" : "line"), Attribute("d", path)])
    }

    private func marks(_ line: ChartSeries, _ writer: inout MarkupWriter) {
        for event in line.events {
            guard let span = line.spans.last(where: { $0.from <= event.day }) else { continue }
            writer.element("a", [.link(line.link), .styled("mark"), Attribute("aria-label", event.words)]) { writer in
                writer.element("title", [], text: event.words)
                writer.element(
                    "circle",
                    [Attribute("cx", scale.x(event.day)), Attribute("cy", scale.y(span.value)), Attribute("r", 4)])
            }
        }
    }

    /// Labels at the ends of the lines, moved apart where they would touch.
    private func labels(_ writer: inout MarkupWriter) {
        let ends = series.enumerated().compactMap { index, line in
            line.spans.last.map { (index: index, y: scale.y($0.value), line: line, last: $0) }
        }
        let spread = Self.spread(ends.map(\.y), apart: 32, in: (plot.top + 4)...(plot.bottom - 14))
        for (end, y) in zip(ends, spread) {
            let room = plot.total.width - plot.right - 14
            let name = Self.cut(end.line.label, to: room * 10 / 74)
            writer.element("a", [.link(end.line.link), .styled(end.index == 0 ? "label first" : "label")]) { writer in
                writer.element("text", [Attribute("x", plot.right + 10), Attribute("y", y + 1)], text: name)
                writer.element(
                    "text", [.styled("value"), Attribute("x", plot.right + 10), Attribute("y", y + 14)],
                    text: NumberText.fixed(end.last.value, digits: end.line.minorDigits))
            }
        }
    }

    /// Moves positions apart, keeping their order and staying as near to their own place as the range allows.
    static func spread(_ positions: [Int], apart: Int, in range: ClosedRange<Int>) -> [Int] {
        let order = positions.indices.sorted { (positions[$0], $0) < (positions[$1], $1) }
        var placed = positions
        var floor = range.lowerBound
        for index in order {
            placed[index] = max(positions[index], floor)
            floor = placed[index] + apart
        }
        var ceiling = range.upperBound
        for index in order.reversed() {
            placed[index] = min(placed[index], ceiling)
            ceiling = placed[index] - apart
        }
        return placed
    }

    private static func cut(_ text: String, to length: Int) -> String {
        text.count <= length ? text : text.prefix(max(length - 1, 1)) + "…"
    }

    private static func power(_ digits: Int) -> Int64 {
        (0..<min(max(digits, 0), 6)).reduce(1) { power, _ in power * 10 }
    }
}
