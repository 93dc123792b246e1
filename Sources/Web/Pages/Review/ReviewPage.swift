package import Routes

/// A listing and a product beside each other, to be decided by somebody who sees neither price nor company.
package struct ReviewPage: Page {
    /// What is looked at.
    package struct Facts: Sendable {
        package let id: String
        package let facts: [ReviewFact]
        /// "name: value".
        package let reasons: [String]
        package let evidence: ReviewEvidence
        package let carriers: [ReviewCarrierLine]
        /// What two readers said who disagree.
        package let verdicts: [String]

        package init(
            id: String, facts: [ReviewFact], reasons: [String], evidence: ReviewEvidence,
            carriers: [ReviewCarrierLine], verdicts: [String]
        ) {
            self.id = id
            self.facts = facts
            self.reasons = reasons
            self.evidence = evidence
            self.carriers = carriers
            self.verdicts = verdicts
        }
    }

    let layout: Layout
    let csrf: String
    let id: String
    let note: String?
    let shown: String
    let facts: [ReviewFact]
    let inWords: [ReviewSentence]
    let waterfall: SafeMarkup?
    let steps: [WaterfallRow]
    let carriers: [ReviewCarrierLine]
    let buttons: [ReviewAnswerButton]
    let disputed: String?
    let words: String?
    let found: [ReviewFound]
    let isMissing: Bool

    /// - Parameters:
    ///   - shown: milliseconds since 1970 of now, from which the answer's time is counted.
    ///   - found: products by the words of the query; nil where nobody looked.
    package init(frame: PageFrame, facts: Facts, query: ReviewQuery, shown: Int, found: [ReviewFound]?) {
        let text = frame.text
        layout = Layout(frame, title: text[.reviewTitle], area: .review)
        csrf = frame.csrf
        id = facts.id
        note = query.note.map { text[$0.text] }
        self.shown = "\(shown)"
        self.facts = facts.facts
        inWords = facts.reasons.map(ReviewSentence.init)
        waterfall = WaterfallChart(steps: facts.evidence.steps, title: text[.reviewWaterfall]).markup
        steps = facts.evidence.steps.map(WaterfallRow.init)
        carriers = facts.carriers.map { carrier in
            var line = carrier
            line.canChoose = facts.carriers.count > 1
            return line
        }
        buttons = ReviewAnswerButton.all(text, canSplit: facts.carriers.count > 1)
        disputed =
            facts.verdicts.isEmpty
            ? nil : text.fill(.reviewDisputed, ["verdicts": facts.verdicts.joined(separator: ", ")])
        words = query.words
        self.found = found ?? []
        isMissing = found?.isEmpty ?? false
    }

    package static let template = "review/pair"

    package static func program(in library: TemplateLibrary) -> Program<ReviewPage> { library.review }

    package static let shape = Shape<ReviewPage>([
        .part("layout", \.layout),
        .text("csrf", \.csrf),
        .text("note", optional: \.note),
        .text("shown", \.shown),
        .list("facts", \.facts),
        .list("inWords", \.inWords),
        .flag("hasWords") { !$0.inWords.isEmpty },
        .markup("waterfall", optional: \.waterfall),
        .list("steps", \.steps),
        .list("carriers", \.carriers),
        .flag("hasCarriers") { !$0.carriers.isEmpty },
        .flag("canSplit") { $0.carriers.count > 1 },
        .list("buttons", \.buttons),
        .text("disputed", optional: \.disputed),
        .text("words", optional: \.words),
        .text("wordsName") { _ in ReviewQuery.wordsItem },
        .list("found", \.found),
        .flag("isMissing", \.isMissing),
        .link("action") { ReviewRoute.pair($0.id).link },
        .link("choose") { ReviewRoute.choose($0.id).link },
        .link("undo") { _ in ReviewRoute.undo.link },
        .link("queue") { _ in ReviewRoute.queue().link },
        .link("rules") { _ in ReviewRoute.rules().link },
    ])
}

extension ReviewQuery.Note {
    var text: TextKey {
        switch self {
        case .answered: .reviewDidAnswer
        case .undone: .reviewDidUndo
        case .lost: .reviewDidLose
        case .nothingToUndo: .reviewNothingToUndo
        case .nothing: .reviewEmptyWhat
        case .ruled: .reviewDidRule
        case .unruled: .reviewDidUnrule
        case .changed: .reviewDidChange
        }
    }
}
