package import Foundation

/// What people search for.
extension SourceWorld {
    private static let weekSeconds = 604_800
    /// The first Sunday of the Unix epoch.
    private static let firstSunday = 259_200

    /// How much some terms are searched for within a year, held against each other.
    /// - Parameter market: a country; empty for the whole world.
    /// - Returns: none when nobody searches for any of them.
    package func interest(in terms: [String], market: String, by moment: Date) -> [InterestWeek] {
        let now = Int(moment.timeIntervalSince1970.rounded(.down))
        let (first, last) = (Self.week(of: now - 365 * 86_400), Self.week(of: now))
        let weeks = (first...max(first, last)).map { week in
            terms.map { searches(for: $0, in: market, week: week, now: now) }
        }
        guard let most = weeks.joined().max(), most > 0 else { return [] }
        return weeks.enumerated().map { place, searches in
            let from = Self.start(of: first + place)
            let shares = searches.map { 100 * $0 / most }
            return InterestWeek(
                from: Date(timeIntervalSince1970: Double(from)), isPartial: from + Self.weekSeconds > now,
                values: shares.map { $0 > 0 ? Int($0.rounded()) : nil }, areTiny: shares.map { $0 > 0 && $0 < 0.5 })
        }
    }

    /// How often a term is searched for in a week. For what nobody has ever heard of (`zzz` in it), 0.
    private func searches(for term: String, in market: String, week: Int, now: Int) -> Double {
        guard !term.lowercased().contains("zzz") else { return 0 }
        let (word, place) = (Self.number(term.lowercased()), Self.number(market))
        let size = exp(Self.chance(seed, word) * 6) * (0.3 + Self.chance(seed, word, place))
        let season = 1 + 0.4 * sin(2 * Double.pi * (Double(week) / 52 + Self.chance(seed, word, 2)))
        let noise = 0.85 + 0.3 * Self.chance(seed, word, place, week)
        // What is said of a week that is not over changes from day to day.
        let guess = Self.start(of: week + 1) > now ? 0.8 + 0.4 * Self.chance(seed, word, now / 86_400) : 1
        return size * season * noise * guess
    }

    private static func week(of second: Int) -> Int { max(0, second - firstSunday) / weekSeconds }

    private static func start(of week: Int) -> Int { firstSunday + week * weekSeconds }

    private static func number(_ text: String) -> Int { text.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF_FFFF } }
}
