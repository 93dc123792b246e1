import Testing

@testable import Forecasting

@Suite struct ModelsNaiveTests {
    @Test func the_last_observation_is_repeated() throws {
        let fit = try #require(Naive().fit(History([1, 4, .nan], season: 1)))
        #expect(fit.forecast(horizon: 2) == [4, 4])
        #expect(fit.fitted[1] == 1)
        #expect(fit.fitted[2] == 4)
    }

    @Test func the_season_is_repeated_in_phase() throws {
        let fit = try #require(SeasonalNaive().fit(History([1, 2, 3, 4, 5, 6, 7], season: 3)))
        #expect(fit.forecast(horizon: 4) == [5, 6, 7, 5])
    }

    @Test func the_line_goes_on() throws {
        let fit = try #require(Drift().fit(History([1, 9, 5], season: 1)))
        #expect(fit.forecast(horizon: 2) == [7, 9])
    }

    @Test func averages_leave_out_gaps() throws {
        let fit = try #require(WindowAverage(window: 3).fit(History([100, 1, .nan, 3], season: 1)))
        #expect(fit.forecast(horizon: 1) == [2])
        let seasonal = SeasonalWindowAverage(seasons: 2).fit(History([9, 9, 2, .nan, 4, 8], season: 2))
        #expect(try #require(seasonal).forecast(horizon: 2) == [3, 8])
    }

    @Test func a_plain_season_is_found_and_put_back() throws {
        let values = (0..<48).map { [80.0, 100, 120, 100][$0 % 4] }
        let fit = try #require(Naive2().fit(History(values, season: 4)))
        for (expected, forecast) in zip([80.0, 100, 120, 100], fit.forecast(horizon: 4)) {
            #expect(abs(expected - forecast) < 1e-9)
        }
    }

    @Test func no_season_is_taken_from_noise() throws {
        let values = (0..<48).map { 100 + 10 * ModelsContractTests.noise($0) }
        let fit = try #require(Naive2().fit(History(values, season: 4)))
        #expect(Set(fit.forecast(horizon: 4)).count == 1)
    }
}
