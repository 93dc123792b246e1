import Foundation
import Testing

@testable import Forecasting

/// Parameters that series were made with are found again.
@Suite struct ModelsEstimationTests {
    static let noise = ModelsContractTests.noise

    @Test func a_wandering_level_is_smoothed_as_it_was_made() throws {
        var level = 100.0
        let values = (0..<600).map { step in
            let error = 10 * Self.noise(step)
            defer { level += 0.4 * error }
            return level + error
        }
        let series = try #require(ScaledSeries(History(values, season: 1)))
        let parameters = AutoEts().parameters(series)
        #expect(abs(parameters.level - 0.4) < 0.1)
        #expect(parameters.form.season == .none)
    }

    @Test func a_season_that_grows_with_the_level_is_multiplicative() throws {
        let values = (0..<120).map { step in
            (50 + Double(step)) * [0.7, 0.9, 1.1, 1.3][step % 4] * (1 + 0.05 * Self.noise(step))
        }
        let series = try #require(ScaledSeries(History(values, season: 4)))
        #expect(AutoEts().parameters(series).form.season == .multiplicative)
    }

    @Test func an_autoregression_is_found_again() throws {
        var last = 0.0
        let values = (0..<800).map { step in
            last = 0.7 * last + Self.noise(step)
            return 20 + last
        }
        let history = History(values, season: 1)
        let estimation = ArimaEstimation(
            ContiguousArray(history.values), scale: 1, season: 1)
        var order = ArimaOrder()
        order.autoregressive = 1
        order.hasConstant = true
        let found = estimation.best(order, from: ArimaStart())
        #expect(abs(found.parameters.autoregression.weights[0] + 0.7) < 0.08)
        #expect(abs(found.parameters.mean - 20) < 0.2)
    }

    @Test func a_straight_line_is_followed() throws {
        let values = (0..<60).map { 10 + 2 * Double($0) }
        for name in ["ets", "arima", "dynamic-theta", "drift"] {
            let model = try #require(ModelRegistry.model(named: name))
            let forecast = try #require(model.fit(History(values, season: 1))).forecast(horizon: 10)
            #expect(abs(forecast[9] - 148) < 3, "\(name) ends at \(forecast[9])")
        }
    }

    @Test func a_year_in_days_is_put_back() throws {
        let values = (0..<1100).map { step in
            100 + 40 * sin(2 * .pi * Double(step) / 365.25) + 4 * Self.noise(step)
        }
        let model = HarmonicSeason(Theta(.dynamicOptimised))
        let forecast = try #require(model.fit(History(values, season: 7))).forecast(horizon: 180)
        let errors = forecast.enumerated().map { ahead, value in
            abs(value - 100 - 40 * sin(2 * .pi * Double(1100 + ahead) / 365.25))
        }
        #expect(errors.reduce(0, +) / 180 < 5)
    }

    @Test func demands_are_averaged_over_their_intervals() throws {
        let values = (0..<120).map { $0 % 4 == 3 ? 8.0 : 0 }
        for name in ["croston", "tsb", "adida", "imapa"] {
            let model = try #require(ModelRegistry.model(named: name))
            let forecast = try #require(model.fit(History(values, season: 1))).forecast(horizon: 1)
            #expect(abs(forecast[0] - 2) < 0.5, "\(name) says \(forecast[0])")
        }
        let corrected = try #require(Croston(corrected: true).fit(History(values, season: 1)))
        #expect(corrected.forecast(horizon: 1)[0] < 2)
    }

    @Test func values_below_zero_are_no_demands() {
        #expect(Croston(corrected: false).fit(History([1, -1, 2], season: 1)) == nil)
        #expect(Tsb().fit(History([1, -1, 2], season: 1)) == nil)
        #expect(Aggregation(multiple: true).fit(History([1, -1, 2], season: 1)) == nil)
    }
}
