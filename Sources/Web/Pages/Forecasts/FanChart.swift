import Routes

/// Draws what is known of a quantity and what is expected of it: the past as a line, the expected values dashed from the last day
/// on, lighter bands around them, earlier forecasts as small marks, and what happened as ticks on the axis of days.
struct FanChart {
    /// Past days shown at most.
    static let mostPast = 190
    /// Known values further apart than this are not joined.
    static let gapDays = 15

    private let forecast: ShownForecast
    private let history: [ShownForecast.Known]
    private let marks: [SettledMark]
    /// Those of the days drawn.
    let events: [ForecastEvent]
    private let scale: ChartScale
    private let plot: ChartFrame
    private let label: String
    private let text: InterfaceText

    /// - Parameters:
    ///   - events: newest first.
    ///   - label: the finding, read aloud in place of the picture.
    init(_ forecast: ShownForecast, events: [ForecastEvent] = [], label: String, plot: ChartFrame, text: InterfaceText)
    {
        self.forecast = forecast
        self.plot = plot
        self.label = label
        self.text = text
        let origin = Int(forecast.origin.daysSince2000)
        let earliest = origin - Self.mostPast
        history = forecast.history.filter { Int($0.day.daysSince2000) > earliest && $0.day <= forecast.origin }
        marks = forecast.settled.filter { Int($0.due.daysSince2000) > earliest && $0.due <= forecast.origin }
        let unit = forecast.unit
        let values =
            history.map(\.value) + forecast.points + forecast.band95.lower + forecast.band95.upper
            + marks.map(\.predicted) + [forecast.level]
        let units = values.map(unit.units)
        let first = min(history.first.map { Int($0.day.daysSince2000) } ?? origin, origin)
        self.events = Array(
            events.lazy.filter { Int($0.on.daysSince2000) >= first && $0.on <= forecast.origin }
                .prefix(ForecastEvent.most))
        let last = origin + forecast.points.count * forecast.stepDays
        scale = ChartScale(
            days: first...max(first, last), values: (units.min() ?? 0)...(units.max() ?? 0),
            includesZero: unit.measure == .demand, digits: unit.digits, plot: plot)
    }

    func markup(className: String) -> SafeMarkup {
        var writer = MarkupWriter(capacity: 8_192)
        writer.element(
            "svg",
            [
                .styled("chart " + className), Attribute("viewBox", "0 0 \(plot.total.width) \(plot.total.height)"),
                Attribute("role", "img"), Attribute("aria-label", label),
            ]
        ) { writer in
            grid(&writer)
            band(forecast.band95, "band wide95", &writer)
            band(forecast.band80, "band", &writer)
            days(&writer)
            past(&writer)
            expected(&writer)
            for event in events { self.event(event, &writer) }
            for mark in marks { self.mark(mark, &writer) }
            labels(&writer)
        }
        return writer.finish()
    }

    private func y(_ value: Double) -> Int { scale.y(forecast.unit.units(value)) }

    private func grid(_ writer: inout MarkupWriter) {
        let digits = forecast.unit.digits
        let power = (0..<min(max(digits, 0), 6)).reduce(Int64(1)) { power, _ in power * 10 }
        let areWhole = scale.ticks.allSatisfy { $0.isMultiple(of: power) }
        for tick in scale.ticks {
            let y = scale.y(tick)
            writer.element("path", [.styled("grid"), Attribute("d", "M\(plot.left) \(y)H\(plot.right)")])
            writer.element(
                "text",
                [
                    .styled("axis"), Attribute("x", plot.left - 8), Attribute("y", y + 4),
                    Attribute("text-anchor", "end"),
                ], text: areWhole ? NumberText.whole(tick / power) : NumberText.fixed(tick, digits: digits))
        }
    }

    private func days(_ writer: inout MarkupWriter) {
        let y = plot.bottom + 20
        let x = scale.x(forecast.origin)
        writer.element("path", [.styled("grid"), Attribute("d", "M\(x) \(plot.top)V\(plot.bottom)")])
        let first = DayStamp(daysSince2000: Int32(clamping: scale.firstDay))
        // On the left the first day, unless that of the forecast would stand on it.
        if x - plot.left > 190 {
            writer.element(
                "text", [.styled("axis"), Attribute("x", plot.left), Attribute("y", y)], text: text.day(first))
        }
        writer.element(
            "text",
            [.styled("axis"), Attribute("x", x), Attribute("y", y), Attribute("text-anchor", "middle")],
            text: text.day(forecast.origin))
    }

