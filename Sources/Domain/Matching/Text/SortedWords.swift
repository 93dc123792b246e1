/// A text's words in the order of their scalars, joined again by single spaces.
struct SortedWords<Unit: TextUnit> {
    /// Every word, repeated ones too.
    private(set) var all: [Unit] = []
    /// Every word once.
    private(set) var distinct: [Unit] = []
    /// One for each distinct word, ascending by key and then by scalars.
    private(set) var tokens: [TextToken] = []

    var hasRepeats: Bool { all.count != distinct.count }

    /// - Parameter hash: of the scalars of a word.
    @inline(__always)
    init(of units: [Unit], hash: (ArraySlice<Unit>) -> UInt64) {
        let words = units.split(whereSeparator: { $0.isSpace }).sorted { $0.lexicographicallyPrecedes($1) }
        all.reserveCapacity(units.count)
        distinct.reserveCapacity(units.count)
        tokens.reserveCapacity(words.count)
        var last: ArraySlice<Unit>?
        for word in words {
            Self.append(word, to: &all)
            if word == last { continue }
            last = word
            Self.append(word, to: &distinct)
            tokens.append(
                TextToken(
                    key: hash(word), start: UInt32(distinct.count - word.count), count: UInt32(word.count)))
        }
        // Starts ascend with the scalars, so they decide between words of one hash.
        tokens.sort { ($0.key, $0.start) < ($1.key, $1.start) }
    }

    private static func append(_ word: ArraySlice<Unit>, to text: inout [Unit]) {
        if !text.isEmpty { text.append(.space) }
        text.append(contentsOf: word)
    }
}
