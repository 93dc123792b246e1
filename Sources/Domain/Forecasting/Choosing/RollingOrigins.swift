/// From where in the past the series of a set are forecast again, to see how well it would have gone.
///
/// Source: Tashman, "Out-of-sample tests of forecasting accuracy" (2000).
struct RollingOrigins: Sendable {
    /// Values at the end of a series that a forecast does not see, ascending; the same for all series of the set.
    let offsets: [Int]
    private let season: Int

    /// - Parameter most: origins at most.
    init(_ set: SeriesSet, horizon: Int, most: Int) {
        season = set.season
        let lengths = set.series.map(\.values.count).sorted()
        let length = lengths.isEmpty ? 0 : lengths[lengths.count / 2]
        let least = max(length / 2, min(3 * set.season, length * 2 / 3))
        let usable = length - least
        guard usable >= horizon, most > 0 else {
            offsets = usable > 0 && most > 0 ? [usable] : []
            return
        }
        let count = min(most, usable - horizon + 1)
        let stride = count > 1 ? max(1, min(horizon, (usable - horizon) / (count - 1))) : 1
        offsets = (0..<count).map { horizon + $0 * stride }
    }

    /// How many values of a series are known at each origin, latest first; those that leave too little to fit are left out.
    func lengths(of count: Int) -> [Int] {
        let least = max(4, min(2 * season, count / 2))
        return offsets.map { count - $0 }.filter { $0 >= least }
    }

    /// Values at the end that none of the origins sees.
    var held: Int { offsets.last ?? 0 }
}
