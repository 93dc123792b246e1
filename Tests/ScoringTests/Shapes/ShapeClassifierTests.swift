import Catalog
import Foundation
import TestSupport
import Testing

@testable import Scoring

@Suite struct ShapeClassifierTests {
    static let start = CalendarDay(daysSince2000: 8_000)

    static func verdict(_ values: [Double], stepDays: Int = 7) -> ShapeVerdict {
        ShapeClassifier().verdict(on: TrendSeries(start: start, stepDays: stepDays, values: values))
    }

    /// Small fixed unrest that is no shape, 0–1.
    static func unrest(_ step: Int) -> Double { Double((step * 7_919) % 101) / 100 }

    @Test func plain_shapes_are_named() {
        let weeks = 0..<80
        #expect(Self.verdict(weeks.map { 10 + Double($0) / 2 + Self.unrest($0) }).shape == .slope)
        #expect(Self.verdict(weeks.map { 60 - Double($0) / 2 + Self.unrest($0) }).shape == .decline)
        #expect(Self.verdict(weeks.map { 20 + Self.unrest($0) }).shape == .plateau)
        #expect(Self.verdict(weeks.map { ($0 < 40 ? 20 : 30) + Self.unrest($0) }).shape == .plateau)
        #expect(Self.verdict(weeks.map { ((30..<34).contains($0) ? 60 : 20) + Self.unrest($0) }).shape == .spike)
        #expect(Self.verdict(weeks.map { 20 + max(0, Double($0) - 50) + Self.unrest($0) }).shape == .slope)
        #expect(Self.verdict(weeks.map { 20 + 2 * max(0, Double($0) - 70) + Self.unrest($0) }).shape == .slope)
        let years = (0..<157).map { 20 + 5 * sin(Double($0) / 52.18 * 2 * .pi) + Self.unrest($0) }
        #expect(Self.verdict(years).shape == .seasonal)
    }

    @Test func a_jump_of_the_last_weeks_is_still_open() {
        let verdict = Self.verdict((0..<80).map { ($0 < 78 ? 20 : 60) + Self.unrest($0) })
        #expect(verdict.shape == .unclear)
        #expect(verdict.reason == .justMoved(Self.start.adding(days: 78 * 7)))
    }

    @Test func one_year_is_not_enough_for_a_season() {
        let values = (0..<80).map { 20 + 5 * sin(Double($0) / 52.18 * 2 * .pi) + Self.unrest($0) }
        #expect(Self.verdict(values).shape != .seasonal)
        #expect(Self.verdict(values).evidence?.season == nil)
    }

    @Test func a_season_that_the_last_year_does_not_repeat_is_none() throws {
        let values = (0..<261).map {
            ($0 < 209 ? 20 + 5 * sin(Double($0) / 52.18 * 2 * .pi) : 20) + 8 * Self.unrest($0)
        }
        let series = TrendSeries(start: Self.start, stepDays: 7, values: values)
        #expect(ShapeClassifier().verdict(on: series).shape != .seasonal)
        // It is the year held back that says so.
        var settings = ShapeSettings()
        settings.heldOutShare = -.infinity
        let verdict = ShapeClassifier(settings: settings).verdict(on: series)
        #expect(verdict.shape == .seasonal)
        #expect(try #require(verdict.evidence?.season).heldOut < 0)
    }

    @Test func the_numbers_behind_a_slope_are_those_planted() throws {
        let verdict = Self.verdict((0..<80).map { 10 + Double($0) / 2 + Self.unrest($0) })
        let evidence = try #require(verdict.evidence)
        #expect(abs(evidence.slopePerWeek - 0.5) < 0.01)
        #expect(evidence.slopeLow < 0.5 && evidence.slopeHigh > 0.5)
        #expect(evidence.slopeError > 0 && evidence.slopeError < 0.05)
        #expect(evidence.trendSignificance > 5)
        #expect(evidence.points == 80)
        #expect(verdict.sentence.hasPrefix("Rises steadily: 0.501 a week (95 % 0.4"))
    }

    @Test func the_numbers_behind_a_spike_are_those_planted() throws {
        let verdict = Self.verdict((0..<80).map { ((30..<34).contains($0) ? 60 : 20) + Self.unrest($0) })
        let peak = try #require(verdict.evidence?.peak)
        #expect(peak.widthDays == 28)
        #expect(abs(peak.height - 40) < 1)
        #expect((210..<238).contains(peak.day.days(since: Self.start)))
    }

    @Test func the_numbers_behind_a_new_level_are_those_planted() throws {
        let verdict = Self.verdict((0..<80).map { ($0 < 40 ? 20 : 30) + Self.unrest($0) })
        let change = try #require(verdict.evidence?.levelChange)
        #expect(change.day == Self.start.adding(days: 280))
        #expect(abs(change.after - change.before - 10) < 0.5)
        #expect(verdict.sentence.contains("since \(change.day), when it moved from"))
    }

    @Test func missing_values_are_not_zeros() {
        let values = (0..<80).map { $0 % 3 == 1 || (20..<28).contains($0) ? .nan : 20 + Self.unrest($0) }
        #expect(Self.verdict(values).shape == .plateau)
        let zeros = values.map { $0.isNaN ? 0 : $0 }
        #expect(Self.verdict(zeros).evidence?.level != Self.verdict(values).evidence?.level)
    }

