import Catalog
import Companies
import Foundation
import Testing

@testable import Forecasting

/// Forecasts of quantities of products.
@Suite struct ProductForecasterTests {
    private func series(
        _ values: [Double], _ measure: ForecastMeasure = .price, step: SeriesStep = .week,
        category: String? = "spirits.gin"
    ) -> ProductSeries {
        let steps = StepValues(
            step: step, start: 2_900, values: values, lastDay: step.lastDay(of: 2_900 + values.count - 1))
        return ProductSeries(
            product: ForecastedProduct(owner: .house, id: UUID()), measure: measure, category: category,
            price: measure == .price ? .init(listing: UUID(), currency: "EUR", kind: "retail") : nil, steps: steps)
    }

    /// A quiet walk that is the same every time.
    private func walk(_ count: Int, from start: Double, seed: UInt64, by size: Double) -> [Double] {
        var state = seed &* 6_364_136_223_846_793_005 &+ 1
        var value = start
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            value += (Double(state >> 33) / Double(UInt32.max >> 1) - 0.5) * size
            return max(1, value.rounded())
        }
    }

    private func check(_ outlook: ProductOutlook?, of series: ProductSeries) throws {
        let outlook = try #require(outlook)
        let range = series.measure.range
        #expect(outlook.points.count == ForecastView.horizon(of: series.step))
        for place in outlook.points.indices {
            let bounds = [
                outlook.interval95.lower[place], outlook.interval80.lower[place], outlook.interval80.upper[place],
                outlook.interval95.upper[place],
            ]
            #expect(bounds == bounds.sorted() && bounds.allSatisfy { $0.isFinite && range.contains($0) })
            #expect(outlook.points[place].isFinite && range.contains(outlook.points[place]))
        }
        #expect(!outlook.model.isEmpty && !outlook.reasons.isEmpty)
    }

    @Test func bad_series_get_an_honest_answer() throws {
        let all = [
            series([]), series([500]), series([500, .nan, 510]), series([500, 510, 490]),
            series([Double](repeating: 900, count: 30)), series([Double](repeating: 0, count: 30), .demand),
            series((0..<30).map { 1e15 + Double($0 % 5) * 1e13 }),
            series(walk(30, from: 98, seed: 3, by: 9).map { min(100, $0) }, .score),
            series((0..<40).map { $0 % 7 == 0 ? 3 : 0 }, .demand),
            series(
                [Double](repeating: 5, count: 10) + [Double](repeating: .nan, count: 10)
                    + walk(10, from: 5, seed: 4, by: 3)),
        ]
        let outlooks = ProductForecaster().forecast(all)
        #expect(outlooks.count == all.count)
        for place in 0..<3 { #expect(outlooks[place] == nil, "\(place)") }
        for place in 3..<all.count { try check(outlooks[place], of: all[place]) }
        #expect(outlooks[3]?.model == ProductForecaster.levelModel)
        #expect(outlooks[3]?.reasons.contains(.short(observations: 3)) == true)
        #expect(outlooks[4]?.reasons.contains(.constant) == true)
        #expect(outlooks[4]?.points == [Double](repeating: 900, count: 13))
        // What never changed may change; its bounds are not its own.
        #expect((outlooks[4]?.interval95.upper.last ?? 0) > 900)
    }

    @Test func a_short_series_borrows_how_far_like_ones_moved() throws {
        let calm = (0..<10).map { series(walk(40, from: 10_000, seed: $0, by: 40), category: "wine") }
        let wild = (0..<10).map { series(walk(40, from: 10_000, seed: $0 + 50, by: 4_000), category: "beer") }
        let short = ["wine", "beer", "sake"].map { series([10_000, 10_000, 10_000], category: $0) }
        let outlooks = ProductForecaster().forecast(calm + wild + short).suffix(3).map { $0 }
        let widths = outlooks.map { ($0?.interval80.upper[3] ?? 0) - ($0?.interval80.lower[3] ?? 0) }
        #expect(widths[0] > 0 && widths[0] * 5 < widths[1])
        #expect(outlooks[0]?.reasons.contains(.comparable(series: 11, category: "wine")) == true)
        // Of sake there is none like it.
        #expect(outlooks[2]?.reasons.contains(.comparable(series: 23, category: nil)) == true)
        let alone = ProductForecaster().forecast([short[0]])[0]
        #expect(alone?.reasons.contains(.comparable(series: 0, category: nil)) == true)
        #expect((alone?.interval95.lower[0] ?? 0) < (alone?.interval80.lower[0] ?? 0))
    }

    @Test func a_model_that_is_barred_does_not_forecast() throws {
        let all = (0..<12).map { series(walk(40, from: 1_000, seed: $0, by: 200)) }
        let models = Set(ProductForecaster().forecast(all).compactMap { $0?.model })
        let barred = models.map { BarredModel(measure: .price, category: nil, model: $0) }
        let later = ProductForecaster(barred: barred).forecast(all).compactMap { $0?.model }
        #expect(later.count == all.count && models.isDisjoint(with: later))
        // Of another measure or category it may go on.
        let elsewhere = models.map { BarredModel(measure: .price, category: "wine", model: $0) }
        #expect(Set(ProductForecaster(barred: elsewhere).forecast(all).compactMap { $0?.model }) == models)
    }

    @Test func the_answer_does_not_depend_on_the_threads() throws {
        let all = (0..<12).map { series(walk(40, from: 1_000, seed: $0, by: 200)) }
        let (one, four) = (ProductForecaster(threads: 1).forecast(all), ProductForecaster(threads: 4).forecast(all))
        #expect(one.map { $0?.points } == four.map { $0?.points })
        #expect(one.map { $0?.interval95 } == four.map { $0?.interval95 })
    }

    @Test func days_of_products_that_are_not_thorough_are_chosen_for_among_quick_models() throws {
        let all = (0..<4).map { series(walk(120, from: 400, seed: UInt64($0), by: 30), step: .day) }
        let thorough: Set = [all[1].product]
        let outlooks = ProductForecaster().forecast(all, thorough: thorough)
        for (place, outlook) in outlooks.enumerated() { try check(outlook, of: all[place]) }
        let quick = Set(ForecastOptions.quickProducts.models + ["trees"])
        for place in [0, 2, 3] {
            let members = try #require(outlooks[place]).model.split(separator: "+").map(String.init)
            #expect(quick.isSuperset(of: members))
        }
        #expect(outlooks[1]?.model == ProductForecaster().forecast([all[1]])[0]?.model)
    }

    @Test func views_of_weeks_are_the_nearest_weeks() {
        #expect(ForecastView.allCases.map { $0.steps(of: .week) } == [1, 4, 13])
        #expect(ForecastView.allCases.map { $0.steps(of: .day) } == [7, 30, 90])
    }

    @Test func reasons_survive_being_kept() throws {
        let reasons: [ForecastReason] = [
            .level(value: 1.5, observations: 3), .model(name: "ets", error: nil, naiveError: 2, origins: 1), .constant,
            .comparable(series: 3, category: nil), .width(low: 1, high: 2, days: 28),
            .record(inside: 0.5, of: 60, days: 30, factor: 1.5),
        ]
        let kept = try JSONEncoder().encode(reasons)
        #expect(try JSONDecoder().decode([ForecastReason].self, from: kept) == reasons)
    }
}
