/// One thing both sides may say, side by side.
package struct ReviewFact: PageValue {
    /// What it says about the two being one.
    package enum Agreement: Sendable {
        case same, different
        /// Only one side says it, or it is a text that may be written in many ways.
        case open
    }

    let label: String
    let left: [ReviewWord]
    let right: [ReviewWord]
    let agreement: String
    let isSame: Bool
    let isDifferent: Bool

    /// - Parameters:
    ///   - left: what the listing says; empty for nothing.
    ///   - right: what the product says.
    package init(
        _ label: TextKey, left: [ReviewWord], right: [ReviewWord], _ agreement: Agreement, text: InterfaceText
    ) {
        self.label = text[label]
        self.left = left
        self.right = right
        isSame = agreement == .same
        isDifferent = agreement == .different
        self.agreement =
            switch agreement {
            case .same: text[.reviewSameFact]
            case .different: text[.reviewDifferentFact]
            case .open: left.isEmpty || right.isEmpty ? text[.reviewOneSide] : ""
            }
    }

    package static let shape = Shape<ReviewFact>([
        .text("label", \.label),
        .list("left", \.left),
        .list("right", \.right),
        .flag("hasLeft") { !$0.left.isEmpty },
        .flag("hasRight") { !$0.right.isEmpty },
        .text("agreement", \.agreement),
        .text("state") { $0.isDifferent ? "differs" : $0.isSame ? "agrees" : "open" },
        .flag("isDifferent", \.isDifferent),
    ])
}
