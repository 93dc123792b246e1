import Testing

@testable import Forecasting

@Suite struct MetricTests {
    private let outcome = ForecastOutcome(
        training: [1, 2, 4, 3, 5, 7], actual: [6, 0, .nan], forecast: [4, 0, 9], season: 2,
        intervals: [PredictionInterval(level: 0.95, lower: [5, 1, 0], upper: [7, 2, 1])])

    @Test func values_by_hand() throws {
        // |6 − 4| · 200 / 10 = 40; 0/0 counts as 0.
        #expect(SMAPE.value(of: outcome) == 20)
        // Differences of lag 2: 3, 1, 1, 4.
        #expect(MASE.value(of: outcome) == 1 / 2.25)
        // Squared differences of lag 1: 1, 4, 1, 4, 4.
        #expect(RMSSE.value(of: outcome) == (2 / 2.8).squareRoot())
        #expect(MAPE.value(of: outcome) == 100 * (2.0 / 6))
        #expect(WAPE.value(of: [outcome]) == 200.0 / 6)
        #expect(ForecastBias.value(of: [outcome]) == -200.0 / 6)
        // (2 + (1 + 40 · 1)) / 2 over 2.25.
        #expect(MSIS.value(of: outcome) == 21.5 / 2.25)
        #expect(OWA.value(smape: 1, mase: 3, naiveSMAPE: 2, naiveMASE: 2) == 1)
    }

    @Test func flat_histories_have_no_scale() {
        let flat = ForecastOutcome(training: [2, 2, 2], actual: [3], forecast: [2], season: 1)
        #expect(MASE.value(of: flat) == nil)
        #expect(RMSSE.value(of: flat) == nil)
        #expect(SMAPE.value(of: flat) == 40)
    }

    @Test func coverage_tells_live_days_apart() throws {
        // Every second day nothing is ever sold.
        let training = (0..<40).map { $0 % 2 == 0 ? 5.0 : 0 }
        let outcome = ForecastOutcome(
            training: training, actual: [9, 0, 5, 0], forecast: [5, 0, 5, 0], season: 2,
            intervals: [PredictionInterval(level: 0.8, lower: [4, 0, 4, 0], upper: [6, 0, 6, 0])])
        let coverage = try #require(IntervalCoverage(of: [outcome], level: 0.8))
        #expect(coverage.share == 0.75)
        #expect(coverage.liveShare == 0.5)
        #expect(IntervalCoverage(of: [outcome], level: 0.5) == nil)
    }

    @Test func direction_stands_beside_its_base_rate() throws {
        func outcome(_ actual: Double, _ forecast: Double) -> ForecastOutcome {
            ForecastOutcome(training: [1, 3], actual: [actual, actual], forecast: [forecast, forecast], season: 1)
        }
        let direction = try #require(
            DirectionalAccuracy(of: [outcome(3, 4), outcome(3, 1), outcome(3, 2), outcome(1, 0), outcome(2, 5)]))
        #expect(direction.count == 4)
        #expect(direction.share == 0.5)
        #expect(direction.baseRate == 0.75)
        #expect(abs(direction.interval.lowerBound - 0.150) < 0.001)
    }
}
