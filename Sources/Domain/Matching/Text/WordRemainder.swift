/// What two texts have in common and beside it: words of the sorted distinct words of either text.
struct WordRemainder {
    /// Words in common.
    private(set) var sharedCount: Int32 = 0
    /// The letters of the common words.
    private var sharedLetters: Int32 = 0
    /// The places of the common words and the spaces before them, for texts of at most 128 scalars.
    private var own: UInt128 = 0
    private var others: UInt128 = 0

    init() {}

    @inline(__always)
    init(_ text: PreparedText, _ other: PreparedText) {
        // Held apart, so that they stay in registers.
        var found = WordRemainder()
        text.forEachSharedToken(with: other) { here, there in
            let (one, two) = (text.tokens[here], other.tokens[there])
            found.take(letters: one.count, own: one.bitsWithSpace, others: two.bitsWithSpace)
        }
        self = found
    }

    /// Notes a word in common.
    /// - Parameters:
    ///   - own: `TextToken.bitsWithSpace` in the one text.
    ///   - others: the same in the other.
    @inline(__always)
    mutating func take(letters: UInt32, own: UInt128, others: UInt128) {
        sharedCount &+= 1
        sharedLetters &+= Int32(truncatingIfNeeded: letters)
        self.own |= own
        self.others |= others
    }

    /// The places of the remaining words and the spaces between them in the one text, which has `count` scalars.
    @inline(__always)
    func ownRest(of count: Int) -> UInt128 { Self.remaining(count, without: own) }

    /// The same in the other text.
    @inline(__always)
    func othersRest(of count: Int) -> UInt128 { Self.remaining(count, without: others) }

    /// The best of the three ratios of `tokenSetRatio`; there are words in common, and neither text has no others.
    /// - Parameters:
    ///   - subsequence: the longest common one of the remaining words.
    ///   - ownCount: the length of the one text's sorted distinct words.
    ///   - othersCount: the same of the other text.
    @inline(__always)
    func ratio(subsequence: Int, _ ownCount: Int, _ othersCount: Int) -> Double {
        let shared = Int(sharedLetters &+ sharedCount &- 1)
        // With the space that joins them to the common words.
        let (ownRest, othersRest) = (ownCount - shared, othersCount - shared)
        let distance = ownRest + othersRest - 2 - 2 * subsequence
        let both = 1 - Double(distance) / Double(ownCount + othersCount)
        let nearest = min(ownRest, othersRest)
        return max(both, 1 - Double(nearest) / Double(2 * shared + nearest))
    }

    /// The longest common subsequence of the remaining words of texts of any length.
    static func subsequence(_ text: PreparedText, _ other: PreparedText) -> Int {
        var (here, there): (Set<Int>, Set<Int>) = ([], [])
        text.forEachSharedToken(with: other) { one, two in
            here.insert(one)
            there.insert(two)
        }
        let table = MatchTable(TextUnits(joined(text, without: here)))
        return table.subsequence(with: TextUnits(joined(other, without: there)))
    }

    private static func joined(_ text: PreparedText, without shared: Set<Int>) -> [UInt32] {
        let rest = text.tokens.indices.filter { !shared.contains($0) }.map { text.tokens[$0] }
        return Array(rest.sorted { $0.start < $1.start }.map(text.word).joined(separator: [UInt32.space]))
    }

    @inline(__always)
    private static func remaining(_ count: Int, without shared: UInt128) -> UInt128 {
        let all: UInt128 = count < 128 ? (1 &<< UInt128(count)) &- 1 : ~0
        let rest = all & ~shared
        // The first remaining word keeps the space before it if the text's first word is shared.
        return shared & 1 == 1 ? rest & (rest &- 1) : rest
    }
}