    private func past(_ writer: inout MarkupWriter) {
        var path = ""
        var previous: DayStamp?
        for known in history {
            let joins = previous.map { known.day.days(since: $0) <= max(Self.gapDays, forecast.stepDays * 3) } ?? false
            path += "\(joins ? "L" : "M")\(scale.x(known.day)) \(y(known.value))"
            previous = known.day
        }
        guard !path.isEmpty else { return }
        writer.element("path", [.styled("line first"), Attribute("d", path)])
    }

    /// From the last known level on.
    private func expected(_ writer: inout MarkupWriter) {
        var path = "M\(scale.x(forecast.origin)) \(y(history.last?.value ?? forecast.level))"
        for (place, value) in forecast.points.enumerated() { path += "L\(scale.x(forecast.day(place))) \(y(value))" }
        writer.element("path", [.styled("line first expected"), Attribute("d", path)])
    }

    private func band(_ band: ShownForecast.Band, _ name: String, _ writer: inout MarkupWriter) {
        let start = "\(scale.x(forecast.origin)) \(y(history.last?.value ?? forecast.level))"
        let upper = band.upper.enumerated().map { "L\(scale.x(forecast.day($0.offset))) \(y($0.element))" }
        let lower = band.lower.enumerated().map { "L\(scale.x(forecast.day($0.offset))) \(y($0.element))" }
        writer.element(
            "path", [.styled(name), Attribute("d", "M\(start)" + upper.joined() + lower.reversed().joined() + "Z")])
    }

    private func event(_ event: ForecastEvent, _ writer: inout MarkupWriter) {
        let (x, y) = (scale.x(event.on), plot.bottom)
        writer.element("g", [.styled("happened")]) { writer in
            writer.element("title", [], text: "\(event.day): \(event.words)")
            writer.element("path", [Attribute("d", "M\(x - 4) \(y)L\(x) \(y - 7)L\(x + 4) \(y)Z")])
        }
    }

    private func mark(_ mark: SettledMark, _ writer: inout MarkupWriter) {
        let unit = forecast.unit
        let words = text.fill(
            .forecastMark,
            [
                "day": text.day(mark.origin), "due": text.day(mark.due), "said": unit.words(mark.predicted),
                "came": unit.words(mark.actual),
            ])
        writer.element("g", [.styled(mark.isInside ? "said" : "said missed")]) { writer in
            writer.element("title", [], text: words)
            writer.element(
                "circle",
                [Attribute("cx", scale.x(mark.due)), Attribute("cy", y(mark.predicted)), Attribute("r", 3)])
        }
    }

    /// What the end of each line and band is, beside it.
    private func labels(_ writer: inout MarkupWriter) {
        guard let value = forecast.points.last, let high80 = forecast.band80.upper.last,
            let low80 = forecast.band80.lower.last, let high95 = forecast.band95.upper.last,
            let low95 = forecast.band95.lower.last
        else { return }
        let unit = forecast.unit
        let isWide = plot.total.width > 500
        func share(_ share: String, _ low: Double, _ high: Double) -> String {
            isWide ? text.fill(.forecastBand, ["share": share, "range": unit.range(low, high)]) : share
        }
        let ends: [(y: Int, name: String, words: String)] = [
            (y(value), "label first", unit.words(value)),
            (y(high80), "label", share("80%", low80, high80)),
            (y(high95), "label", share("95%", low95, high95)),
        ]
        let spread = StepChart.spread(ends.map(\.y), apart: 16, in: (plot.top + 4)...(plot.bottom - 2))
        for (end, y) in zip(ends, spread) {
            writer.element("g", [.styled(end.name)]) { writer in
                writer.element("text", [Attribute("x", plot.right + 8), Attribute("y", y + 4)], text: end.words)
            }
        }
    }
}
