import Catalog
import Testing

@testable import Forecasting

@Suite struct ForecasterTests {
    private static let bad: [[Double]] = [
        [], [7], [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4], [Double](repeating: 0, count: 60), [.nan, .nan, .nan],
        [1, .nan, 3, .nan, .nan, 6, 2, .nan, 4, 5], [1e300, 1e300, 3, 1e300, 2, 1e300, 9, 1, 4, 1e300],
        (0..<40).map { Double($0 % 5) - 30 }, (0..<7_000).map { Double($0 % 7) * 3 + Double($0 % 11) },
        [3, 1, 4, 1, 5, 9, 2, 6], [.infinity, 1, 2, 3],
    ]

    @Test(arguments: [Forecaster(), .quick])
    func bad_series_get_an_answer(_ forecaster: Forecaster) {
        let set = SeriesSet(Self.bad.enumerated().map { TimeSeries(id: "\($0)", values: $1) }, season: 12)
        let forecasts = forecaster.forecast(set, horizon: 9)
        #expect(forecasts.count == Self.bad.count)
        for forecast in forecasts {
            #expect(forecast.path.count == 9, "\(forecast)")
            #expect(forecast.path.allSatisfy { $0.isFinite }, "\(forecast)")
            #expect(forecast.intervals.count == 2)
            #expect(!forecast.model.isEmpty)
            #expect(!forecast.reason.isEmpty)
            for interval in forecast.intervals {
                #expect((interval.lower + interval.upper).allSatisfy { $0.isFinite })
                #expect(zip(interval.lower, interval.upper).allSatisfy { $0 <= $1 }, "\(forecast)")
            }
        }
        #expect(forecasts[3].path.allSatisfy { $0 == 0 })
        #expect(forecasts[2].path.allSatisfy { abs($0 - 4) < 1e-6 })
    }

    @Test func blocks_and_threads_change_nothing() {
        var random = SeededGenerator(seed: 11)
        let set = SeriesSet(
            (0..<9).map { number in
                TimeSeries(
                    id: "\(number)", values: (0..<90).map { Double($0 % 7) + Double(random.int(0...50 - 1)) / 10 })
            }, season: 7)
        var options = ForecastOptions.quick
        options.block = 4
        let one = Forecaster(.quick).forecast(set, horizon: 7, threads: 1).map(\.path)
        #expect(one == Forecaster(.quick).forecast(set, horizon: 7, threads: 2).map(\.path))
        #expect(one == Forecaster(options).forecast(set, horizon: 7, threads: 2).map(\.path))
    }

    @Test func what_is_far_better_is_chosen_for_its_kind() {
        // A sharp weekly pattern that the last value says nothing of.
        var random = SeededGenerator(seed: 5)
        let set = SeriesSet(
            (0..<20).map { number in
                TimeSeries(
                    id: "\(number)",
                    values: (0..<140).map { [10, 90, 20, 80, 30, 70, 5][$0 % 7] + Double(random.int(0...30 - 1)) / 10 })
            }, season: 7)
        var options = ForecastOptions()
        options.models = ["naive", "seasonal-naive"]
        options.standard = ["naive"]
        options.trees = nil
        let forecasts = Forecaster(options).forecast(set, horizon: 14)
        #expect(forecasts.allSatisfy { $0.model == "seasonal-naive" })
        #expect(forecasts.allSatisfy { ($0.backtestError ?? .infinity) < 5 })
    }

    @Test func origins_leave_enough_to_learn_from() {
        let set = SeriesSet([TimeSeries(id: "a", values: [Double](repeating: 1, count: 101))], season: 12)
        let origins = RollingOrigins(set, horizon: 18, most: 8)
        #expect(origins.offsets.first == 18)
        #expect(origins.offsets.count == 8)
        #expect(origins.held <= 51)
        #expect(origins.lengths(of: 101).allSatisfy { $0 >= 50 })
        #expect(RollingOrigins(set, horizon: 18, most: 0).offsets.isEmpty)
        #expect(origins.lengths(of: 10).isEmpty)
    }
}
