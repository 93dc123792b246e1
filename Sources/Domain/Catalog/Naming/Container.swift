/// What the drink is in, as far as a name tells.
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
}
