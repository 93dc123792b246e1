import SimulationSupport

/// Something on the supermarket's shelves.
package struct Grocery: Sendable, Hashable {
    package let id: Int
    package let name: String
    package let brand: String
    package let shelf: Department.Shelf
    package let code: String
    /// Sold by weight, priced for a kilogram.
    package let isWeighed: Bool
    /// Of the first day.
    let cents: Int

    private static let brands = ["Barra Sul", "Vale Verde", "Dona Clara", "Serra Alta", "Bom Porto"]

    init(number: Int, shelf: Department.Shelf, _ random: inout SeededRandom) {
        id = 18_000 + number
        brand = Self.brands[random.below(5)]
        self.shelf = shelf
        isWeighed = shelf.name == "Frutas"
        name = "\(shelf.name.dropLast()) \(brand) \(isWeighed ? "kg" : "\(100 + 50 * random.below(20))g") n\(number)"
        code = CheckDigit.gtin13(789_410_000_000 + number)
        cents = 150 + random.below(40) * random.below(200)
    }

    /// The price in a region on a day, in cents: regions differ, weeks have offers.
    package func cents(in region: String, on day: Int, seed: UInt64) -> Int {
        let place = region.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
        let level = 0.95 + SourceWorld.chance(seed, id, place) * 0.1
        return max(5, Int(Double(cents) * level * (isOffered(on: day, seed: seed) ? 0.8 : 1)))
    }

    /// Whether it is reduced in the week of a day.
    package func isOffered(on day: Int, seed: UInt64) -> Bool { SourceWorld.chance(seed, id, day / 7, 3) < 0.1 }

    /// Whether a region has it on a day.
    package func isAvailable(in region: String, on day: Int, seed: UInt64) -> Bool {
        let place = region.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
        return SourceWorld.chance(seed, id, place, day / 3) > 0.06
    }
}
