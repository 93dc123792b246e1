import Matching

/// The words around a brand that may name one of its products.
///
/// A run goes on over words that describe drinks and over words of the brand's products, over at most `gap` others, and ends at a comma, a
/// colon, a dash or another brand. A number belongs to it only directly behind what belongs to it, or before a "year" in front of it.
struct WordRun: Sendable {
    /// Places of the words that belong to it.
    private(set) var places: [Int] = []
    /// Words that stand with the brand without another between them: what is left over of these speaks of another product.
    private(set) var close: [Int] = []

    /// Words behind and before a brand that are looked at.
    private static let ahead = 12
    private static let behind = 5
    /// Other words that may stand between.
    private static let gap = 2
    private static let ages: Set<String> = ["year", "years", "yr", "yrs", "yo", "old"]
    /// "10 years of", "5 years later": no age of a whisky.
    private static let spans: Set<String> = [
        "of", "ago", "in", "later", "after", "for", "since", "from", "more", "and",
    ]

    init(
        around occurrence: BrandOccurrence, of brand: NamedBrand, in sentence: SpokenSentence, _ ids: [Int32],
        others: [Range<Int>]
    ) {
        let words = sentence.words
        let most = brand.standing == .weak ? 0 : Self.gap
        func isForeign(_ place: Int) -> Bool {
            let word = words[place]
            if word.isAmount { return true }
            return !brand.vocabulary.contains(ids[place]) && (word.kind == .plain || word.kind == .number)
        }
        func isOther(_ place: Int) -> Bool {
            !brand.vocabulary.contains(ids[place]) && others.contains { $0.contains(place) }
        }
        var gap = 0
        var place = occurrence.places.upperBound
        let end = min(words.count, place + Self.ahead)
        while place < end, !words[place - 1].endsClause, !isOther(place) {
            let word = words[place]
            if word.kind == .number, !word.isAmount {
                if gap == 0, !isSpan(place, words) {
                    places.append(place)
                    close.append(place)
                } else if brand.vocabulary.contains(ids[place]) {
                    break
                }
            } else if isForeign(place) {
                gap += 1
                if gap > most { break }
            } else {
                places.append(place)
                if gap == 0 { close.append(place) }
            }
            place += 1
        }
        addBefore(occurrence, in: words, isForeign: isForeign, isOther: isOther)
    }

    private mutating func addBefore(
        _ occurrence: BrandOccurrence, in words: [SpokenWord], isForeign: (Int) -> Bool, isOther: (Int) -> Bool
    ) {
        var place = occurrence.places.lowerBound - 1
        let start = max(0, occurrence.places.lowerBound - Self.behind)
        while place >= start, !words[place].endsClause, !isOther(place),
            !isForeign(place) || words[place].kind == .number
        {
            if words[place].kind == .number {
                if words[place].vintage != nil { places.append(place) }
                guard !words[place].isAmount, place + 1 < words.count, Self.ages.contains(words[place + 1].written),
                    !isSpan(place, words)
                else { return }
            }
            places.append(place)
            // What stands before is no part of the name unless it is one of its words.
            place -= 1
        }
    }

    /// Whether a number counts years that passed.
    private func isSpan(_ place: Int, _ words: [SpokenWord]) -> Bool {
        guard place + 2 < words.count, words[place + 1].written == "years" else { return false }
        return Self.spans.contains(words[place + 2].written)
    }
}
