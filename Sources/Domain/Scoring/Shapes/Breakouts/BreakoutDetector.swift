/// Calls the beginning of a rise while values come in, at a stated rate of false alarms.
///
/// A value is compared with the median of a year of values that ended six steps ago; what it brings beyond what its
/// neighbour foretold is added up (the CUSUM of Page, 1954) and an alarm is given when the sum is higher than chance
/// makes it at the stated rate. One value counts for at most four deviations, so that no single one gives an alarm.
/// After an alarm everything before the rise is forgotten: the new level must become usual before the next.
package struct BreakoutDetector: Sendable {
    /// Known values the window needs before anything is called, and those it holds.
    static let fewest = 20
    static let window = 52
    /// Newest values that are not in the window, so that a rise does not make itself usual.
    static let lag = 6
    /// Deviations per step that are no news, beside the doubt about what is usual.
    static let allowance = 0.5
    static let most = 4.0
    /// Steps without values after which a sum begins anew.
    static let longestGap = 13

    package let settings: BreakoutSettings
    private let height: Double
    /// Step of the next value.
    private(set) var step = 0
    private var readings: [BreakoutReading] = []
    /// The sum now; zero when nothing is going on.
    private(set) var sum = 0.0
    private var firstStep = 0

    package init(settings: BreakoutSettings) {
        self.init(settings: settings, height: settings.height)
    }

    /// - Parameter height: where to call; infinite to watch what chance does.
    init(settings: BreakoutSettings, height: Double) {
        self.settings = settings
        self.height = height
    }

    /// Whether enough is known to call anything.
    package var isWatching: Bool { readings.count >= Self.fewest + Self.lag }

    /// Reads the next value, NaN when it is not known.
    package mutating func read(_ value: Double) -> Breakout? {
        defer { step += 1 }
        guard abs(value) <= TrendSeries.largest else { return nil }
        let reading = BreakoutReading(
            step: step, value: value, factor: settings.season.factor(at: step),
            offset: settings.season.offset(at: step))
        defer { keep(reading) }
        guard isWatching, let previous = readings.last,
            let usual = BreakoutBaseline(Array(readings.dropLast(Self.lag)), kind: settings.kind)
        else { return nil }
        let gap = step - previous.step
        if gap > Self.longestGap { sum = 0 }
        let news = (usual.residual(reading) - usual.foretold(by: previous, after: gap)) / usual.scale
        if sum == 0 { firstStep = step }
        sum = max(0, sum + min(Self.most, max(-Self.most, news)) - Self.allowance - usual.doubt)
        guard sum > height else { return nil }
        return call(reading, usual)
    }

    private mutating func keep(_ reading: BreakoutReading) {
        readings.append(reading)
        if readings.count > Self.window + Self.lag { readings.removeFirst() }
    }

    private mutating func call(_ reading: BreakoutReading, _ usual: BreakoutBaseline) -> Breakout {
        let since = readings.filter { $0.step >= firstStep } + [reading]
        let residuals = since.map(usual.unseasonal)
        // The median of small counts is not their mean.
        let middle =
            settings.kind == .counts
            ? residuals.reduce(0, +) / Double(residuals.count) : RobustStatistics.median(residuals) ?? 0
        // The median of n correlated values has about the variance of n (1 − r) / (1 + r) independent ones.
        let alike = (1 + usual.correlation) / (1 - usual.correlation)
        let reach = 1.96 * 1.2533 * usual.spread * (alike / Double(since.count)).squareRoot()
        let steps = BreakoutThreshold.stepsBetweenFalseAlarms(height: sum, kind: settings.kind)
        let isBeyond = steps >= BreakoutThreshold.longest
        readings.removeAll { $0.step < firstStep }
        sum = 0
        return Breakout(
            step: step, firstStep: firstStep, stepDays: settings.stepDays, before: usual.level(at: 0),
            after: usual.level(at: middle), afterLow: usual.level(at: middle - reach),
            afterHigh: usual.level(at: middle + reach), yearsToChance: steps / settings.stepsPerYear,
            isBeyondCalibration: isBeyond)
    }
}

extension BreakoutDetector {
    /// Every call in a series.
    /// - Parameter settings: its step is that of the series.
    package static func breakouts(in series: TrendSeries, settings: BreakoutSettings) -> [Breakout] {
        var detector = BreakoutDetector(settings: settings)
        return series.values.compactMap { detector.read($0) }
    }
}
