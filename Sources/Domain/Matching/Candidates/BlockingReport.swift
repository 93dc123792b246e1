package import Catalog

/// How much of what there is to find an index finds, from look-ups that were also made without it.
package struct BlockingReport: Sendable, Hashable {
    /// Listings that were looked up.
    package private(set) var lookUps = 0
    /// Candidates of all of them together.
    package private(set) var candidates = 0
    /// What comparing with every listing finds, up to as many for each as were wanted.
    package private(set) var expected = 0
    /// How many as good ones the index finds.
    package private(set) var found = 0
    /// Listings whose true partner is known, and those that have it among their candidates.
    package private(set) var partners = 0
    package private(set) var foundPartners = 0
    /// Look-ups that met a bound.
    package private(set) var cut = 0

    package init() {}

    /// The share found of what comparing with every listing finds, 0–1.
    package var recall: Share { Share(found, of: expected) }

    /// The share of listings that have their true partner among their candidates, 0–1.
    package var partnerRecall: Share { Share(foundPartners, of: partners) }

    /// - Parameters:
    ///   - found: what the index answers.
    ///   - expected: what comparing with every listing answers to the same wish. Of equally alike ones either counts.
    ///   - wasCut: whether the look-up met a bound.
    package mutating func note(_ found: [NameCandidate], expected: [NameCandidate], wasCut: Bool) {
        lookUps += 1
        candidates += found.count
        cut += wasCut ? 1 : 0
        self.expected += expected.count
        guard let last = expected.last else { return }
        self.found += min(expected.count, found.count { $0.sharesCode || $0.likeness >= last.likeness })
    }

    /// Notes whether the true partner of a listing is among its candidates.
    package mutating func notePartner(isFound: Bool) {
        partners += 1
        foundPartners += isFound ? 1 : 0
    }
}
