/// When names are alike enough. Chosen on labelled pairs of two retailers' lists; see docs/matching.md.
enum NameThreshold {
    /// Names are accepted from this similarity on.
    static let accept = 0.82
    /// Below this the nearest product is not worth showing.
    static let show = 0.5
    /// Weight of shared words that tell items apart, at least.
    static let distinctive = 0.6
    /// A second product this near makes the first one doubtful.
    static let ambiguity = 0.04

    /// How sure an accepted similarity makes us, 0.95–0.99.
    static func confidence(_ similarity: Double) -> Double {
        0.95 + 0.04 * min(1, max(0, (similarity - accept) / (1 - accept)))
    }
}
