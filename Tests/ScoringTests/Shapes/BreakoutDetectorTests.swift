import Catalog
import TestSupport
import Testing

@testable import Scoring

@Suite struct BreakoutDetectorTests {
    static let weekly = BreakoutSettings(stepDays: 7, kind: .amounts)
    static let counts = BreakoutSettings(stepDays: 7, kind: .counts)

    static func calls(_ values: [Double], _ settings: BreakoutSettings = weekly) -> [Breakout] {
        var detector = BreakoutDetector(settings: settings)
        return values.compactMap { detector.read($0) }
    }

    static func unrest(_ step: Int) -> Double { Double((step * 7_919) % 101) / 25 - 2 }

    @Test func a_doubling_is_called_with_its_numbers() throws {
        let values = (0..<140).map { ($0 < 100 ? 50 : 100) + Self.unrest($0) }
        let call = try #require(Self.calls(values).first)
        #expect((101...110).contains(call.step))
        #expect((99...101).contains(call.firstStep))
        #expect(abs(call.before - 50) < 2 && abs(call.after - 100) < 3)
        #expect(call.afterLow < 100.5 && call.afterHigh > 99.5)
        #expect(abs(try #require(call.size) - 2) < 0.1)
        #expect(call.yearsToChance >= 100)
        #expect(call.delayDays == (call.step - call.firstStep) * 7)
        let text = call.sentence(from: CalendarDay(daysSince2000: 8_000))
        #expect(text.contains("times as much") && text.contains("by chance once in"))
    }

    @Test func a_level_is_called_once() {
        let values = (0..<400).map { ($0 < 100 ? 50 : 100) + Self.unrest($0) }
        #expect(Self.calls(values).count == 1)
        let stairs = (0..<400).map { ($0 < 100 ? 50 : $0 < 250 ? 100 : 200) + Self.unrest($0) }
        #expect(Self.calls(stairs).count == 2)
    }

    @Test func falls_and_single_wild_values_are_no_rise() {
        #expect(Self.calls((0..<200).map { ($0 < 100 ? 50 : 20) + Self.unrest($0) }).isEmpty)
        #expect(Self.calls((0..<200).map { ($0 % 40 == 39 ? 5_000 : 50) + Self.unrest($0) }).isEmpty)
        #expect(Self.calls((0..<200).map { $0 == 150 ? 1e15 : 0 }).isEmpty)
    }

    @Test func nothing_is_called_before_enough_is_known() {
        var detector = BreakoutDetector(settings: Self.weekly)
        for step in 0..<(BreakoutDetector.fewest + BreakoutDetector.lag) {
            #expect(!detector.isWatching)
            #expect(detector.read(Double(step * step)) == nil)
        }
        #expect(detector.isWatching)
    }

    @Test func values_not_known_change_nothing() throws {
        let values = (0..<140).map { $0 % 5 == 2 ? .nan : ($0 < 100 ? 50 : 100) + Self.unrest($0) }
        let call = try #require(Self.calls(values).first)
        #expect((101...114).contains(call.step))
        let silence = (0..<300).map { (100..<250).contains($0) ? .nan : 50 + Self.unrest($0) }
        #expect(Self.calls(silence).isEmpty)
    }

    @Test func a_given_season_is_no_rise_and_hides_none() throws {
        let factors = (0..<52).map { (40..<50).contains($0) ? 2.0 : 1 }
        let season = BreakoutSettings(stepDays: 7, kind: .amounts, season: .factors(factors))
        let quiet = (0..<260).map { 50 * factors[$0 % 52] + Self.unrest($0) }
        #expect(!Self.calls(quiet).isEmpty)
        #expect(Self.calls(quiet, season).isEmpty)
        let risen = quiet.enumerated().map { $0 < 145 ? $1 : 1.6 * $1 }
        let call = try #require(Self.calls(risen, season).first)
        #expect((145...155).contains(call.step))
        #expect(abs(try #require(call.size) - 1.6) < 0.2)
        let added = BreakoutSettings(stepDays: 7, kind: .amounts, season: .offsets(factors.map { 50 * ($0 - 1) }))
        #expect(Self.calls(quiet, added).isEmpty)
    }

