/// The places of a short season, such as the days of the week, and on which of them anything is ever sold.
///
/// Weekends on which a warehouse never ships say nothing of how sure a forecast is: they are told apart here.
package struct SeasonSlots: Sendable {
    /// 1 where the season is longer than `longest`.
    package let count: Int
    /// For each slot whether it is sold on like the others: false where at most one in twenty recent values differs from zero although
    /// on the best slot five times as many do.
    package let isLive: [Bool]

    private static let longest = 7
    private static let recentCycles = 52
    private static let least = 0.05
    private static let contrast = 5.0

    /// - Parameter end: how many of the values count; nil for all.
    package init(_ values: [Double], season: Int, end: Int? = nil) {
        let count = season <= Self.longest ? max(1, season) : 1
        let end = min(values.count, max(0, end ?? values.count))
        var known = [Double](repeating: 0, count: count)
        var moved = [Double](repeating: 0, count: count)
        for place in max(0, end - Self.recentCycles * max(count, season))..<end where values[place].isFinite {
            known[place % count] += 1
            moved[place % count] += values[place] != 0 ? 1 : 0
        }
        let shares = zip(known, moved).map { $0 > 0 ? $1 / $0 : 1 }
        let best = zip(known, shares).lazy.filter { $0.0 > 0 }.map(\.1).max() ?? 0
        self.count = count
        isLive = shares.map { $0 >= Self.least || $0 * Self.contrast > best || best == 0 }
    }

    /// The slot of a value by its place in the series, which may lie beyond its end.
    package func slot(_ place: Int) -> Int { place % count }
}
