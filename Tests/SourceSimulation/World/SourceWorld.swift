package import Foundation
import SimulationSupport

/// What there is in the world that the simulated sources show: the same seed makes the same world. Its truth is for tests to read, never
/// for the product.
package struct SourceWorld: Sendable {
    package let seed: UInt64
    /// The first day, and the first story.
    package let start: Date
    package let spirits: [Spirit]
    package let groceries: [Grocery]
    package let departments: [Department]
    /// In the order they are published.
    package let stories: [Story]

    /// - Parameters:
    ///   - spirits: offers of the distributor.
    ///   - groceries: products of the supermarket.
    ///   - stories: articles of the medium, a few hours apart.
    package init(seed: UInt64, start: Date, spirits: Int = 240, groceries: Int = 400, stories: Int = 60) {
        var random = SeededRandom(seed: seed)
        self.seed = seed
        self.start = start
        self.spirits = (1...max(1, spirits)).map { Spirit(number: $0, &random) }
        departments = Department.all
        let shelves = departments.flatMap(\.shelves)
        self.groceries = (1...max(1, groceries)).map { number in
            Grocery(number: number, shelf: shelves[random.below(shelves.count)], &random)
        }
        var moment = start
        let named = self.spirits
        self.stories = (1...max(1, stories)).map { number in
            moment += Double(3_600 * (1 + random.below(8)))
            return Story(number: number, about: named[random.below(named.count)], at: moment, &random)
        }
    }

    /// What was published by a moment, the newest first.
    package func stories(by moment: Date) -> [Story] {
        stories.prefix { $0.published <= moment }.reversed()
    }

    /// Whole days since the first one.
    func day(of moment: Date) -> Int { max(0, Int(moment.timeIntervalSince(start) / 86_400)) }

    /// A number in 0..<1 that is always the same for the same things.
    static func chance(_ seed: UInt64, _ parts: Int...) -> Double {
        var mixed = seed
        for part in parts {
            var random = SeededRandom(seed: mixed ^ UInt64(bitPattern: Int64(part)))
            mixed = random.next()
        }
        return Double(mixed >> 11) * 0x1p-53
    }
}
