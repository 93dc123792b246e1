package import Routes

/// What the components of a company's scores weigh, with what other weights would do.
package struct WeightsPage: Page {
    /// What the tried weights would do to the list.
    package struct Effect: Sendable {
        package let scored: Int
        /// Products that gain so many points or more, and that lose them.
        package let rise: Int
        package let fall: Int
        package let noticeable: Double
        /// The first of the list as it would be.
        package let items: [ReweighedLine]

        package init(scored: Int, rise: Int, fall: Int, noticeable: Double, items: [ReweighedLine]) {
            self.scored = scored
            self.rise = rise
            self.fall = fall
            self.noticeable = noticeable
            self.items = items
        }
    }

    let layout: Layout
    let csrf: String
    let weights: [WeightField]
    let isUsual: Bool
    let state: String
    let note: String?
    let problem: String?
    let effectTitle: String?
    let items: [ReweighedLine]

    /// - Parameters:
    ///   - isUsual: nobody changed them, or they were put back.
    ///   - changedAt: when they were changed last.
    ///   - problem: why what was typed cannot be weights.
    ///   - effect: nil when nothing is tried.
    package init(
        frame: PageFrame, weights: [WeightField], isUsual: Bool, changedAt: MomentStamp?,
        note: WeightsQuery.Note? = nil,
        problem: String? = nil, effect: Effect? = nil
    ) {
        let text = frame.text
        layout = Layout(frame, title: text[.weightsTitle], area: .trends)
        csrf = frame.csrf
        self.weights = weights
        self.isUsual = isUsual
        state =
            changedAt.map {
                text.fill(
                    isUsual ? .weightsUsualSince : .weightsOwnSince, ["moment": text.moment($0, in: frame.zone)])
            } ?? text[.weightsUsual]
        self.note = note.map { text[$0 == .changed ? .weightsChanged : .weightsSame] }
        self.problem = problem
        effectTitle = effect.map { effect in
            text.fill(
                .weightsEffect,
                [
                    "scored": text.count(effect.scored, one: .productsOne, other: .productsOther),
                    "rise": NumberText.whole(effect.rise), "fall": NumberText.whole(effect.fall),
                    "points": NumberText.decimal(effect.noticeable, digits: 0),
                ])
        }
        items = effect?.items ?? []
    }

    package static let template = "weights/index"

    package static func program(in library: TemplateLibrary) -> Program<WeightsPage> { library.weights }

    package static let shape = Shape<WeightsPage>([
        .part("layout", \.layout),
        .text("csrf", \.csrf),
        .list("weights", \.weights),
        .flag("isUsual", \.isUsual),
        .text("state", \.state),
        .text("note", optional: \.note),
        .text("problem", optional: \.problem),
        .text("effectTitle", optional: \.effectTitle),
        .list("items", \.items),
        .link("action") { _ in TrendRoute.weights().link },
        .link("trends") { _ in TrendRoute.index(TrendsQuery()).link },
    ])
}
