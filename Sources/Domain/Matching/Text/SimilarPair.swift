/// Two words, one of either text, that are similar.
struct SimilarPair: Comparable {
    /// Their places in the lists of tokens.
    let here: Int
    let there: Int
    let similarity: Double
    private let lowerKey: UInt64
    private let upperKey: UInt64

    init(here: Int, there: Int, similarity: Double, keys: (UInt64, UInt64)) {
        self.here = here
        self.there = there
        self.similarity = similarity
        lowerKey = min(keys.0, keys.1)
        upperKey = max(keys.0, keys.1)
    }

    /// More similar pairs first. The words decide the rest, not which text has which, so that the order is the same
    /// both ways.
    static func < (left: SimilarPair, right: SimilarPair) -> Bool {
        if left.similarity != right.similarity { return left.similarity > right.similarity }
        return (left.lowerKey, left.upperKey) < (right.lowerKey, right.upperKey)
    }
}
