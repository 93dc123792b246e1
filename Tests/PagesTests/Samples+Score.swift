import Pages
import Routes

/// The page of an opened score.
extension Samples {
    static func scorePages(_ word: String) -> [any Page] {
        let frame = frame(word)
        let (day, link) = (DayStamp(daysSince2000: 9_800), TrendRoute.product(word).link)
        let receipt = ScoreReceipt(
            score: 71.25, tier: .stable, momentum: -2.5, asOf: day,
            lines: ShownComponent.allCases.map {
                ReceiptLine(
                    component: $0, value: $0 == .media ? nil : 60, weight: 0.2, appliedWeight: 0.25, reason: word)
            }, completeness: 0.8, profile: word)
        let listings = [
            SignalListing(
                source: word, name: word, firstSeen: day, lastSeen: day,
                signals: [
                    SignalLine(
                        day: day, .price(MoneyAmount(minorUnits: 1_999, currency: "EUR")), record: link, line: 7,
                        isCorrected: true),
                    SignalLine(day: day, .stock(12, stores: 3), record: link, line: 8, isCorrected: false),
                    SignalLine(day: day, .stock(12, stores: nil), record: link, line: 9, isCorrected: false),
                ]),
            SignalListing(source: word, name: nil, firstSeen: day, lastSeen: day, signals: []),
        ]
        let compared = ScorePage.Compared(
            from: day, to: day, before: 73.75, after: 71.25, tenths: -25,
            lines: [
                ChangeLine(component: .retail, before: 60, after: 50, valueTenths: -25, weightTenths: 0),
                ChangeLine(component: .price, before: nil, after: 50, valueTenths: 0, weightTenths: 0),
                ChangeLine(component: .search, before: 50, after: nil, valueTenths: 0, weightTenths: 0),
            ])
        let origins: [ScorePage.Origin] = [
            .same(now), .otherFormulas(now), .different(now, what: word), .reconstructed,
        ]
        return origins.map {
            ScorePage(
                frame: frame, product: (word, word), query: ScoreQuery(on: word, since: word), score: receipt,
                asOf: day, origin: $0, compared: compared, course: [word, word], listings: listings)
        } + [
            ScorePage(
                frame: frame, product: (word, word), query: ScoreQuery(), score: nil, asOf: nil, origin: nil,
                compared: nil, listings: [], problem: word)
        ]
    }
}

/// The page of the weights.
extension Samples {
    static func weightPages(_ word: String) -> [any Page] {
        let frame = frame(word)
        let fields = ShownComponent.allCases.map {
            WeightField(
                name: $0.rawValue, component: $0, inForce: 0.2, typed: $0 == .media ? word : nil, text: .english)
        }
        let effect = WeightsPage.Effect(
            scored: 12, rise: 2, fall: 1, noticeable: 5,
            items: [
                ReweighedLine(
                    product: word, name: word, before: 50, after: 61.5, placeBefore: 9, placeAfter: 1),
                ReweighedLine(product: word, name: word, before: 50, after: 50, placeBefore: 2, placeAfter: 2),
            ])
        return [
            WeightsPage(frame: frame, weights: fields, isUsual: true, changedAt: nil),
            WeightsPage(frame: frame, weights: fields, isUsual: true, changedAt: now, note: .same, problem: word),
            WeightsPage(
                frame: frame, weights: fields, isUsual: false, changedAt: now, note: .changed, effect: effect),
        ]
    }
}
