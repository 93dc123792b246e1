import Foundation

/// A listing and a product to ask about, with all that is known for and against.
struct ReviewCandidate {
    let listing: UndecidedListingRow
    let near: NearProduct<UUID>
    let explanation: PairExplanation
    /// Whether it is the most probable pair of both.
    let isBest: Bool
    /// What an answer is worth.
    let priority: Double

    /// How much one answer settles: most where nobody can tell, and more where more hangs on it. The first is 1 at a probability of a half
    /// and 0 where it is certain; the second grows with the listings whose prices and scores come together or not.
    static func priority(_ probability: Double, listings: Int) -> Double {
        4 * probability * (1 - probability) * (1 + log2(1 + Double(listings)))
    }
}
