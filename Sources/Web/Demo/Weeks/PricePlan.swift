import Catalog

/// Prices of one product at one place over the weeks: cost steps of the producer, and price cuts of the place.
struct PricePlan {
    let regular: [Int]
    let price: [Int]

    /// - Parameters:
    ///   - brandSteps: weeks and percents in which the producer raised its price, the same for all places.
    ///   - units: bottles or cans the price is for.
    ///   - margin: the place's price against wholesale, in percent.
    ///   - charm: whether the place ends its prices on 9.
    init(
        _ product: DemoProduct, units: Int, brandSteps: [(week: Int, percent: Int)], margin: Int, charm: Bool,
        weeks: Int, _ generator: inout SeededGenerator
    ) {
        var regular: [Int] = []
        var current = product.price * units * margin * generator.int(970...1030) / 100_000
        let delay = generator.int(0...3)
        for week in 0..<weeks {
            for step in brandSteps where step.week + delay == week {
                current = current * (100 + step.percent) / 100
            }
            regular.append(Self.rounded(current, charm: charm))
        }
        var price = regular
        for _ in 0..<generator.int(product.story.promotions) {
            // What fades is reduced towards the end of the year, the rest at any time.
            let start = generator.int((product.story == .fading ? weeks / 2 : 0)...(weeks - 1))
            let percent = generator.int(5...20)
            for week in start..<min(weeks, start + generator.int(2...4)) {
                price[week] = min(price[week], Self.rounded(regular[week] * (100 - percent) / 100, charm: charm))
            }
        }
        self.regular = regular
        self.price = price
    }

    /// Places with shelves like 17.99 and 17.49; distributors do not mind.
    private static func rounded(_ amount: Int, charm: Bool) -> Int {
        guard charm else { return max(25, amount) }
        return amount < 400 ? max(29, amount / 10 * 10 + 9) : amount / 50 * 50 + 49
    }

    /// One to three steps up in a year, seldom one down.
    static func steps(weeks: Int, _ generator: inout SeededGenerator) -> [(week: Int, percent: Int)] {
        (0..<generator.int(1...3)).map { _ in
            (generator.int(2...(weeks - 1)), generator.chance(12) ? -generator.int(2...4) : generator.int(1...6))
        }
    }
}
