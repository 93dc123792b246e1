/// Words by numbers of their own, with all that is asked of them, in flat arrays. Two words of one hash would count as one.
struct TokenTable: Sendable {
    /// What a comparison must know of a word.
    struct Traits: Sendable {
        let kind: WordKind
        /// Whether it has a digit: a number, a code of a model, a measure.
        let hasDigit: Bool
        /// A number times 100; -1 for other words.
        let hundredths: Int32

        init(_ word: ListingWord) {
            kind = word.kind
            hasDigit = word.text.utf8.contains { (0x30...0x39).contains($0) }
            hundredths = word.hundredths
        }
    }

    private var numbers = HashedNumbers()
    private var bytes: [UInt8] = []
    private var starts: [Int32] = [0]
    private(set) var hashes: [UInt64] = []
    private(set) var traits: [Traits] = []

    var count: Int { hashes.count }

    /// The number of a word; -1 for one that nobody has used.
    func number(of hash: UInt64) -> Int32 { numbers[hash] }

    /// Gives a word the next number; it must have none.
    mutating func add(_ word: ListingWord, hash: UInt64) -> Int32 {
        let number = Int32(hashes.count)
        numbers.insert(hash, number)
        bytes.append(contentsOf: word.text.utf8)
        starts.append(Int32(bytes.count))
        hashes.append(hash)
        traits.append(Traits(word))
        return number
    }

    /// Lends the letters of a word.
    func withBytes<Result>(_ token: Int32, _ body: (TokenSpelling.Bytes) -> Result) -> Result {
        let range = Int(starts[Int(token)])..<Int(starts[Int(token) + 1])
        return bytes.withUnsafeBufferPointer { body(TokenSpelling.Bytes(rebasing: $0[range])) }
    }

    func text(_ token: Int32) -> String { withBytes(token) { String(decoding: $0, as: UTF8.self) } }

    /// Lends the hashes and traits of all words.
    func withArrays<Result>(
        _ body: (UnsafeBufferPointer<UInt64>, UnsafeBufferPointer<Traits>) -> Result
    ) -> Result {
        hashes.withUnsafeBufferPointer { hashes in traits.withUnsafeBufferPointer { body(hashes, $0) } }
    }
}
