import Catalog

/// How the text of a cell becomes a value: the last step of a rule.
enum CellReading: Hashable, Sendable {
    case money
    /// A size with its unit; a number without one is in the given unit.
    case size(VolumeUnit?)
    /// 13.5 or 13.5 %.
    case percent
    /// 0.135 is 13.5 %.
    case fraction
    /// US proof: 80 is 40 %.
    case proof
    /// "12.5 %V/V" is a percentage; a bare number is degrees under proof, as Indian labels give it.
    case percentOrUnderProof
    case integer
    /// An integer that a spreadsheet wrote as "63.0".
    case integerFromDecimal
    case vintageFromName

    /// The reading a mapping file calls `name`.
    init?(name: String) {
        switch name {
        case "money", "decimal": self = .money
        case "size_text": self = .size(nil)
        case "litres": self = .size(.litres)
        case "centilitres": self = .size(.centilitres)
        case "millilitres": self = .size(.millilitres)
        case "ounces": self = .size(.fluidOunces)
        case "percent": self = .percent
        case "fraction_to_percent": self = .fraction
        case "proof": self = .proof
        case "percent_or_under_proof": self = .percentOrUnderProof
        case "integer": self = .integer
        case "integer_from_decimal": self = .integerFromDecimal
        case "vintage_from_name": self = .vintageFromName
        default: return nil
        }
    }

    static let names = [
        "money", "decimal", "size_text", "litres", "centilitres", "millilitres", "ounces", "percent",
        "fraction_to_percent", "proof", "percent_or_under_proof", "integer", "integer_from_decimal",
        "vintage_from_name",
    ]
}
