import Catalog

/// The weeks in which one place lists one product.
struct Carriage: Sendable {
    let source: Int
    let weeks: Range<Int>

    /// Which of the places that could carry `product` do, and when.
    static func plan(
        _ product: DemoProduct, among sources: [Int], weeks: Int, _ generator: inout SeededGenerator
    ) -> [Carriage] {
        guard !sources.isEmpty else { return [] }
        let share = min(100, product.popularity + generator.int(25...55))
        let count = max(1, min(sources.count, (sources.count * share + 50) / 100))
        var start = 0
        return sources.shuffled(using: &generator).prefix(count).enumerated().map { rank, source in
            let late = weeks * 45 / 100
            switch product.story {
            case .steady, .seasonal:
                let first = generator.chance(6) ? generator.int(4...(weeks - 3)) : 0
                return Carriage(source: source, weeks: first..<weeks)
            case .rising:
                // The new ones come in the last quarter of the year, up to this week.
                let first = rank * 3 < count ? 0 : generator.int((weeks - weeks / 4)...(weeks - 1))
                return Carriage(source: source, weeks: first..<weeks)
            case .fading:
                let end = generator.chance(60) ? generator.int((weeks - weeks / 4)...(weeks - 1)) : weeks
                return Carriage(source: source, weeks: 0..<end)
            case .launch:
                start = rank == 0 ? generator.int(late...(weeks - 6)) : start + generator.int(1...4)
                return Carriage(source: source, weeks: min(start, weeks)..<weeks)
            case .delisted:
                return Carriage(source: source, weeks: 0..<generator.int(late...(weeks - 1)))
            }
        }.filter { !$0.weeks.isEmpty }
    }
}
