import Catalog
import Testing

@testable import Forecasting

@Suite struct ConformalIntervalsTests {
    /// Weeks of five days of sales with skewed noise and two days of none; forecasts are the mean.
    private func made(series: Int, seed: UInt64) -> (SeriesSet, residuals: [[Residual]], tests: [[Double]]) {
        var random = SeededGenerator(seed: seed)
        func day(_ place: Int) -> Double {
            place % 7 < 5 ? 20 + 30 * NormalQuantile.value(Double(random.int(0...9_999 - 1) + 1) / 10_000).magnitude : 0
        }
        let all = (0..<series).map { _ in (0..<420).map { day($0) } }
        let mean = 20 + 30 * 0.7979
        let set = SeriesSet(all.enumerated().map { TimeSeries(id: "\($0)", values: Array($1.prefix(392))) }, season: 7)
        let residuals = all.map { values in
            (0..<8).flatMap { origin in
                (1...28).map { step in
                    let place = 392 - 28 * (origin + 1) + step - 1
                    return Residual(
                        origin: origin, step: step, place: place, actual: values[place],
                        forecast: place % 7 < 5 ? mean : 0)
                }
            }
        }
        return (set, residuals, all.map { Array($0.suffix(28)) })
    }

    @Test func cover_is_as_stated_and_weekends_do_not_dilute() throws {
        let (set, residuals, tests) = made(series: 300, seed: 8)
        let conformal = ConformalIntervals(
            set, residuals: residuals, horizon: 28, levels: [0.95, 0.8], threads: 2)
        let path = (0..<28).map { $0 % 7 < 5 ? 20 + 30 * 0.7979 : 0 }
        let outcomes = tests.indices.map { place in
            ForecastOutcome(
                training: set.series[place].values, actual: tests[place], forecast: path, season: 7,
                intervals: conformal.intervals(place, path: path))
        }
        let eighty = try #require(IntervalCoverage(of: outcomes, level: 0.8))
        let live = try #require(eighty.liveShare)
        #expect(abs((eighty.share + live) / 2 - 0.8) < 0.03, "\(eighty.share) \(live)")
        let most = try #require(IntervalCoverage(of: outcomes, level: 0.95))
        #expect(most.share > 0.93 && most.share < 0.98)
        let intervals = conformal.intervals(0, path: path)
        #expect(intervals.map(\.level) == [0.8, 0.95])
        for step in path.indices {
            #expect(intervals[1].lower[step] <= intervals[0].lower[step])
            #expect(intervals[1].upper[step] >= intervals[0].upper[step])
            #expect(intervals[1].lower[step] >= 0)
            // Skewed upwards, and nothing where nothing is sold.
            if step % 7 < 5 { #expect(intervals[1].upper[step] - path[step] > path[step] - intervals[1].lower[step]) }
            if step % 7 >= 5 { #expect(intervals[0].upper[step] < 1) }
        }
    }

    @Test func without_residuals_there_is_still_an_answer() {
        for values in [[], [5], [3, 3, 3, 3], [0, 0, 0], [1, .nan, 4, 2], [1e300, -1e300, 1e300]] as [[Double]] {
            let set = SeriesSet([TimeSeries(id: "a", values: values)], season: 12)
            let conformal = ConformalIntervals(set, residuals: [[]], horizon: 3, levels: [0.8, 0.95], threads: 1)
            for interval in conformal.intervals(0, path: [4, 4, 4]) {
                #expect((interval.lower + interval.upper).allSatisfy { $0.isFinite })
                #expect(zip(interval.lower, interval.upper).allSatisfy { $0 <= $1 })
            }
        }
    }

    @Test(arguments: [(0.5, 0.0), (0.975, 1.959964), (0.1, -1.281552)])
    func normal_quantiles(_ probability: Double, _ value: Double) {
        #expect(abs(NormalQuantile.value(probability) - value) < 1e-6)
    }

    @Test func sample_quantiles_lean_outwards() {
        let sorted = [1.0, 2, 3, 4]
        #expect(SampleQuantile.value(sorted, 0.5) == 2.5)
        #expect(SampleQuantile.value(sorted, 0.8) == 4)
        #expect(SampleQuantile.value(sorted, 0.99) == 4)
        #expect(SampleQuantile.value([7.0], 0.1) == 7)
    }
}
