import Pages
import Routes

/// The pages of the review queue.
extension Samples {
    static func reviewPages(_ word: String) -> [any Page] {
        let frame = frame(word)
        let words = [ReviewWord(word, isMarked: true), ReviewWord(word, isMarked: false)]
        let facts = ReviewPage.Facts(
            id: word,
            facts: [
                ReviewFact(.reviewName, left: words, right: words, .open, text: .english),
                ReviewFact(.reviewSize, left: words, right: words, .different, text: .english),
                ReviewFact(.reviewBrand, left: [], right: words, .open, text: .english),
                ReviewFact(.reviewCountry, left: words, right: [], .same, text: .english),
            ], reasons: ["name: \(word)", word],
            evidence: ReviewEvidence([.init(word, -2), .init(word, 3.25), .init(word, -0.5)]),
            carriers: [0, 2].map {
                ReviewCarrierLine(id: word, name: word, details: [word, word], source: $0, text: .english)
            }, verdicts: [word, word])
        let nothing = ReviewPage.Facts(
            id: word, facts: [], reasons: [], evidence: ReviewEvidence([]), carriers: [], verdicts: [])
        let found = [
            ReviewFound(id: word, name: word, millilitres: 750, vintage: 2_019, listings: 2, text: .english)
        ]
        let pairs: [any Page] = [
            ReviewPage(frame: frame, facts: facts, query: ReviewQuery(words: word), shown: 1, found: found),
            ReviewPage(frame: frame, facts: nothing, query: ReviewQuery(words: word), shown: 1, found: []),
        ]
        let notes: [any Page] = ReviewQuery.Note.allCases.map { ReviewStartPage(frame: frame, open: 1, note: $0) }
        return pairs + notes + [
            ReviewStartPage(frame: frame, open: 0, note: nil), queue(frame, word), emptyQueue(frame),
            rules(frame, word),
            ReviewRulesPage(frame: frame, query: ReviewRulesQuery(), problem: word, found: nil, rules: []),
        ]
    }

    private static func queue(_ frame: PageFrame, _ word: String) -> ReviewQueuePage {
        ReviewQueuePage(
            frame: frame,
            figures: ReviewQueuePage.Figures(
                open: 2, leased: 1, second: 1, disputed: 1, oldest: now, waiting: 1, answeredToday: 3,
                answeredThisWeek: 4, addedThisWeek: 5, gold: 6),
            readers: [
                ReviewerLine(
                    name: word, answers: 3, medianMilliseconds: 2_400, gold: 2, goldRight: 1, shared: 0, agreed: 0,
                    text: .english)
            ],
            audits: [
                ReviewAuditLine(
                    rule: word, audited: 20, wrong: 2, atMost: 0.28, open: 1, isExceeded: true, text: .english)
            ], days: [ReviewDayLine(day: today, answers: 3, most: 3, text: .english)], note: .answered)
    }

    private static func emptyQueue(_ frame: PageFrame) -> ReviewQueuePage {
        ReviewQueuePage(
            frame: frame,
            figures: ReviewQueuePage.Figures(
                open: 0, leased: 0, second: 0, disputed: 0, oldest: nil, waiting: 0, answeredToday: 0,
                answeredThisWeek: 0, addedThisWeek: 0, gold: 0), readers: [], audits: [], days: [])
    }

    private static func rules(_ frame: PageFrame, _ word: String) -> ReviewRulesPage {
        ReviewRulesPage(
            frame: frame, query: ReviewRulesQuery(low: "97", high: "100", note: .changed), problem: nil,
            found: ([ReviewRuleExample(listing: word, product: word, probability: 0.98)], 2),
            rules: [
                ReviewRuleLine(
                    id: word, verdict: word, answers: 3, standing: 2, made: now, isOwn: true, frame: frame),
                ReviewRuleLine(
                    id: word, verdict: word, answers: 3, standing: 0, made: now, isOwn: false, frame: frame),
            ])
    }
}
