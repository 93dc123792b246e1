/// How well paths did in the backtest of one series, in errors of the naive forecast; less is better.
///
/// The mean of scaled absolute and scaled squared errors (Hyndman and Koehler, 2006; M5, 2022); of series that are mostly zero the squared
/// alone, because the absolute rewards forecasting zero.
struct TrialScore: Sendable {
    private let values: [Double]
    private let absoluteScale: Double
    private let squaredScale: Double
    let isIntermittent: Bool

    /// Share of zeros on days that are not closed from which a series is intermittent.
    static let intermittentShare = 0.5

    init(_ values: [Double], season: Int) {
        self.values = values
        absoluteScale = SeasonalScale.differences(values, lag: season) ?? SeasonalScale.differences(values, lag: 1) ?? 1
        squaredScale = SeasonalScale.differences(values, lag: 1, squared: true) ?? 1
        let slots = SeasonSlots(values, season: season)
        let live = values.indices.filter { values[$0].isFinite && slots.isLive[slots.slot($0)] }
        isIntermittent = Double(live.count { values[$0] == 0 }) > Self.intermittentShare * Double(live.count)
    }

    /// The share of the history that the earliest of some origins does not see: 0...1.
    func unseenShare(_ origins: [Int]) -> Double {
        guard let earliest = origins.last, !values.isEmpty else { return 0 }
        return 1 - Double(earliest) / Double(values.count)
    }

    /// Of each origin; NaN where nothing can be compared.
    func scores(_ paths: [[Double]?], origins: [Int]) -> [Double] {
        zip(paths, origins).map { path, origin in path.map { score($0, origin: origin) } ?? .nan }
    }

    /// Whether one combination was ahead of another at three of four origins.
    func isSteady(_ one: [Int], _ other: [Int], _ trial: SeriesTrial) -> Bool {
        let ones = scores(CombinationChoice.past(one, trial), origins: trial.origins)
        let others = scores(CombinationChoice.past(other, trial), origins: trial.origins)
        return Double(zip(ones, others).count { $0 < $1 }) >= 0.75 * Double(trial.origins.count)
    }

    /// Mean absolute error over all origins, in units of the series; nil where nothing can be compared.
    func absoluteError(_ paths: [[Double]?], origins: [Int]) -> Double? {
        var sum = 0.0
        var count = 0.0
        for (path, origin) in zip(paths, origins) {
            guard let path else { continue }
            for step in 0..<min(path.count, values.count - origin) where values[origin + step].isFinite {
                sum += abs(values[origin + step] - path[step])
                count += 1
            }
        }
        return count > 0 ? sum / count : nil
    }

    private func score(_ path: [Double], origin: Int) -> Double {
        var absolute = 0.0
        var squared = 0.0
        var count = 0.0
        for step in 0..<min(path.count, values.count - origin) where values[origin + step].isFinite {
            let error = values[origin + step] - path[step]
            absolute += abs(error)
            squared += error * error
            count += 1
        }
        guard count > 0 else { return .nan }
        let root = (squared / count / squaredScale).squareRoot()
        return min(50, isIntermittent ? root : (absolute / count / absoluteScale + root) / 2)
    }
}
