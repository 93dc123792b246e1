/// Two listings that may be the same thing.
package struct DuplicatePair: Hashable, Sendable {
    /// The lesser number.
    package let one: Int32
    package let other: Int32
    /// How surely, 0–1.
    package let score: Float

    init(_ number: Int32, _ candidate: NameCandidate) {
        one = min(number, candidate.number)
        other = max(number, candidate.number)
        score = candidate.score
    }

    /// The surest first, then by number.
    static func isBefore(_ left: DuplicatePair, _ right: DuplicatePair) -> Bool {
        if left.score != right.score { return left.score > right.score }
        return left.one != right.one ? left.one < right.one : left.other < right.other
    }
}
