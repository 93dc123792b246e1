/// A unit in which sources state a volume.
package enum VolumeUnit: String, Codable, Sendable, CaseIterable {
    case millilitres, centilitres, decilitres, litres, hectolitres
    /// US customary: 1 gallon = 3785.411784 ml exactly = 128 fluid ounces; 1 beer barrel = 31 gallons.
    case fluidOunces, gallons, barrels

    /// Millilitres per unit as a fraction in lowest useful terms.
    var millilitresPerUnit: (numerator: Int64, denominator: Int64) {
        switch self {
        case .millilitres: (1, 1)
        case .centilitres: (10, 1)
        case .decilitres: (100, 1)
        case .litres: (1_000, 1)
        case .hectolitres: (100_000, 1)
        case .fluidOunces: (473_176_473, 16_000_000)
        case .gallons: (473_176_473, 125_000)
        case .barrels: (14_668_470_663, 125_000)
        }
    }

    /// `value` / 10^4 / `divisor` of this unit in millilitres, rounded half up; nil if it is zero, negative or absurd.
    func volume(tenThousandths value: Int64, dividedBy divisor: Int64 = 1) -> Volume? {
        let (numerator, denominator) = millilitresPerUnit
        let (product, over) = value.multipliedReportingOverflow(by: numerator)
        let (scale, over2) = (denominator * 10_000).multipliedReportingOverflow(by: divisor)
        guard !over, !over2, scale > 0, product > 0, product < .max - scale else { return nil }
        let millilitres = (product + scale / 2) / scale
        guard (1...Int64(Volume.largest)).contains(millilitres) else { return nil }
        return Volume(millilitres: Int(millilitres))
    }

    /// The unit with this name (lower case, without points), in the languages of the catalogues read so far.
    init?(name: Substring) {
        switch name {
        case "ml", "mls", "millilitre", "millilitres", "milliliter", "milliliters", "mililitros": self = .millilitres
        case "cl", "cls", "centilitre", "centilitres", "centiliter", "centiliters": self = .centilitres
        case "dl", "decilitre", "deciliter": self = .decilitres
        case "l", "lt", "ltr", "ltrs", "lit", "litre", "litres", "liter", "liters", "litra", "litraa", "litro",
            "litros",
            "litri":
            self = .litres
        case "hl", "hectolitre", "hectoliter": self = .hectolitres
        case "oz", "ozs", "z", "floz", "fl", "ounce", "ounces": self = .fluidOunces
        case "gal", "gals", "gallon", "gallons": self = .gallons
        case "bbl", "bbls", "barrel", "barrels": self = .barrels
        default: return nil
        }
    }
}
