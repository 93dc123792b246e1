/// What the drink is in, as far as a name or a column tells.
package enum Container: String, Codable, Sendable, CaseIterable {
    case bottle = "BOTTLE"
    /// Plastic bottle.
    case pet = "PET"
    case can = "CAN"
    /// Aluminium bottle.
    case aluminium = "ALUM"
    /// Non-returnable glass bottle (beer).
    case nonReturnable = "NR"
    case keg = "KEG"
    case bagInBox = "BAG_IN_BOX"
    case tetra = "TETRA"

    /// Whether two items that are the same otherwise may be told apart by it: a can is no bottle, whatever the bottle is made of.
    package func isOther(than other: Container) -> Bool { form != other.form }

    private var form: Container {
        switch self {
        case .bottle, .pet, .aluminium, .nonReturnable: .bottle
        case .can, .keg, .bagInBox, .tetra: self
        }
    }
}
