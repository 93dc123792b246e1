/// Which candidates are wanted.
package struct CandidateWish: Hashable, Sendable {
    /// At most so many, 1…1 000.
    package var most: Int
    /// Only those at least so alike, 0.25–1, and those with the same code. The higher, the fewer lists are read.
    package var least: Float
    /// Whether listings of the same source count.
    package var includesOwnSource: Bool
    /// Whether those count that only one side's statement sets apart.
    package var includesApart: Bool

    package init(most: Int = 50, least: Float = 0.5, includesOwnSource: Bool = false, includesApart: Bool = true) {
        self.most = min(1_000, max(1, most))
        self.least = min(1, max(0.25, least))
        self.includesOwnSource = includesOwnSource
        self.includesApart = includesApart
    }
}
