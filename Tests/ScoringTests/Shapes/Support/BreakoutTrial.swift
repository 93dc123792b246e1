@testable import Scoring

/// What the detector calls on quiet series and on series with a planted rise.
enum BreakoutTrial {
    /// Alarms of weekly quiet series, and the years they were watched.
    static func quiet(
        _ quiet: QuietSeries, seed: UInt64, series: Int, steps: Int, rate: Double = 1
    ) -> (alarms: Int, years: Double) {
        var (alarms, watched) = (0, 0)
        let settings = BreakoutSettings(stepDays: 7, kind: quiet.kind, falseAlarmsPerHundredYears: rate)
        for number in 0..<series {
            var random = SeriesGenerator(seed: seed, 1_000, UInt64(number))
            var detector = BreakoutDetector(settings: settings)
            for value in quiet.values(steps: steps, &random) {
                watched += detector.isWatching ? 1 : 0
                alarms += detector.read(value) == nil ? 0 : 1
            }
        }
        return (alarms, Double(watched) / settings.stepsPerYear)
    }

    struct Rise {
        /// Steps from the onset to the first alarm at or after it, one of each series; 1 = on the first step of the
        /// rise. Infinite where there was none within a year.
        var delays: [Double] = []
        /// The alarm's size as a multiple of the level before.
        var sizes: [Double] = []
        /// Steps by which the stated beginning missed the planted one.
        var misses: [Double] = []

        var medianDelay: Double { RobustStatistics.median(delays) ?? .infinity }
        var found: Double { Double(delays.count { $0.isFinite }) / Double(max(1, delays.count)) }
    }

    /// Two years of quiet weeks, then a year at `factor` times the level, reached within `ramp` steps.
    static func rise(
        _ quiet: QuietSeries, to factor: Double, ramp: Int = 0, seed: UInt64, series: Int, rate: Double = 1
    ) -> Rise {
        var rise = Rise()
        let settings = BreakoutSettings(stepDays: 7, kind: quiet.kind, falseAlarmsPerHundredYears: rate)
        let onset = 104
        for number in 0..<series {
            var random = SeriesGenerator(seed: seed, 2_000, UInt64(number))
            let means = (0..<156).map { step -> Double in
                let share = step < onset ? 0 : min(1, Double(step - onset + 1) / Double(max(1, ramp)))
                return quiet.level * (1 + (factor - 1) * share)
            }
            var detector = BreakoutDetector(settings: settings)
            let values = random.values(around: means, quiet.noise)
            let alarms = random.withGaps(values, percent: 5).compactMap { detector.read($0) }
            let alarm = alarms.first { $0.step >= onset }
            rise.delays.append(alarm.map { Double($0.step - onset + 1) } ?? .infinity)
            if let alarm {
                rise.sizes.append(alarm.size ?? .nan)
                rise.misses.append(Double(alarm.firstStep - onset))
            }
        }
        return rise
    }
}
