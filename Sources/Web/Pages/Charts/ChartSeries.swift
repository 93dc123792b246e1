package import Routes

/// One listing's line in a chart.
package struct ChartSeries: Sendable {
    /// Written beside the end of the line: the source's name.
    package let label: String
    package let link: Link
    /// ISO 4217; nil for stock.
    package let currency: String?
    /// Who pays it and for what; `unknown` for stock.
    package let kind: ShownPriceKind
    package let minorDigits: Int
    package let spans: [StepSpan]
    /// Days to mark, with the words of the mark ("price cut to 39.90").
    package let events: [(day: DayStamp, words: String)]

    /// A listing's prices in minor units.
    ///
    /// - Parameters:
    ///   - spans: in order of date, not overlapping.
    ///   - cuts: the days on which the price was cut; each becomes a mark that links to the listing.
    package static func prices(
        product: String, listing: String, source: String, currency: String, kind: ShownPriceKind = .unknown,
        minorDigits: Int = 2, spans: [StepSpan], cuts: [DayStamp] = [], text: InterfaceText = .english
    ) -> ChartSeries {
        let link = TrendRoute.listing(product: product, listing: listing).link
        let events = cuts.map { day in
            let price = spans.last { $0.from <= day }.map { NumberText.fixed($0.value, digits: minorDigits) }
            return (day, text.fill(.chartCut, ["price": price ?? "", "day": text.day(day), "source": source]))
        }
        return ChartSeries(
            label: source, link: link, currency: currency, kind: kind, minorDigits: minorDigits, spans: spans,
            events: events)
    }

    /// A listing's stock in sales units.
    package static func stock(product: String, listing: String, source: String, spans: [StepSpan]) -> ChartSeries {
        let link = TrendRoute.listing(product: product, listing: listing).link
        return ChartSeries(
            label: source, link: link, currency: nil, kind: .unknown, minorDigits: 0, spans: spans, events: [])
    }
}
