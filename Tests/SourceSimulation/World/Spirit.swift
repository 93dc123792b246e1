import Foundation
import SimulationSupport

/// A bottle in the distributor's catalogue.
package struct Spirit: Sendable, Hashable {
    package let id: Int
    package let brand: String
    package let name: String
    /// As the distributor's filters call it, such as `vodka`.
    package let kind: String
    package let millilitres: Int
    package let alcohol: Double
    package let code: String
    package let states: [String]
    /// Of the first day.
    let cents: Int

    private static let kinds = ["vodka", "whiskey", "gin", "rum", "tequila", "mezcal", "brandy", "liqueur"]
    private static let places = [
        "Harbor", "Copper", "Granite", "Willow", "Falcon", "Juniper", "Prairie", "Lantern", "Cedar", "Ember",
    ]
    private static let things = [
        "Ridge", "Hollow", "Creek", "Point", "Anchor", "Mill", "Field", "Gate", "Crossing", "Isle",
    ]

    init(number: Int, _ random: inout SeededRandom) {
        id = 48_000 + number
        brand = "\(Self.places[random.below(10)]) \(Self.things[random.below(10)])"
        kind = Self.kinds[random.below(8)]
        millilitres = [375, 750, 750, 750, 1_000, 1_750][random.below(6)]
        name = "\(brand) \(kind.capitalized) No. \(number)"
        alcohol = 35 + Double(random.below(300)) / 10
        code = CheckDigit.gtin12(850_000_000_00 + number)
        states = ["CA", "NY", "CO", "TX", "FL"].filter { _ in random.chance(0.6) }
        cents = 6_000 + random.below(40_000)
    }

    /// The price of a case on a day, in cents: it goes by steps, now and then.
    package func cents(on day: Int, seed: UInt64) -> Int {
        let steps = (0..<day / 14).reduce(0.0) { sum, step in
            let chance = SourceWorld.chance(seed, id, step)
            return sum + (chance < 0.2 ? (chance - 0.08) / 2 : 0)
        }
        return max(500, Int(Double(cents) * (1 + steps)))
    }

    /// Bottles there are on a day; nothing in between.
    package func stock(on day: Int, seed: UInt64) -> Int {
        SourceWorld.chance(seed, id, day / 5, 7) < 0.08 ? 0 : 6 + Int(SourceWorld.chance(seed, id, day, 9) * 200)
    }
}
