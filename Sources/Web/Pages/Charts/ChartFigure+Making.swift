extension ChartFigure {
    /// One chart per currency and price kind: amounts of different currencies, and what a shop pays and what it asks, never
    /// share an axis. Retail first.
    static func prices(_ series: [ChartSeries], text: InterfaceText) -> [ChartFigure] {
        let filled = series.filter { !$0.spans.isEmpty }
        var groups: [PriceGroup] = []
        for line in filled {
            guard let currency = line.currency else { continue }
            let group = PriceGroup(kind: line.kind, currency: currency)
            if !groups.contains(group) { groups.append(group) }
        }
        return groups.sorted { $0.rank < $1.rank }.compactMap { group in
            let currency = group.currency
            // The cheapest line now comes first: it is the one a reader looks for.
            let lines = filled.filter { $0.currency == currency && $0.kind == group.kind }.sorted { left, right in
                (left.spans.last?.value ?? 0, left.label) < (right.spans.last?.value ?? 0, right.label)
            }
            return figure(
                lines, title: priceTitle(lines, currency: currency, text: text),
                subtitle: text.fill(.chartPriceSubtitle, ["currency": currency, "kind": group.kind.words(text)]),
                includesZero: false, text: text)
        }
    }

    private struct PriceGroup: Equatable {
        let kind: ShownPriceKind
        let currency: String

        var rank: Int { ShownPriceKind.allCases.firstIndex(of: kind) ?? 0 }
    }

    /// The stock of all listings that state it, nil if none does.
    static func stock(_ series: [ChartSeries], text: InterfaceText) -> ChartFigure? {
        let lines = series.filter { !$0.spans.isEmpty }.sorted { left, right in
            (right.spans.last?.value ?? 0, left.label) < (left.spans.last?.value ?? 0, right.label)
        }
        let total = lines.reduce(Int64(0)) { sum, line in
            let (next, overflow) = sum.addingReportingOverflow(line.spans.last?.value ?? 0)
            return overflow ? sum : next
        }
        let title = text.fill(.chartStockTitle, ["units": NumberText.whole(total)])
        return figure(lines, title: title, subtitle: text[.chartStockSubtitle], includesZero: true, text: text)
    }

    private static func figure(
        _ lines: [ChartSeries], title: String, subtitle: String, includesZero: Bool, text: InterfaceText
    ) -> ChartFigure? {
        let spans = lines.flatMap(\.spans)
        guard let first = spans.map(\.from).min(), let last = spans.map(\.through).max(),
            let low = spans.map(\.value).min(), let high = spans.map(\.value).max()
        else { return nil }
        let days = Int(first.daysSince2000)...Int(last.daysSince2000)
        let picture = { (plot: ChartFrame, name: String) in
            StepChart(
                series: lines, days: days, values: low...high, includesZero: includesZero, label: title, plot: plot,
                text: text
            ).markup(className: name)
        }
        let sources = text.count(lines.count, one: .chartSourceOne, other: .chartSourceOther)
        return ChartFigure(
            title: title, subtitle: subtitle, wide: picture(.wide, "wide"), narrow: picture(.narrow, "narrow"),
            source: text.fill(.chartSource, ["sources": sources, "first": text.day(first), "last": text.day(last)]),
            rows: lines.flatMap { rows($0, text: text) })
    }

    /// "Lowest at Alko: 39.90 EUR, 13% below its price of 21 May 2026".
    private static func priceTitle(_ lines: [ChartSeries], currency: String, text: InterfaceText) -> String {
        guard let line = lines.first, let first = line.spans.first, let last = line.spans.last else { return "" }
        let now = MoneyAmount(minorUnits: last.value, currency: currency, minorDigits: line.minorDigits)
        let then = MoneyAmount(minorUnits: first.value, currency: currency, minorDigits: line.minorDigits)
        let lead = lines.count > 1 ? TextKey.chartLowest : .chartOnly
        let place = text.fill(lead, ["source": line.label, "price": now.sentence])
        guard let change = then.change(to: now), change != 0 else {
            return text.fill(.chartUnchanged, ["place": place, "day": text.day(first.from)])
        }
        return text.fill(
            change < 0 ? .chartBelow : .chartAbove,
            [
                "place": place, "percent": NumberText.percent(change.magnitude), "day": text.day(first.from),
            ])
    }

    private static func rows(_ line: ChartSeries, text: InterfaceText) -> [ChartTableRow] {
        line.spans.reversed().map { span in
            ChartTableRow(
                source: line.label, from: text.day(span.from), through: text.day(span.through),
                value: NumberText.fixed(span.value, digits: line.minorDigits))
        }
    }
}
