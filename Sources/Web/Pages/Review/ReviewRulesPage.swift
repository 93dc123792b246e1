package import Routes

/// Many pairs answered at once by how probable they are: what that would be, and what was done.
package struct ReviewRulesPage: Page {
    let layout: Layout
    let csrf: String
    let note: String?
    let problem: String?
    let low: String?
    let high: String?
    let preview: String?
    let count: String
    let canAnswer: Bool
    let lines: [ReviewRuleExample]
    let rules: [ReviewRuleLine]

    /// - Parameter found: pairs the rule would answer, and how many; nil where nobody asked.
    package init(
        frame: PageFrame, query: ReviewRulesQuery, problem: String?, found: (lines: [ReviewRuleExample], count: Int)?,
        rules: [ReviewRuleLine]
    ) {
        let text = frame.text
        layout = Layout(frame, title: text[.reviewRulesTitle], area: .review)
        csrf = frame.csrf
        note = query.note.map { text[$0.text] }
        self.problem = problem
        low = query.low
        high = query.high
        preview = found.map { text.count($0.count, one: .reviewRuleFitsOne, other: .reviewRuleFitsOther) }
        count = "\(found?.count ?? 0)"
        canAnswer = (found?.count ?? 0) > 0
        lines = found?.lines ?? []
        self.rules = rules
    }

    package static let template = "review/rules"

    package static func program(in library: TemplateLibrary) -> Program<ReviewRulesPage> { library.reviewRules }

    package static let shape = Shape<ReviewRulesPage>([
        .part("layout", \.layout),
        .text("csrf", \.csrf),
        .text("note", optional: \.note),
        .text("problem", optional: \.problem),
        .text("low", optional: \.low),
        .text("high", optional: \.high),
        .text("lowName") { _ in ReviewRulesQuery.lowItem },
        .text("highName") { _ in ReviewRulesQuery.highItem },
        .text("preview", optional: \.preview),
        .text("count", \.count),
        .flag("canAnswer", \.canAnswer),
        .list("lines", \.lines),
        .list("rules", \.rules),
        .flag("hasRules") { !$0.rules.isEmpty },
        .link("action") { _ in ReviewRoute.rules().link },
        .link("queue") { _ in ReviewRoute.queue().link },
        .link("next") { _ in ReviewRoute.next().link },
    ])
}
