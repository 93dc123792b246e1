import Routes

/// One article or post that speaks of a product.
package struct MentionLine: PageValue {
    let on: DayStamp
    let day: String
    let source: String
    let title: String
    let link: Link?
    let snippet: String?
    let tone: String?
    let note: String?
    let run: Link?

    /// - Parameters:
    ///   - title: nil for a post without one.
    ///   - url: shown as a link only if it is plain `http(s)`.
    ///   - sentiment: −1…1; nil where no word of judgement stands.
    ///   - isBrandOnly: only the brand is there.
    ///   - run: the outside id of the run that read it; nil where the reader may not look at it.
    package init(
        day: DayStamp, source: String, title: String?, url: String, snippet: String, sentiment: Double?,
        isBrandOnly: Bool,
        run: String? = nil, text: InterfaceText = .english
    ) {
        on = day
        self.day = text.day(day)
        self.source = source
        self.title = title ?? snippet
        link = Link.external(url)
        self.snippet = title == nil || title == snippet ? nil : snippet
        tone = sentiment.map { text[Self.tone($0)] }
        note = isBrandOnly ? text[.mentionBrandOnly] : nil
        self.run = run.map { SourceRoute.run(.company, $0).link }
    }

    private static func tone(_ sentiment: Double) -> TextKey {
        if sentiment >= 0.2 { return .mentionGood }
        return sentiment <= -0.2 ? .mentionBad : .mentionMixed
    }

    package static let shape = Shape<MentionLine>([
        .text("day", \.day),
        .text("source", \.source),
        .text("title", \.title),
        .link("link", optional: \.link),
        .text("snippet", optional: \.snippet),
        .text("tone", optional: \.tone),
        .text("note", optional: \.note),
        .link("run", optional: \.run),
    ])
}
