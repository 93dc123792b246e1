/// A text taken apart once, so that it can be compared with many. Words are what white space separates; nothing is
/// folded, so fold case and accents before. A class, since copies of five arrays would cost as much as a comparison.
package final class PreparedText: Sendable {
    /// The text as it is.
    let units: TextUnits
    /// The words in the order of their scalars, joined by spaces.
    let sorted: TextUnits
    /// The distinct words in the order of their scalars, joined by spaces.
    let distinct: TextUnits
    /// The distinct words, ascending by hash.
    let tokens: [TextToken]
    let signature: TokenSignature

    package convenience init(_ text: String) {
        self.init(TextUnits(text), hashWide: { TermHash.of($0) }, hashNarrow: { TermHash.of($0) })
    }

    /// Apart from tests the hash is always `TermHash`: texts can be compared only if theirs are of one kind.
    @inline(__always)
    init(_ units: TextUnits, hashWide: (ArraySlice<UInt32>) -> UInt64, hashNarrow: (ArraySlice<UInt8>) -> UInt64) {
        self.units = units
        if units.isWide {
            let words = SortedWords(of: units.wide, hash: hashWide)
            // White space above U+00FF is gone now, so that bytes may do.
            sorted = TextUnits(words.all)
            distinct = words.hasRepeats ? TextUnits(words.distinct) : sorted
            tokens = words.tokens
        } else {
            let words = SortedWords(of: units.narrow, hash: hashNarrow)
            sorted = TextUnits(narrow: words.all)
            distinct = words.hasRepeats ? TextUnits(narrow: words.distinct) : sorted
            tokens = words.tokens
        }
        signature = TokenSignature(tokens)
    }

    /// The length in Unicode scalars.
    package var count: Int { units.count }

    /// How many distinct words there are.
    package var wordCount: Int { tokens.count }

    var repeatsWords: Bool { sorted.count != distinct.count }
}
