import Pages
import Routes

extension Samples {
    static func spans(_ values: [Int64]) -> [StepSpan] {
        values.enumerated().map { index, value in
            let start = 180 - Int32(index) * 30
            return StepSpan(from: day(start), through: day(start - 29), value: value)
        }
    }

    static func product(_ word: String) -> ProductPage {
        let facts = ProductFacts(
            id: word, name: word, brand: word, category: word, millilitres: 1500, gtins: [word],
            strengthBasisPoints: 4350, vintage: 2019, country: word)
        let lines = [
            ReceiptLine(component: .retail, value: 78, weight: 0.25, appliedWeight: 0.42, reason: word),
            ReceiptLine(component: .media, value: nil, weight: 0.25, appliedWeight: 0, reason: word),
        ]
        let score = ScoreReceipt(
            score: 71.4, tier: .emerging, momentum: 4.2, asOf: today, lines: lines, completeness: 0.6, profile: word,
            history: [50, 71])
        let prices: [ChartSeries] = [
            .prices(
                product: word, listing: word, source: word, currency: word, spans: spans([4990, 5290, 4590]),
                cuts: [day(120)]),
            .prices(product: word, listing: word, source: word, currency: "ZZZ", spans: spans([100])),
        ]
        let row = ListingRow(
            product: word, listing: word, source: word, name: word, millilitres: 700,
            price: MoneyAmount(minorUnits: 4390, currency: word), priceKind: .retail, stock: 0, lastSeen: day(3),
            today: today, rule: .nameAndSize, confidence: 0.97)
        let bare = ListingRow(
            product: word, listing: word, source: word, name: word, lastSeen: day(3), today: today, rule: .new)
        return ProductPage(
            frame: frame(word), product: facts, score: score, prices: prices,
            stock: [.stock(product: word, listing: word, source: word, spans: spans([410, 0, 96]))],
            listings: [row, bare], forecasts: forecasts(word),
            refusals: [.init(measure: .demand, observations: 2), .init(measure: .demand, observations: 0)],
            media: ProductMentions([
                MentionLine(
                    day: day(3), source: word, title: word, url: "https://shop.example/item",
                    snippet: word + " " + word,
                    sentiment: 0.5, isBrandOnly: true, run: word),
                MentionLine(
                    day: day(4), source: word, title: nil, url: word, snippet: word, sentiment: nil, isBrandOnly: false),
            ]))
    }

    static func unscored(_ word: String) -> ProductPage {
        ProductPage(frame: frame(word), product: ProductFacts(id: word, name: word), score: nil)
    }

    static func listing(_ word: String) -> ListingPage {
        let price = MoneyAmount(minorUnits: 4390, currency: word)
        let facts = ListingFacts(
            name: word, source: word, itemKey: word, brand: word, category: word, millilitres: 700, unitsPerCase: 6,
            strengthBasisPoints: 4345, vintage: 2019, country: word, gtin: word, url: word, firstSeen: day(180),
            lastSeen: today)
        return ListingPage(
            frame: frame(word), product: (word, word), listing: facts, price: price, priceKind: .unknown,
            match: MatchStory(
                rule: .gtin, confidence: 1, decidedAt: now, reasons: [MatchReason(name: word, value: word)]),
            raw: RawRecordRow(bytes: Array(word.utf8) + [0xFF], file: word, line: 4711, importedAt: now, run: word),
            history: [
                HistoryRow(
                    from: day(9), through: today, price: price,
                    before: MoneyAmount(minorUnits: 4590, currency: word), stock: 12),
                HistoryRow(from: day(30), through: day(10), price: nil),
            ])
    }

    static func bareListing(_ word: String) -> ListingPage {
        let facts = ListingFacts(
            name: word, source: word, itemKey: word, url: "https://shop.example/item", firstSeen: today, lastSeen: today
        )
        return ListingPage(
            frame: frame(word), product: (word, word), listing: facts, price: nil, priceKind: .unknown,
            match: MatchStory(rule: .new, confidence: nil, decidedAt: now), raw: nil, history: [])
    }
}
