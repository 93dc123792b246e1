/// Two records that may be one thing, by their places in the universe.
struct CandidatePair: Hashable, Sendable, Comparable {
    let left: Int
    let right: Int

    static func < (one: CandidatePair, other: CandidatePair) -> Bool {
        (one.left, one.right) < (other.left, other.right)
    }
}