    @Test func anything_can_be_read() {
        let seasons: [BreakoutSeason] = [
            .none, .factors([]), .factors([0, -1, .nan, 1e300]), .offsets([]), .offsets([.infinity, 1e300, .nan]),
        ]
        let kinds: [(Int) -> Double] = [
            { _ in .nan }, { _ in 1e300 }, { $0 % 2 == 0 ? 1e15 : -1e15 }, { $0 < 60 ? 0 : 1e15 }, { _ in -5 },
            { Double($0) }, { $0 < 60 ? 1e-300 : 2e-300 }, { $0 % 3 == 0 ? .infinity : 7 },
        ]
        for season in seasons {
            for kind in SeriesKind.allCases {
                let settings = BreakoutSettings(stepDays: .max, kind: kind, season: season)
                for values in kinds {
                    let calls = Self.calls((0..<120).map(values), settings)
                    let numbers = calls.flatMap { [$0.before, $0.after, $0.afterLow, $0.afterHigh, $0.yearsToChance] }
                    #expect(numbers.allSatisfy { $0.isFinite })
                    #expect(calls.allSatisfy { !$0.sentence(from: CalendarDay(daysSince2000: .max)).isEmpty })
                }
            }
        }
        for rate in [0, .nan, -1, 1e-9, 1e9, .infinity] {
            let height = BreakoutSettings(stepDays: 7, kind: .counts, falseAlarmsPerHundredYears: rate).height
            #expect(height >= 3 && height.isFinite, "rate \(rate)")
        }
    }

    @Test func fewer_false_alarms_need_more() {
        let heights = [100, 10, 1, 0.5].map {
            BreakoutSettings(stepDays: 7, kind: .counts, falseAlarmsPerHundredYears: $0).height
        }
        #expect(heights == heights.sorted() && Set(heights).count == heights.count)
        for row in BreakoutThreshold.table {
            for kind in SeriesKind.allCases {
                let height = row.height(kind)
                #expect(abs(BreakoutThreshold.height(stepsBetweenFalseAlarms: row.steps, kind: kind) - height) < 1e-9)
                let steps = BreakoutThreshold.stepsBetweenFalseAlarms(height: height, kind: kind)
                #expect(abs(steps / row.steps - 1) < 1e-9)
            }
        }
        // At the usual rate no single value can reach it.
        for kind in SeriesKind.allCases {
            let usual = BreakoutSettings(stepDays: 7, kind: kind)
            #expect(usual.height > BreakoutDetector.most - BreakoutDetector.allowance)
        }
    }

    /// A quick draw of the calibration: a table of another detector would be far off.
    @Test(arguments: [31] as [UInt64])
    func the_table_is_that_of_this_detector(seed: UInt64) {
        let drawn = BreakoutCalibration(seed: seed, series: 6, steps: 416)
        for kind in SeriesKind.allCases {
            let height = drawn.height(stepsBetweenFalseAlarms: 300, kind: kind)
            let kept = BreakoutThreshold.height(stepsBetweenFalseAlarms: 300, kind: kind)
            #expect(abs(height / kept - 1) < 0.35, "seed \(seed): \(height) drawn, \(kept) kept of \(kind)")
        }
    }

    @Test(arguments: [20_261_130] as [UInt64])
    func quiet_products_are_left_alone(seed: UInt64) {
        // 1 in 5 years, so that few series tell.
        var (alarms, years) = (0, 0.0)
        for quiet in QuietSeries.allCases {
            let found = BreakoutTrial.quiet(quiet, seed: seed, series: 5, steps: 260, rate: 20)
            alarms += found.alarms
            years += found.years
        }
        #expect(Double(alarms) <= 0.4 * years, "seed \(seed): \(alarms) alarms in \(years) years")
    }

    @Test(arguments: [20_261_130] as [UInt64])
    func planted_rises_are_found(seed: UInt64) {
        for (quiet, factor, limit) in [
            (QuietSeries.many, 2.0, 6.0), (.many, 1.5, 10), (.independent, 2, 6), (.independent, 1.5, 8),
            (.related, 1.5, 14), (.few, 2, 20),
        ] {
            let rise = BreakoutTrial.rise(quiet, to: factor, seed: seed, series: 11)
            #expect(rise.medianDelay <= limit, "seed \(seed): \(quiet) × \(factor) after \(rise.medianDelay) steps")
            #expect(rise.medianDelay >= 2)
            let size = RobustStatistics.median(rise.sizes) ?? 0
            #expect(abs(size / factor - 1) < 0.25, "seed \(seed): \(quiet) × \(factor) said to be \(size)")
        }
    }

    @Test(.enabled(if: Measurement.isWanted)) func measure_breakouts() {
        let table = BreakoutCalibration(seed: 20_261_130, series: 4_000, steps: 520)
        for row in BreakoutThreshold.table {
            let kinds = QuietSeries.allCases.map { table.height(of: $0, stepsBetweenFalseAlarms: row.steps) }
            let largest = SeriesKind.allCases.map { table.height(stepsBetweenFalseAlarms: row.steps, kind: $0) }
            print("\(row.steps) steps: \(largest) of \(kinds)")
        }
        for quiet in QuietSeries.allCases {
            let found = BreakoutTrial.quiet(quiet, seed: 77, series: 2_000, steps: 520)
            print("\(quiet): \(100 * Double(found.alarms) / found.years) alarms in 100 years")
            for factor in [2, 1.5, 1.2] {
                let rise = BreakoutTrial.rise(quiet, to: factor, seed: 78, series: 500)
                print("  × \(factor): median \(rise.medianDelay) steps, \(100 * rise.found) % within a year")
            }
        }
    }
}
