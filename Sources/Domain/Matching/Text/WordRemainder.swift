/// What two texts have beside the words in common: words of the sorted distinct words of either text.
struct WordRemainder {
    /// Words in common.
    private(set) var sharedCount = 0
    /// The places of the remaining words and the spaces between them, for texts of at most 64 scalars.
    private(set) var own: UInt64 = 0
    private(set) var others: UInt64 = 0
    /// Lengths of the sorted distinct words.
    private let ownCount: Int
    private let othersCount: Int
    /// The letters of the common words.
    private var sharedLetters = 0

    @inline(__always)
    init(_ text: PreparedText, _ other: PreparedText) {
        ownCount = text.distinct.count
        othersCount = other.distinct.count
        var (own, others, shared, letters): (UInt64, UInt64, Int, Int) = (0, 0, 0, 0)
        text.forEachSharedToken(with: other) { here, there in
            let (one, two) = (text.tokens[here], other.tokens[there])
            shared += 1
            letters += Int(one.count)
            own |= one.bitsWithSpace
            others |= two.bitsWithSpace
        }
        (sharedCount, sharedLetters) = (shared, letters)
        self.own = Self.remaining(ownCount, without: own)
        self.others = Self.remaining(othersCount, without: others)
    }

    /// Whether the places are of use.
    var isShort: Bool { ownCount <= 64 && othersCount <= 64 }

    /// The best of the three ratios of `tokenSetRatio`; there are words in common.
    /// - Parameter subsequence: the longest common one of the remaining words.
    @inline(__always)
    func ratio(subsequence: Int) -> Double {
        let shared = sharedLetters + sharedCount - 1
        // With the space that joins them to the common words.
        let (ownRest, othersRest) = (ownCount - shared, othersCount - shared)
        let distance = ownRest + othersRest - 2 - 2 * subsequence
        let both = 1 - Double(distance) / Double(ownCount + othersCount)
        let nearest = min(ownRest, othersRest)
        return max(both, 1 - Double(nearest) / Double(2 * shared + nearest))
    }

    /// The longest common subsequence of the remaining words of texts of any length.
    func subsequence(_ text: PreparedText, _ other: PreparedText) -> Int {
        var (here, there): (Set<Int>, Set<Int>) = ([], [])
        text.forEachSharedToken(with: other) { one, two in
            here.insert(one)
            there.insert(two)
        }
        let table = MatchTable(TextUnits(Self.joined(text, without: here)))
        return table.subsequence(with: TextUnits(Self.joined(other, without: there)))
    }

    private static func joined(_ text: PreparedText, without shared: Set<Int>) -> [UInt32] {
        let rest = text.tokens.indices.filter { !shared.contains($0) }.map { text.tokens[$0] }
        return Array(rest.sorted { $0.start < $1.start }.map(text.word).joined(separator: [UInt32.space]))
    }

    @inline(__always)
    private static func remaining(_ count: Int, without shared: UInt64) -> UInt64 {
        let all: UInt64 = count < 64 ? (1 << UInt64(count)) &- 1 : ~0
        let rest = all & ~shared
        // The first remaining word keeps the space before it if the text's first word is shared.
        return shared & 1 == 1 ? rest & (rest &- 1) : rest
    }
}
