/// When listings are taken for the same thing.
package struct DuplicateRule: Hashable, Sendable {
    /// The least mean likeness of listings that are one thing, 0.5–1.
    package let threshold: Float
    /// Whether two listings of one source may be one thing.
    package let isWithinSources: Bool

    /// Listings of one thing at most: more are a column that says nothing.
    package static let mostTogether = 1_000
    /// Partners of a listing that are looked at.
    static let mostPartners = 20

    package init(threshold: Float, isWithinSources: Bool) {
        self.threshold = min(1, max(0.5, threshold))
        self.isWithinSources = isWithinSources
    }

    var wish: CandidateWish {
        CandidateWish(
            most: Self.mostPartners, least: threshold, includesOwnSource: isWithinSources, includesApart: false)
    }
}
