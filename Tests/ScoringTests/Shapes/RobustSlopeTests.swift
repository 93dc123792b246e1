import Catalog
import Testing

@testable import Scoring

@Suite struct RobustSlopeTests {
    @Test func a_line_is_found_despite_wild_values() throws {
        var values = (0..<40).map { 3 + 2 * Double($0) }
        values[5] = 1e9
        values[30] = -1e9
        let found = try #require(RobustSlope(places: Array(0..<40), values: values))
        #expect(abs(found.slope - 2) < 1e-9)
        #expect(abs(found.intercept - 3) < 1e-6)
        #expect(found.low <= 2 && found.high >= 2)
    }

    @Test func significance_agrees_with_the_formula() throws {
        // Ten rising values: S = 45, variance 10 × 9 × 25 / 18 = 125.
        let found = try #require(RobustSlope(places: Array(0..<10), values: (0..<10).map(Double.init)))
        #expect(abs(found.significance - 44 / 125.0.squareRoot()) < 1e-12)
        // With correlation a half, three times the variance.
        let related = try #require(
            RobustSlope(places: Array(0..<10), values: (0..<10).map(Double.init), correlation: 0.5))
        #expect(abs(related.significance - 44 / 375.0.squareRoot()) < 1e-12)
        // Ties of five and five: S = 25, variance (2250 − 2 × 300) / 18.
        let tied = try #require(
            RobustSlope(places: Array(0..<10), values: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]))
        #expect(abs(tied.significance - 24 / (1_650 / 18.0).squareRoot()) < 1e-12)
    }

    @Test func gaps_count_as_time() throws {
        let found = try #require(RobustSlope(places: [0, 1, 10, 20], values: [0, 1, 10, 20]))
        #expect(found.slope == 1)
        #expect(RobustSlope(places: [0, 1], values: [0, 1]) == nil)
        let level = try #require(RobustSlope(places: [0, 1, 2], values: [4, 4, 4]))
        #expect(level.slope == 0 && level.significance == 0 && level.standardError == 0)
    }

    @Test(arguments: [9] as [UInt64])
    func the_interval_holds_the_slope_as_often_as_it_says(seed: UInt64) throws {
        var inside = 0
        for number in 0..<150 {
            var random = SeriesGenerator(seed: seed, UInt64(number))
            let values = (0..<40).map { 0.1 * Double($0) + random.normal() }
            let found = try #require(RobustSlope(places: Array(0..<40), values: values))
            inside += found.low <= 0.1 && 0.1 <= found.high ? 1 : 0
        }
        #expect(inside >= 132 && inside <= 149, "seed \(seed): \(inside) of 150")
    }

    @Test func spread_and_figures() {
        #expect(RobustStatistics.median([]) == nil)
        #expect(RobustStatistics.median([3, 1, 2, 10]) == 2.5)
        #expect(RobustStatistics.spread([5, 5, 5]) == 0)
        #expect(RobustStatistics.spread([0, 0, 0, 0, 4]) > 0)
        let figures = [0.012_34, 1.204, 45.64, 1_234.5, -0.5, 0, -0.000_000_1, 99.96, .nan, 1e300, 0.999_6]
        #expect(
            figures.map(Wording.figure) == [
                "0.0123", "1.2", "45.6", "1235", "-0.5", "0", "0", "100", "0", "more than 1e15", "1",
            ])
    }
}