    @Test func a_week_is_no_season_and_days_are_read_as_weeks() throws {
        let daily = (0..<200).map { 20 + ($0 % 7 == 5 ? 15 : 0) + Self.unrest($0) }
        let verdict = Self.verdict(daily, stepDays: 1)
        #expect(verdict.shape == .plateau)
        #expect(verdict.evidence?.stepDays == 7)
        let short = (0..<40).map { 20 + ($0 % 7 == 5 ? 15 : 0) + Double($0) + Self.unrest($0) }
        let rise = Self.verdict(short, stepDays: 1)
        #expect(rise.shape == .slope)
        #expect(abs(try #require(rise.evidence).slopePerWeek - 7) < 0.3)
    }

    @Test func few_values_have_no_shape() {
        for values in [[], [1], [.nan], Array(repeating: .nan, count: 500), Array(repeating: 1, count: 11)] {
            let verdict = Self.verdict(values)
            #expect(verdict.shape == .tooShort)
            #expect(verdict.evidence == nil)
            #expect(verdict.sentence.contains("12 needed"))
        }
        #expect(Self.verdict(Array(repeating: 3, count: 12)).sentence == "Level: always 3 since \(Self.start).")
    }

    @Test(.timeLimit(.minutes(2))) func anything_gets_a_verdict_in_bounded_time() {
        var random = SeriesGenerator(seed: 4)
        let twentyYears = random.walk(from: 1_000, share: 0.02, steps: 7_305)
        #expect(Self.verdict(twentyYears, stepDays: 1).evidence?.points == SteadySeries.longest)
        let kinds: [(Int) -> Double] = [
            { _ in 1e300 }, { $0 % 2 == 0 ? 1e300 : -1e300 }, { $0 % 2 == 0 ? 1e15 : -1e15 }, { _ in 0 },
            { $0 == 50 ? 1 : 0 }, { $0 == 50 ? 1e15 : 1e-300 }, { $0 % 9 == 0 ? Double($0) : .nan }, { Double($0) },
            { $0 < 60 ? 1 : .infinity }, { pow(1.3, Double($0)) }, { $0 % 2 == 0 ? 1 : 0 },
            { Double.ulpOfOne * Double($0) },
            { $0 == 0 ? 1 : $0 == 119 ? 5 : .nan }, { $0 < 60 ? 0 : 1 },
        ]
        for (number, kind) in kinds.enumerated() {
            for (stepDays, count) in [(7, 120), (1, 120), (30, 60), (Int.max, 20), (-4, 120), (2, 13)] {
                let verdict = Self.verdict((0..<count).map(kind), stepDays: stepDays)
                let note: Comment = "series \(number), step \(stepDays)"
                #expect(!verdict.sentence.isEmpty, note)
                #expect((verdict.evidence == nil) == (verdict.shape == .tooShort), note)
                guard let evidence = verdict.evidence else { continue }
                let numbers = [
                    evidence.level, evidence.noise, evidence.correlation, evidence.slopePerWeek, evidence.slopeError,
                    evidence.slopeLow, evidence.slopeHigh, evidence.trendSignificance, evidence.margin,
                    evidence.peak.height, evidence.season?.strength ?? 0, evidence.season?.heldOut ?? 0,
                ]
                #expect(numbers.allSatisfy { $0.isFinite }, note)
                #expect(evidence.slopeLow <= evidence.slopePerWeek && evidence.slopePerWeek <= evidence.slopeHigh, note)
            }
        }
    }

    @Test(arguments: [11] as [UInt64])
    func shape_depends_on_neither_unit_nor_level(seed: UInt64) {
        for number in 0..<10 {
            var random = SeriesGenerator(seed: seed, UInt64(number))
            let planted = PlantedShape.allCases[number % PlantedShape.allCases.count]
            let means = planted.means(steps: 120, size: 1, &random)
            let values = random.values(around: means, .autoregressive(correlation: 0.3, share: 0.1))
            let larger = Self.verdict(values.map { 1_024 * $0 })
            #expect(Self.verdict(values).shape == larger.shape, "seed \(seed), series \(number)")
            // Twice the same call, the same answer.
            #expect(larger == Self.verdict(values.map { 1_024 * $0 }))
        }
    }

    @Test(arguments: [20_261_130] as [UInt64])
    func planted_shapes_are_found_and_walks_are_not_named(seed: UInt64) {
        let trial = ShapeTrial(seed: seed, each: 8)
        let note: Comment = "seed \(seed)\n\(trial.table)"
        for planted in PlantedShape.allCases {
            #expect(trial.right(planted) >= 0.5, note)
            #expect(trial.wrong(planted) <= 0.4, note)
        }
        let all = PlantedShape.allCases.map { trial.right($0) }.reduce(0, +) / Double(PlantedShape.allCases.count)
        #expect(all >= 0.85, note)
        #expect(trial.wrong(.walk) + trial.wrong(.quiet) <= 0.3, note)
    }

    @Test(arguments: [20_261_130] as [UInt64])
    func walks_are_said_to_wander(seed: UInt64) {
        let reasons = (0..<10).map { number in
            var random = SeriesGenerator(seed: seed, UInt64(number))
            return Self.verdict(random.walk(from: 100, share: 0.1, steps: 156)).reason
        }
        #expect(reasons.count { $0 == .wanders } >= 7, "seed \(seed): \(reasons)")
    }

    @Test(.enabled(if: Measurement.isWanted)) func measure_shapes() {
        for (name, noise) in [
            ("correlation 0.3, 15 %", NoiseKind.autoregressive(correlation: 0.3, share: 0.15)),
            ("correlation 0.6, 15 %", .autoregressive(correlation: 0.6, share: 0.15)), ("counts of 40", .poisson),
        ] {
            for (steps, size) in [(156, 1.0), (156, 0.5), (52, 1)] {
                print("\(name), \(steps) weeks, size \(size)")
                print(ShapeTrial(seed: 20_261_130, each: 300, steps: steps, size: size, noise: noise).table)
            }
        }
    }
}
