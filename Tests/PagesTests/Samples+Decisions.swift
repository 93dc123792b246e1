import Pages
import Routes

/// The page of a product's decisions.
extension Samples {
    static func decisionPages(_ word: String) -> [any Page] {
        let frame = frame(word)
        let facts = DecisionsPage.Facts(
            id: word, name: word,
            listings: ShownMatchRule.allCases.map {
                DecidedListing(id: word, source: word, name: word, rule: $0, text: .english)
            },
            decisions: DecisionLine.Kind.allCases.map {
                DecisionLine(
                    id: word, on: word, kind: $0, things: word, product: word, reason: word,
                    who: $0 == .merge ? word : nil,
                    made: now, undone: $0 == .split ? now : nil, frame: frame)
            })
        let nothing = DecisionsPage.Facts(id: word, name: word, listings: [], decisions: [])
        let found = [
            FoundProduct(
                id: word, name: word, millilitres: 750, vintage: 2_019, listings: 2, product: word, words: word,
                text: .english)
        ]
        return DecisionsQuery.Note.allCases.map {
            DecisionsPage(frame: frame, facts: nothing, query: DecisionsQuery(note: $0))
        } + [
            DecisionsPage(
                frame: frame, facts: facts, query: DecisionsQuery(words: word), problem: word, found: found,
                preview: DecisionsPage.Preview(
                    id: word, name: word, listings: 3, prices: 1_200, there: 1, soldTwice: 1, contradicting: 1)),
            DecisionsPage(frame: frame, facts: nothing, query: DecisionsQuery(words: word), found: []),
        ]
    }
}
