/// Why what somebody wants of products cannot be done, for a person to read.
package enum IdentityProblem: Error, Sendable, Hashable, CustomStringConvertible {
    case noSuchProduct
    case noSuchListing
    case noSuchAct
    /// The house's products are the platform's to merge.
    case notYours
    case isSameAlready
    /// Nothing of the product would be left, or nothing was chosen.
    case splitsNothing
    case isUndone
    case stands
    case noReason

    package var description: String {
        switch self {
        case .noSuchProduct: "There is no such product."
        case .noSuchListing: "There is no such listing."
        case .noSuchAct: "Nothing of that kind was done."
        case .notYours: "This product belongs to the platform, and only its staff can merge it into another."
        case .isSameAlready: "It is that product already."
        case .splitsNothing: "Choose some of the product's listings, and leave some."
        case .isUndone: "This was taken back already."
        case .stands: "This stands as it is."
        case .noReason: "Say why, in up to 400 characters."
        }
    }
}
