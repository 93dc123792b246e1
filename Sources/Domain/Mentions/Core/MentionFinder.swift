import Companies
import Matching

/// Finds products in articles and posts. Pure: the same names and the same text give the same mentions.
///
/// A product is mentioned where its brand stands with all the words that tell it from the brand's other products. Where the brand stands
/// alone, in a text that is about drinks, its products share a smaller prominence. What could be several of them is none.
///
///     place       title 1, first sentence 0.5, second 0.4, later 0.3, tag 0.4
///     prominence  = 1 − product of (1 − place) over the places it stands at
///     brand alone = 0.3 × prominence / number of the brand's items; not counted for a brand of more than 24
package struct MentionFinder: Sendable {
    package static let longestSnippet = 300
    /// How much of a mention the brand alone is.
    static let brandShare = 0.3
    /// Shared by more, what each gets says nothing.
    static let mostSharing = 24

    private static let titlePlace = 1.0
    private static let tagPlace = 0.4
    private static let sentencePlaces = [0.5, 0.4, 0.3]
    /// Tags of a statement that are read.
    private static let mostTags = 40

    package let index: NameIndex

    package init(_ index: NameIndex) { self.index = index }

    /// The mentions of a statement, in order of owner and product.
    package func mentions(in statement: Statement) -> [Mention] {
        let title = statement.title.flatMap(SpokenText.line)
        let sentences = SpokenText.sentences(statement.body ?? "")
        let tags = statement.tags.prefix(Self.mostTags).compactMap(SpokenText.line)
        var found = FoundMentions()
        let lines = ([title].compactMap(\.self) + sentences + tags).map { (line: $0, ids: index.numbers(of: $0)) }
        guard lines.contains(where: { $0.ids.contains { index.starting[$0] != nil } }) else { return [] }
        let isAboutDrinks = lines.contains { $0.ids.contains(where: index.signs.contains) }
        for (place, line) in lines.enumerated() {
            let number = place - (title == nil ? 0 : 1)
            let isTag = number >= sentences.count
            let weight =
                number < 0
                ? Self.titlePlace
                : isTag ? Self.tagPlace : Self.sentencePlaces[min(number, Self.sentencePlaces.count - 1)]
            // What is said of a tag stands in the title.
            read(
                line.line, line.ids, place: weight, spokenIn: isTag ? title : nil, isAboutDrinks: isAboutDrinks,
                into: &found)
        }
        return found.mentions
    }

    private func read(
        _ sentence: SpokenSentence, _ ids: [Int32], place: Double, spokenIn other: SpokenSentence?, isAboutDrinks: Bool,
        into found: inout FoundMentions
    ) {
        let occurrences = index.occurrences(in: sentence, ids)
        for occurrence in occurrences {
            let others = occurrences.lazy.filter { $0.places != occurrence.places }.map(\.places)
            let items = index.items(of: occurrence, in: sentence, ids, others: Array(others))
            let piece = sentence.words[occurrence.places.lowerBound].piece
            for item in items {
                found.add(
                    item.entries.map(\.product), place: place, share: nil, sentence, named: item.named, piece: piece,
                    spokenIn: other)
            }
            guard items.isEmpty, isAboutDrinks, let share = brandShare(occurrence, in: sentence) else { continue }
            let entries = index.brands[occurrence.brand].items.flatMap(\.entries)
            found.add(
                entries.map(\.product), place: place, share: share, sentence, named: Set(occurrence.places),
                piece: piece,
                spokenIn: other)
        }
    }

    /// What each product of a brand gets where the brand stands alone; nil where that says nothing.
    private func brandShare(_ occurrence: BrandOccurrence, in sentence: SpokenSentence) -> Double? {
        let brand = index.brands[occurrence.brand]
        let words = sentence.words
        // One word alone is a name only where it is written as one.
        if brand.words.count == 1, !words[occurrence.places.lowerBound].isCapital { return nil }
        let end = occurrence.places.upperBound
        if brand.isShortened, end >= words.count || words[end].kind != .house { return nil }
        switch brand.standing {
        case .weak: return nil
        case .plainWords where sentence.isHeadline: return nil
        case .plainWords, .strong:
            guard brand.items.count <= Self.mostSharing else { return nil }
            return Self.brandShare / Double(brand.items.count)
        }
    }
}
