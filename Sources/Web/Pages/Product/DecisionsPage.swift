package import Routes

/// Which listings are a product, for whoever decides it: what was decided, what can be taken back, what it could be merged into.
package struct DecisionsPage: Page {
    /// What the page is about.
    package struct Facts: Sendable {
        package let id: String
        package let name: String
        package let listings: [DecidedListing]
        package let decisions: [DecisionLine]

        package init(id: String, name: String, listings: [DecidedListing], decisions: [DecisionLine]) {
            self.id = id
            self.name = name
            self.listings = listings
            self.decisions = decisions
        }
    }

    /// What calling it as another would change.
    package struct Preview: Sendable {
        package let id: String
        package let name: String
        package let listings: Int
        package let prices: Int
        package let there: Int
        package let soldTwice: Int
        package let contradicting: Int

        package init(
            id: String, name: String, listings: Int, prices: Int, there: Int, soldTwice: Int, contradicting: Int
        ) {
            self.id = id
            self.name = name
            self.listings = listings
            self.prices = prices
            self.there = there
            self.soldTwice = soldTwice
            self.contradicting = contradicting
        }
    }

    let layout: Layout
    let csrf: String
    let id: String
    let name: String
    let note: String?
    let problem: String?
    let listings: [DecidedListing]
    let decisions: [DecisionLine]
    let words: String?
    let found: [FoundProduct]
    let isMissing: Bool
    let previewTitle: String?
    let previewLines: [PreviewLine]
    let into: String?

    /// - Parameters:
    ///   - problem: why what was wanted was not done.
    ///   - found: products by the words of the query; nil where nobody looked.
    ///   - preview: of the one that was chosen.
    package init(
        frame: PageFrame, facts: Facts, query: DecisionsQuery, problem: String? = nil, found: [FoundProduct]? = nil,
        preview: Preview? = nil
    ) {
        let text = frame.text
        layout = Layout(frame, title: text.fill(.decisionsTitle, ["name": facts.name]), area: .trends)
        csrf = frame.csrf
        id = facts.id
        name = facts.name
        note = query.note.map { text[$0.text] }
        self.problem = problem
        listings = facts.listings
        decisions = facts.decisions
        words = query.words
        self.found = found ?? []
        isMissing = found?.isEmpty ?? false
        into = preview?.id
        previewTitle = preview.map { text.fill(.decisionsPreview, ["name": facts.name, "into": $0.name]) }
        previewLines = preview.map { Self.lines(of: $0, text) } ?? []
    }

    private static func lines(of preview: Preview, _ text: InterfaceText) -> [PreviewLine] {
        func number(_ key: TextKey, _ count: Int) -> PreviewLine {
            PreviewLine(sentence: text.fill(key, ["count": NumberText.whole(count)]), isFlagged: false)
        }
        var lines = [
            number(.previewListings, preview.listings), number(.previewPrices, preview.prices),
            number(.previewThere, preview.there),
        ]
        if preview.soldTwice > 0 {
            lines.append(
                PreviewLine(
                    sentence: text.fill(.previewTwice, ["count": NumberText.whole(preview.soldTwice)]), isFlagged: true)
            )
        }
        if preview.contradicting > 0 { lines.append(PreviewLine(sentence: text[.previewContradicts], isFlagged: true)) }
        lines.append(PreviewLine(sentence: text[.previewScores], isFlagged: false))
        return lines
    }

    package static let template = "product/decisions"

    package static func program(in library: TemplateLibrary) -> Program<DecisionsPage> { library.decisions }

    package static let shape = Shape<DecisionsPage>([
        .part("layout", \.layout),
        .text("csrf", \.csrf),
        .text("name", \.name),
        .text("note", optional: \.note),
        .text("problem", optional: \.problem),
        .list("listings", \.listings),
        .flag("canSplit") { $0.listings.count > 1 },
        .list("decisions", \.decisions),
        .flag("hasDecisions") { !$0.decisions.isEmpty },
        .text("words", optional: \.words),
        .text("wordsName") { _ in DecisionsQuery.wordsItem },
        .list("found", \.found),
        .flag("isMissing", \.isMissing),
        .text("previewTitle", optional: \.previewTitle),
        .list("previewLines", \.previewLines),
        .text("into", optional: \.into),
        .link("action") { TrendRoute.decisions($0.id).link },
        .link("product") { TrendRoute.product($0.id).link },
    ])
}

extension DecisionsQuery.Note {
    var text: TextKey {
        switch self {
        case .merged: .didMerge
        case .split: .didSplit
        case .different: .didMark
        case .undone: .didUndo
        case .redone: .didRedo
        case .contradicted: .didContradict
        }
    }
}
