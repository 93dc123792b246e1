import Testing

@testable import Forecasting

@Suite struct ModelsMathsTests {
    @Test func indices_of_an_exact_season_are_exact() throws {
        let season = [-3.0, 1, 2]
        let values = ContiguousArray((0..<30).map { 10 + 0.5 * Double($0) + season[$0 % 3] })
        let found = try #require(ClassicalDecomposition(values, season: 3, pattern: .additive))
        for (index, expected) in zip(found.indices, season) { #expect(abs(index - expected) < 1e-9) }
    }

    @Test func a_season_of_even_length_is_centred() {
        let average = ClassicalDecomposition.movingAverage([1, 2, 3, 4, 5, 6], 4)
        #expect(average == [3, 4])
    }

    @Test func factors_need_values_above_zero() {
        let values = ContiguousArray((0..<30).map { Double($0 % 3) - 1 })
        #expect(ClassicalDecomposition(values, season: 3, pattern: .multiplicative) == nil)
    }

    @Test func least_squares_are_solved() throws {
        let columns: [Double] = [1, 1, 1, 0, 1, 2]
        let target: [Double] = [1, 3, 5]
        let found = columns.withUnsafeBufferPointer { columns in
            target.withUnsafeBufferPointer { NormalEquations(columns: columns, target: $0).solution() }
        }
        let weights = try #require(found)
        #expect(abs(weights[0] - 1) < 1e-6)
        #expect(abs(weights[1] - 2) < 1e-6)
    }

    @Test func a_curved_valley_is_walked_down() {
        var space = SearchSpace()
        space.add(-1.2, unit: 1)
        space.add(1, unit: 1)
        let found = LevenbergMarquardt(steps: 200, tolerance: 0).minimum(in: space, count: 2) { point, errors in
            errors[0] = 10 * (point[1] - point[0] * point[0])
            errors[1] = 1 - point[0]
        }
        #expect(abs(found.point[0] - 1) < 1e-3)
    }

    @Test func the_wall_of_the_box_holds() {
        var space = SearchSpace()
        space.add(0.5, unit: 1, within: 0...1)
        let found = LevenbergMarquardt().minimum(in: space, count: 1) { point, errors in errors[0] = point[0] - 3 }
        #expect(found.point[0] == 1)
    }

    @Test func the_deepest_hollow_of_the_grid_is_refined() {
        let found = GoldenSection(grid: 9, sections: 20).minimum(in: 0...1) { ($0 - 0.73) * ($0 - 0.73) }
        #expect(abs(found.point - 0.73) < 1e-3)
    }

    @Test func polynomials_multiply_and_divide() {
        let product = LagPolynomial.difference(1) * .difference(4)
        #expect(product.lags == [1, 4, 5])
        #expect(product.weights == [-1, -1, 1])
        var values = ContiguousArray((0..<20).map { Double($0 * $0 % 7) })
        let before = values
        var result = values
        values.withUnsafeBufferPointer { values in
            result.withUnsafeMutableBufferPointer { result in
                product.applied(to: values, into: result)
                product.divide(result)
            }
        }
        values = result
        for (one, two) in zip(values, before) { #expect(abs(one - two) < 1e-9) }
    }

    @Test func partial_autocorrelations_make_stationary_coefficients() {
        let coefficients = PartialAutocorrelations.coefficients([0.5, -0.3])
        #expect(abs(coefficients[0] - 0.65) < 1e-12)
        #expect(abs(coefficients[1] + 0.3) < 1e-12)
    }

    @Test func a_random_walk_needs_adifference() {
        var sum = 0.0
        let walk = ContiguousArray(
            (0..<300).map { step in
                sum += ModelsContractTests.noise(step)
                return sum
            })
        #expect(!KpssTest.isLevel(walk))
        #expect(KpssTest.isLevel(ContiguousArray((0..<300).map(ModelsContractTests.noise))))
    }

    @Test func gaps_are_bridged_by_lines() throws {
        let series = try #require(ScaledSeries(History([.nan, 1, .nan, 3, .nan], season: 1)))
        #expect(series.bridged.map { $0 * series.scale } == [1, 2, 3, 3])
        #expect(series.lead == 1)
        #expect(series.observed == 2)
    }
}
