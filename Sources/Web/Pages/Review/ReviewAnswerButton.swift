/// A way to answer, by pointer and by key.
struct ReviewAnswerButton: PageValue {
    let verdict: String
    let key: String
    let label: String
    let isMain: Bool

    static func all(_ text: InterfaceText, canSplit: Bool) -> [ReviewAnswerButton] {
        var buttons = [
            ReviewAnswerButton(verdict: "same", key: "s", label: text[.reviewSame], isMain: true),
            ReviewAnswerButton(verdict: "different", key: "d", label: text[.reviewDifferent], isMain: true),
            ReviewAnswerButton(verdict: "unsure", key: "u", label: text[.reviewUnsure], isMain: false),
            ReviewAnswerButton(verdict: "new", key: "n", label: text[.reviewNew], isMain: false),
        ]
        if canSplit {
            buttons.append(
                ReviewAnswerButton(verdict: "split", key: "x", label: text[.reviewSplit], isMain: false))
        }
        return buttons
    }

    static let shape = Shape<ReviewAnswerButton>([
        .text("verdict", \.verdict),
        .text("key", \.key),
        .text("label", \.label),
        .flag("isMain", \.isMain),
    ])
}
