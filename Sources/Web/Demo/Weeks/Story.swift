import Catalog

/// What happens to a product over the year, so that a dashboard of it has something to find.
enum Story: Sendable, CaseIterable {
    /// Sells as ever.
    case steady
    /// More places take it up and it sells faster and faster in the second half of the year.
    case rising
    /// It sells more and more slowly, is cut in price, and some places give it up.
    case fading
    /// It appears in one place and spreads.
    case launch
    /// It goes out of the catalogues one by one.
    case delisted
    /// Its class's season shows twice as strongly.
    case seasonal

    static func draw(_ generator: inout SeededGenerator) -> Story {
        switch generator.int(0...99) {
        case ..<44: .steady
        case ..<57: .rising
        case ..<69: .fading
        case ..<79: .launch
        case ..<86: .delisted
        default: .seasonal
        }
    }

    /// Demand in week `week` of `weeks` as a factor around 1. `age` counts weeks since the place took it up.
    func demand(week: Int, of weeks: Int, age: Int) -> Double {
        let part = Double(week) / Double(max(1, weeks - 1))
        switch self {
        case .steady, .seasonal: return 1
        case .rising:
            let late = max(0, part - 0.5)
            return 0.7 + 0.4 * late + 7.7 * late * late
        case .fading: return 1.4 - 1.1 * part
        case .launch: return min(1.9, 0.5 + 0.12 * Double(age))
        case .delisted: return 1.1 - 0.6 * part
        }
    }

    /// Price cuts a place plans in a year.
    var promotions: ClosedRange<Int> {
        switch self {
        case .steady, .delisted: 0...3
        case .rising: 0...1
        case .fading: 5...9
        case .launch: 0...2
        case .seasonal: 1...3
        }
    }

    /// Weeks of demand below which a place reorders, and how many it then orders: what flies off the shelf is always
    /// short, of what fades there is always too much.
    var reorder: (below: Double, order: ClosedRange<Double>) {
        switch self {
        case .steady, .seasonal, .delisted: (2.5, 3...5.5)
        case .rising, .launch: (1.3, 1.2...2.2)
        case .fading: (6, 6...10)
        }
    }
}
