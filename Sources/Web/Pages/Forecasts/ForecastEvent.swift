import Routes

/// What happened on a day of a forecast's past: a price cut, an article or post.
struct ForecastEvent: PageValue {
    /// Told of one chart at most; the newest count.
    static let most = 40

    let on: DayStamp
    let day: String
    let words: String
    let link: Link?

    init(_ day: DayStamp, _ words: String, link: Link?, text: InterfaceText) {
        on = day
        self.day = text.day(day)
        self.words = words
        self.link = link
    }

    /// The cuts of prices and what was written, newest first.
    static func all(prices: [ChartSeries], media: [MentionLine], text: InterfaceText) -> [ForecastEvent] {
        let cuts = prices.flatMap { series in
            series.events.map { ForecastEvent($0.day, $0.words, link: series.link, text: text) }
        }
        let written = media.map { line in
            ForecastEvent(
                line.on, text.fill(.forecastWritten, ["source": line.source, "title": line.title]), link: line.link,
                text: text)
        }
        return (cuts + written).sorted { $0.on > $1.on }
    }

    static let shape = Shape<ForecastEvent>([
        .text("day", \.day), .text("words", \.words), .link("link", optional: \.link),
    ])
}
