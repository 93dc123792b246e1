import Routes

/// Something a person decided about a product.
package struct DecisionLine: PageValue {
    package enum Kind: String, Sendable, CaseIterable {
        case merge, split, move, different

        var key: TextKey {
            switch self {
            case .merge: .decisionMerged
            case .split: .decisionSplit
            case .move: .decisionMoved
            case .different: .decisionDiffers
            }
        }
    }

    let csrf: String
    let id: String
    let action: Link
    let sentence: String
    let reason: String
    let made: String
    let undone: String?
    let button: String
    let deed: String

    /// - Parameters:
    ///   - page: the product on whose page it stands.
    ///   - things, product: names of what it was about.
    ///   - who: nil for somebody who has no name here.
    package init(
        id: String, on page: String, kind: Kind, things: String, product: String, reason: String, who: String?,
        made: MomentStamp,
        undone: MomentStamp?, frame: PageFrame
    ) {
        let text = frame.text
        csrf = frame.csrf
        self.id = id
        action = TrendRoute.decisions(page).link
        sentence = text.fill(kind.key, ["things": things, "product": product])
        self.reason = reason
        let moment = text.moment(made, in: frame.zone)
        self.made = who.map { "\(moment), \($0)" } ?? moment
        self.undone = undone.map { text.fill(.decisionUndone, ["moment": text.moment($0, in: frame.zone)]) }
        button = text[undone == nil ? .decisionUndo : .decisionRedo]
        deed = undone == nil ? "undo" : "redo"
    }

    package static let shape = Shape<DecisionLine>([
        .text("csrf", \.csrf),
        .text("id", \.id),
        .link("action", \.action),
        .text("sentence", \.sentence),
        .text("reason", \.reason),
        .text("made", \.made),
        .text("undone", optional: \.undone),
        .text("button", \.button),
        .text("deed", \.deed),
    ])
}
