/// Finds the known words that are spelled nearly like a word: words that are one slip apart have the word, or what is
/// left when one letter is taken away, in common (Bocek, Hunt and Stiller 2007, "Fast similarity search in large
/// dictionaries"). Unlike trigrams this misses none and its lists are short. Words that are cut off are found by their
/// first letters.
struct SpellingKeys: Sendable {
    /// Words whose spellings are kept; those that come later are found only as they are written.
    static let mostTokens = 500_000
    /// Words with one beginning that are looked through.
    static let mostBeginnings = 512

    private var numbers = HashedNumbers()
    private var lists = PostingLists()
    private var tokens = 0

    /// Whether spellings of a word are looked for: not of numbers and codes, where one sign makes another thing.
    static func covers(_ bytes: TokenSpelling.Bytes) -> Bool {
        guard (TokenSpelling.shortest...TokenSpelling.longest).contains(bytes.count) else { return false }
        return !bytes.contains { (0x30...0x39).contains($0) || $0 == 0x2E }
    }

    mutating func add(_ token: Int32, _ bytes: TokenSpelling.Bytes) {
        guard tokens < Self.mostTokens, Self.covers(bytes) else { return }
        tokens += 1
        Self.forEachKey(of: bytes) { put(token, $0) }
        put(token, Self.beginning(of: bytes))
    }

    /// Calls `body` with words that may be spelled nearly alike; some come more than once, and not all are.
    func forEachCandidate(_ bytes: TokenSpelling.Bytes, _ body: (Int32) -> Void) {
        Self.forEachKey(of: bytes) { key in
            let list = numbers[key]
            if list >= 0 { for token in lists.list(list) { body(token) } }
        }
        let list = numbers[Self.beginning(of: bytes)]
        if list >= 0 { for token in lists.list(list).prefix(Self.mostBeginnings) { body(token) } }
    }

    private mutating func put(_ token: Int32, _ key: UInt64) {
        var list = numbers[key]
        if list < 0 {
            list = lists.addList()
            numbers.insert(key, list)
        }
        lists.insert(token, into: list)
    }

    private static func forEachKey(of bytes: TokenSpelling.Bytes, _ body: (UInt64) -> Void) {
        body(TermHash.of(bytes))
        for place in bytes.indices where place == 0 || bytes[place] != bytes[place - 1] {
            var rest: [UInt8] = []
            rest.reserveCapacity(bytes.count)
            rest.append(contentsOf: bytes[..<place])
            rest.append(contentsOf: bytes[(place + 1)...])
            body(TermHash.of(rest))
        }
    }

    private static func beginning(of bytes: TokenSpelling.Bytes) -> UInt64 {
        // Told apart from a word of these letters.
        ~TermHash.of(bytes[..<TokenSpelling.shortest])
    }
}
