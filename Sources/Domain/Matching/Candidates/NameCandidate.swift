/// A listing that may be the same thing as the one that was looked up.
package struct NameCandidate: Hashable, Sendable {
    /// Its number in the index.
    package let number: Int32
    /// How alike the names are, 0–1; see `CandidateSearch`.
    package let likeness: Float
    /// Whether something that only one side states makes another thing of it: a number, an age, or a word such as
    /// "reserva".
    package let isApart: Bool
    /// Whether a word that tells things apart is among the shared ones: two red wines are not the same for that.
    package let isDistinctive: Bool
    /// Whether both have the same GTIN.
    package let sharesCode: Bool

    /// Whether this one is the better candidate.
    func isBefore(_ other: NameCandidate) -> Bool {
        if sharesCode != other.sharesCode { return sharesCode }
        return likeness != other.likeness ? likeness > other.likeness : number < other.number
    }

    /// How surely both are the same thing, 0–1: the likeness of the names, or what a shared code makes of it.
    package var score: Float {
        if sharesCode { return likeness > 0 ? 0.998 : 0.95 }
        return isApart || !isDistinctive ? 0 : likeness
    }
}
