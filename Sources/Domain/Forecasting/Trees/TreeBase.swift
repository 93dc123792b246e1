/// The plain forecast that trees correct: they learn the difference from it, so that they need not know how large a series is.
enum TreeBase: Sendable, Hashable, CaseIterable {
    /// The last known value.
    case last
    /// The last known value of the same place in the season.
    case seasonal
    /// The mean of the last 2, 4 or 8 of them.
    case seasonalMean2, seasonalMean4, seasonalMean8

    /// What may be corrected at a season. For months of a year the base with the least error of its own made the mean with other models
    /// worse (M3, two holdouts in train: OWA 0.814 and 0.810, with these two alone 0.811 and 0.803); why is not known.
    static func candidates(season: Int) -> [TreeBase] {
        TreeFeatures.seasonsWithLags.contains(season) ? [.seasonal, .seasonalMean8] : allCases
    }

    /// NaN where the history is too short for it.
    /// - Parameters:
    ///   - origin: place of the last value that may be used.
    ///   - target: place of the value that is forecast, after the origin.
    func value(_ sums: RunningSums, season: Int, origin: Int, target: Int) -> Double {
        let cycles = (target - origin + season - 1) / season
        let first = target - season * cycles
        switch self {
        case .last: return sums.value(origin)
        case .seasonal: return sums.value(first)
        case .seasonalMean2: return Self.mean(sums, season, from: first, count: 2)
        case .seasonalMean4: return Self.mean(sums, season, from: first, count: 4)
        case .seasonalMean8: return Self.mean(sums, season, from: first, count: 8)
        }
    }

    /// The mean of every `season`-th value, going back from a place; NaN where none is known.
    static func mean(_ sums: RunningSums, _ season: Int, from: Int, count: Int) -> Double {
        var sum = 0.0
        var known = 0.0
        var place = from
        for _ in 0..<count {
            guard place >= 0 else { break }
            let value = sums.values[place]
            if value.isFinite {
                sum += value
                known += 1
            }
            place -= season
        }
        return known > 0 ? sum / known : .nan
    }
}
