/// What a word in a name is for.
package enum WordKind: UInt8, Sendable {
    /// Anything not known: usually a brand or the name proper. Weighs as much as it is rare.
    case plain
    /// Articles, company forms, packaging: says nothing about which item it is.
    case noise
    /// "Château", "winery": part of many makers' names and often left out.
    case house
    /// "vodka", "beer": the category, often left out because the shelf says it.
    case category
    case grape
    case place
    case colour
    /// Makes another item of it: "reserva", "honey", "gift". Must be on both sides or on neither.
    case variant
    /// Digits. Must be on both sides or be explained by a fact of the other side.
    case number

    /// How much of a word's rarity counts in comparing names, 0–1.
    var factor: Double {
        switch self {
        case .plain, .number: 1
        case .variant: 0.6
        case .grape: 0.7
        case .place: 0.35
        case .colour: 0.3
        case .house: 0.2
        case .category: 0.15
        case .noise: 0
        }
    }

    /// Whether sharing the word says that two names mean the same thing.
    var isDistinctive: Bool { self == .plain || self == .number }
}
