import Testing

@testable import Forecasting

// One after the other: each keeps a thread busy, and other tests wait for answers meanwhile.
@Suite(.serialized) struct ModelsContractTests {
    static let models = ModelRegistry.all.map(\.name)

    /// A little noise, the same every time, so that no test depends on a generator.
    static func noise(_ step: Int) -> Double {
        var mixed = UInt64(step) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        return Double(mixed >> 11) / Double(1 << 53) - 0.5
    }

    static let awkward: [String: [Double]] = [
        "one": [5],
        "two": [5, 7],
        "three": [1, 2, 4],
        "constant": Array(repeating: 42, count: 60),
        "zero": Array(repeating: 0, count: 60),
        "below zero": (0..<60).map { -100 + 10 * noise($0) },
        "across zero": (0..<60).map { 10 * noise($0) },
        "huge": (0..<60).map { 1e300 * (1 + noise($0)) },
        "tiny": (0..<60).map { 1e-300 * (1 + noise($0)) },
        "huge among small": (0..<60).map { $0 == 30 ? 1e300 : 1 + noise($0) },
        "rare": (0..<60).map { $0 % 17 == 16 ? 3 : 0 },
        "late": Array(repeating: .nan, count: 30) + (0..<30).map { 5 + noise($0) },
        "stopped": (0..<30).map { 5 + noise($0) } + Array(repeating: .nan, count: 30),
        "gaps": (0..<60).map { $0 % 3 == 1 ? .nan : 5 + noise($0) },
        "line": (0..<60).map { Double($0) },
        "line down": (0..<60).map { 60 - Double($0) },
        "exact season": (0..<60).map { Double($0 % 12) + 1 },
        "growth": (0..<60).map { 1.3 * Double($0) * Double($0) + 1 },
    ]

    @Test(arguments: models, [1, 7, 12, 52, 365])
    func every_history_gives_finite_forecasts_or_none(_ name: String, season: Int) throws {
        let model = try #require(ModelRegistry.model(named: name))
        for (kind, values) in Self.awkward {
            guard let fit = model.fit(History(values, season: season)) else { continue }
            let forecast = fit.forecast(horizon: 30)
            #expect(forecast.count == 30, "\(kind)")
            #expect(forecast.allSatisfy { $0.isFinite }, "\(kind)")
            #expect(fit.fitted.count == values.count, "\(kind)")
            #expect(!fit.fitted.contains { $0.isInfinite }, "\(kind)")
            if values.allSatisfy({ !($0 < 0) }) { #expect(forecast.allSatisfy { $0 >= 0 }, "\(kind)") }
        }
    }

    @Test(arguments: models)
    func nothing_observed_is_no_model(_ name: String) throws {
        let model = try #require(ModelRegistry.model(named: name))
        #expect(model.fit(History([], season: 7)) == nil)
        #expect(model.fit(History([.nan, .infinity, .nan], season: 7)) == nil)
    }

    // The correction of SBA takes something off whatever there is.
    @Test(arguments: models.filter { $0 != "sba" })
    func a_constant_stays_as_it_is(_ name: String) throws {
        let model = try #require(ModelRegistry.model(named: name))
        let fit = try #require(model.fit(History(Array(repeating: 42, count: 60), season: 12)))
        #expect(fit.forecast(horizon: 12).allSatisfy { abs($0 - 42) < 0.01 })
    }

    @Test(arguments: models)
    func the_unit_does_not_matter(_ name: String) throws {
        let model = try #require(ModelRegistry.model(named: name))
        let values = (0..<96).map { 100 + Double($0) + 20 * Double($0 % 12) + 30 * Self.noise($0) }
        let fit = try #require(model.fit(History(values, season: 12)))
        let other = try #require(model.fit(History(values.map { $0 * 1024 }, season: 12)))
        for (one, two) in zip(fit.forecast(horizon: 24), other.forecast(horizon: 24)) {
            #expect(abs(two - one * 1024) <= 1e-9 * abs(two))
        }
    }

    @Test(arguments: models)
    func running_over_the_same_history_changes_nothing(_ name: String) throws {
        let model = try #require(ModelRegistry.model(named: name))
        let history = History((0..<96).map { 100 + 20 * Double($0 % 12) + 30 * Self.noise($0) }, season: 12)
        let fit = try #require(model.fit(history))
        let again = try #require(fit.over(history))
        #expect(fit.forecast(horizon: 12) == again.forecast(horizon: 12))
        #expect(fit.over(History([], season: 12)) == nil)
    }

    @Test(arguments: models)
    func running_over_more_follows_it(_ name: String) throws {
        let model = try #require(ModelRegistry.model(named: name))
        // A level that wanders, so that no model takes it to be fixed for good; then three times as high.
        var level = 50.0
        let values = (0..<120).map { step in
            level += 8 * Self.noise(step)
            return level * (step < 96 ? 1 : 3)
        }
        let fit = try #require(model.fit(History(Array(values[..<96]), season: 12)))
        let later = try #require(fit.over(History(values, season: 12)))
        #expect(later.fitted.count == 120)
        let mean = later.forecast(horizon: 12).reduce(0, +) / 12
        let before = fit.forecast(horizon: 12).reduce(0, +) / 12
        #expect(mean > 1.5 * before, "the level rose threefold, the forecast from \(before) to \(mean)")
    }

    @Test(arguments: models)
    func what_was_expected_is_known_for_most_steps(_ name: String) throws {
        let model = try #require(ModelRegistry.model(named: name))
        let values = (0..<96).map { 100 + 20 * Double($0 % 12) + 30 * Self.noise($0) }
        let fit = try #require(model.fit(History(values, season: 12)))
        let known = zip(values, fit.fitted).filter { !$0.1.isNaN }
        #expect(known.count >= 48)
        let error = known.reduce(0) { $0 + abs($1.0 - $1.1) } / Double(known.count)
        #expect(error > 1, "a step cannot be expected better than its noise allows")
        #expect(error < 200, "\(error) on average")
    }

    @Test func names_are_unlike() {
        #expect(Set(Self.models).count == Self.models.count)
        #expect(ModelRegistry.model(named: "no such model") == nil)
    }
}
