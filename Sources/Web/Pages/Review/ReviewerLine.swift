/// How a reviewer did.
package struct ReviewerLine: PageValue {
    let name: String
    let answers: String
    let pace: String
    let gold: String
    let agreement: String

    package init(
        name: String, answers: Int, medianMilliseconds: Double?, gold: Int, goldRight: Int, shared: Int, agreed: Int,
        text: InterfaceText
    ) {
        self.name = name
        self.answers = NumberText.whole(answers)
        pace = medianMilliseconds.map { "\(NumberText.decimal($0 / 1_000, digits: 1)) s" } ?? text[.notMeasured]
        func part(_ hits: Int, _ all: Int) -> String {
            all == 0
                ? text[.notMeasured]
                : text.fill(.reviewOf, ["count": NumberText.whole(hits), "all": NumberText.whole(all)])
        }
        self.gold = part(goldRight, gold)
        agreement = part(agreed, shared)
    }

    package static let shape = Shape<ReviewerLine>([
        .text("name", \.name),
        .text("answers", \.answers),
        .text("pace", \.pace),
        .text("gold", \.gold),
        .text("agreement", \.agreement),
    ])
}
