import Catalog
import Testing

@testable import Forecasting

@Suite struct GlobalTreesTests {
    /// Weekly patterns of different sizes with noise and, in every fourth week, a promotion that only trees can know.
    private func set(_ count: Int, length: Int = 200) -> SeriesSet {
        var random = SeededGenerator(seed: 3)
        return SeriesSet(
            (0..<count).map { number in
                let size = Double(1 + number % 9) * 10
                return TimeSeries(
                    id: "\(number)", start: 18_000,
                    values: (0..<length).map { day in
                        size * (1 + 0.5 * Double(day % 7)) * (0.9 + 0.2 * Double(random.int(0...100 - 1)) / 100)
                    })
            }, step: .day, season: 7, country: .unitedStates)
    }

    private var quick: TreeSettings {
        var settings = TreeSettings()
        settings.rows = 6_000
        settings.rounds = 40
        return settings
    }

    @Test func beats_the_seasonal_naive_forecast() throws {
        let whole = set(30)
        let held = HeldOutSet(
            SeriesReading(
                series: whole.series, trainCounts: nil, step: .day, zerosFilledIn: 0, rows: 0, blanks: 0,
                problems: []), horizon: 14)
        let report = ForecastEvaluation(held).report(of: TreeForecaster(quick))
        #expect(try #require(report.mase) < 0.85)
        #expect(report.models == ["trees": 30])
    }

    @Test func threads_change_nothing() throws {
        let set = set(12)
        let one = try #require(GlobalTrees(set, horizon: 7, settings: quick, threads: 1))
        let two = try #require(GlobalTrees(set, horizon: 7, settings: quick, threads: 2))
        let origins = set.series.map { [$0.values.count, 150] }
        #expect(
            one.forecast(set.series, origins: origins, horizon: 7, threads: 1)
                == two.forecast(set.series, origins: origins, horizon: 7, threads: 2))
    }

    @Test func what_is_held_is_not_learned() throws {
        let set = set(12)
        let changed = set.with(
            set.series.map {
                TimeSeries(
                    id: $0.id, start: $0.start, values: $0.values.prefix(150) + $0.values.suffix(50).map { $0 * 9 })
            })
        let origins = set.series.map { _ in [150] }
        let paths = [set, changed].map {
            GlobalTrees($0, horizon: 7, held: 50, settings: quick)?
                .forecast($0.series, origins: origins, horizon: 7)
        }
        #expect(paths[0] != nil)
        #expect(paths[0] == paths[1])
    }

    @Test func too_little_is_no_model() {
        #expect(GlobalTrees(SeriesSet([], season: 7), horizon: 3) == nil)
        #expect(GlobalTrees(SeriesSet([TimeSeries(id: "a", values: [1, 2])], season: 7), horizon: 3) == nil)
    }
}
