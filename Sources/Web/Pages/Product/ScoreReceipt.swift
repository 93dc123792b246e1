package import Routes

/// How a score was made.
package struct ScoreReceipt: PageValue {
    let score: Double
    let tierCode: TrendTier?
    let change: Double?
    let scoreText: String
    let tier: TierBadge?
    let momentum: Change?
    let history: SafeMarkup?
    let lines: [ReceiptLine]
    let total: String
    let note: String
    let badge: CompletenessBadge?
    /// Where the score opens into its signals; nil on the page that does.
    let link: Link?

    /// - Parameters:
    ///   - score: 0–100.
    ///   - momentum: score points against the period before.
    ///   - asOf: the last date whose evidence counts.
    ///   - lines: all components, missing ones too.
    ///   - completeness: the share of the weights that could be measured, 0–1.
    ///   - profile: the name of the score profile ("abv-v1").
    ///   - history: earlier scores, oldest first.
    ///   - link: where the score opens into its signals.
    package init(
        score: Double, tier: TrendTier?, momentum: Double?, asOf: DayStamp, lines: [ReceiptLine],
        completeness: Double, profile: String, history: [Double?] = [], link: Link? = nil,
        text: InterfaceText = .english
    ) {
        self.score = score
        tierCode = tier
        change = momentum
        scoreText = NumberText.decimal(score, digits: 0)
        self.tier = tier.map { TierBadge($0, text: text) }
        self.momentum = momentum.map { Change(points: $0, text: text) }
        self.history = Sparkline.markup(history, text: text)
        var before = 0.0
        self.lines = lines.map { line in
            defer { before += line.given ?? 0 }
            return line.falling(from: before)
        }
        badge = CompletenessBadge(completeness, text: text)
        self.link = link
        total = NumberText.decimal(score)
        note = text.fill(
            .receiptNote,
            [
                "percent": NumberText.percent(completeness), "day": text.day(asOf), "profile": profile,
            ])
    }

    package static let shape = Shape<ScoreReceipt>([
        .text("score", \.scoreText),
        .part("tier", optional: \.tier),
        .part("momentum", optional: \.momentum),
        .markup("history", optional: \.history),
        .list("lines", \.lines),
        .text("total", \.total),
        .text("note", \.note),
        .part("badge", optional: \.badge),
        .link("open", optional: \.link),
    ])
}
