/// Why a listing became a new product.
package enum NewReason: Hashable, Sendable {
    /// No known product shares a code or enough of the name.
    case noCandidate
    /// The listing does not state its size, and without it a name proves nothing.
    case sizeUnknown
    /// The name has no word left that could tell products apart.
    case nameSaysNothing
    /// A product shares the GTIN but cannot be the same item.
    case sharedCodeBlocked(HardBlocker)
    /// The nearest product is not near enough.
    case notSimilarEnough
    /// The nearest product is already offered by the same seller under another listing.
    case sameSeller
    /// Two products are about equally near.
    case ambiguous

    /// Short stable name for storing.
    package var code: String {
        switch self {
        case .noCandidate: "no_candidate"
        case .sizeUnknown: "size_unknown"
        case .nameSaysNothing: "name_says_nothing"
        case .sharedCodeBlocked(let blocker): "shared_code_blocked_\(blocker.rawValue)"
        case .notSimilarEnough: "not_similar_enough"
        case .sameSeller: "same_seller"
        case .ambiguous: "ambiguous"
        }
    }

    /// The reason as a sentence.
    package var sentence: String {
        switch self {
        case .noCandidate: "No known product shares its code or enough of its name."
        case .sizeUnknown: "Its size is not stated, and a name alone is not enough."
        case .nameSaysNothing: "Its name has no word that tells it from others."
        case .sharedCodeBlocked(let blocker): "A product has the same GTIN but \(blocker.clause)."
        case .notSimilarEnough: "The nearest product is not near enough."
        case .sameSeller: "The nearest product is already offered by this seller under another listing."
        case .ambiguous: "Two known products are about equally near."
        }
    }
}
