import Catalog
import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Forecasting

/// Intervals are as wide as the record asks for.
@Suite struct RecordWideningTests {
    /// Said to be 100 within ±10 (80 %) and ±20 (95 %).
    private func settled(
        _ actual: Double, _ view: ForecastView = .month, widened: Double = 1
    ) -> RecordWidening.Settled {
        RecordWidening.Settled(
            view: view, predicted: 100, low80: 90, high80: 110, low95: 80, high95: 120, actual: actual,
            widening80: widened, widening95: widened)
    }

    @Test func the_factor_is_the_quantile_of_how_far_values_lay() {
        // 1 to 100 away, either way: 80 % lie within 80.8, 95 % within 95.95 of 101 ranks.
        let widening = RecordWidening((1...100).map { settled(100 + Double($0.isMultiple(of: 2) ? $0 : -$0)) })
        #expect(
            widening.factors80.allSatisfy { $0 == RecordWidening.greatest }, "8.1 times is more than is made of any")
        let near = RecordWidening((1...100).map { settled(100 + Double($0) / 4) })
        #expect(near.factors80[1] == 81 / 4.0 / 10 && near.factors95[1] == 96 / 4.0 / 20)
        #expect(near.held?.inside == 0.4 && near.held?.of == 100 && near.held?.days == 30)
    }

    @Test func few_and_good_ones_change_nothing() {
        #expect(RecordWidening((1..<RecordWidening.least).map { _ in settled(500) }) == .none)
        let good = RecordWidening((0..<200).map { _ in settled(100) })
        #expect(good.factors80 == [1, 1, 1] && good.factors95 == [1, 1, 1])
        #expect(RecordWidening((0..<200).map { _ in settled(109) }).factors80 == [1, 1, 1])
    }

    @Test func what_was_widened_already_is_not_forgotten() {
        // ±10 is what came of ±5 made twice as wide: the models need 1.5 × 2.
        let widening = RecordWidening((0..<100).map { _ in settled(115, widened: 2) })
        #expect(widening.factors80[1] == 3)
        #expect(widening.held?.inside == 0)
        // And where it held, the factor stays instead of falling back to 1.
        #expect(RecordWidening((0..<100).map { _ in settled(110, widened: 2) }).factors80[1] == 2)
    }

    @Test func between_views_the_factor_goes_in_a_straight_line() {
        let rows = (0..<60).flatMap { _ in [settled(110, .week), settled(120, .month), settled(140, .quarter)] }
        let widening = RecordWidening(rows)
        #expect(widening.factors80 == [1, 2, 4])
        #expect(
            [1, 7, 30, 60, 90, 91].map { widening.factor(level: 0.8, days: $0) } == [1, 1, 2, 3, 4, 4])
    }

    @Test func a_view_without_a_record_takes_the_nearest_factor() {
        let rows = (0..<60).flatMap { _ in [settled(120, .week), settled(130, .quarter)] }
        #expect(RecordWidening(rows).factors80 == [2, 2, 3])
        #expect(RecordWidening((0..<60).map { _ in settled(130, .quarter) }).factors80 == [3, 3, 3])
    }

    private func series(_ values: [Double]) -> ProductSeries {
        ProductSeries(
            product: ForecastedProduct(owner: .house, id: UUID()), measure: .demand, category: nil, price: nil,
            steps: StepValues(
                step: .week, start: 2_900, values: values,
                lastDay: SeriesStep.week.lastDay(of: 2_900 + values.count - 1)))
    }

    @Test func wider_intervals_stay_nested_within_what_can_be_and_say_why() throws {
        let all = (0..<12).map { place in series((0..<40).map { Double(20 + ($0 * (7 + place)) % 13) }) }
        let widening = RecordWidening((0..<100).map { _ in settled(130) })
        let plain = ProductForecaster().forecast(all)
        let wide = ProductForecaster(widenings: [.demand: widening, .price: .none]).forecast(all)
        for (before, after) in zip(plain, wide) {
            let (before, after) = (try #require(before), try #require(after))
            #expect(before.points == after.points)
            for place in after.points.indices {
                let (inner, outer) = (after.interval80, after.interval95)
                #expect(0 <= outer.lower[place] && outer.lower[place] <= inner.lower[place])
                #expect(inner.lower[place] <= before.interval80.lower[place])
                #expect(inner.upper[place] >= before.interval80.upper[place])
                #expect(inner.upper[place] <= outer.upper[place])
            }
            // Of weeks the views are 7, 28 and 91 days on; a month is near 28.
            let (was, is28) = (before.interval80.upper[3], after.interval80.upper[3])
            let factor = widening.factor(level: 0.8, days: 28)
            #expect(abs((is28 - after.points[3]) - factor * (was - before.points[3])) < 1e-9)
            #expect(after.reasons.contains { if case .record(0, 100, 30, 3) = $0 { true } else { false } })
            #expect(!before.reasons.contains { if case .record = $0 { true } else { false } })
        }
    }

    /// Sixty forecasts of a price that came far outside of their bounds.
    private func miss(_ fixture: ForecastFixture, of planted: ForecastFixture.Planted) async throws {
        _ = try await fixture.companies.database.transaction(in: fixture.companies.harbor.id) { transaction in
            let company = fixture.companies.harbor.id
            return try await transaction.execute(all: [
                """
                INSERT INTO forecasts (company_id, forecast_id, product_company_id, product_id, measure, kind, step, origin,
                    made_at, currency, price_kind, listing_id, model, last_value, points, low80, high80, low95, high95,
                    backtest_origins, observations, reasons, digest)
                SELECT \(company), gen_random_uuid(), \(company), \(planted.product), 'price', 'backcast', 'week',
                    \(fixture.day(0)) - n, \(fixture.companies.now), 'EUR', 'retail', \(planted.listing), 'ets', 100, '{100}',
                    '{90}', '{110}', '{80}', '{120}', 1, 9, '[]', sha256(n::text::bytea)
                FROM generate_series(1, 60) AS n
                """,
                """
                INSERT INTO forecast_settlements (company_id, forecast_id, view_days, due_on, predicted, low80, high80, low95,
                    high95, origin_value, direction_predicted, actual, settled_at, direction_actual)
                SELECT company_id, forecast_id, days, \(fixture.day(1)), 100, 90, 110, 80, 120, 100, 0, actual,
                    \(fixture.companies.now), 1
                FROM forecasts, (VALUES (7, 120.0), (30, 125.0)) AS came (days, actual) WHERE product_id = \(planted.product)
                """,
            ])
        }
    }

    @Test func forecasts_are_wider_after_misses_of_the_company_itself() async throws {
        try await ForecastFixture.with { fixture in
            let missed = try await fixture.plant(ForecastFixture.wave(3))
            try await miss(fixture, of: missed)
            let ours = try await fixture.plant(ForecastFixture.wave(30))
            let theirs = try await fixture.plant(ForecastFixture.wave(30), in: fixture.companies.kestrel)
            // A day before the truth came knows nothing of it.
            try await fixture.forecast(.init(asOf: fixture.day(1).adding(days: -1)))
            #expect(try await fixture.count("forecasts", "kind = 'backcast' AND widening80[2] > 1") == 0)
            try await fixture.forecast()
            try await fixture.forecast(in: fixture.companies.kestrel)
            // As applied: a month of weeks is 28 days, between 7 and 30.
            let applied =
                "widening80[1] = 2 AND abs(widening80[2] - (2 + 0.5 * 21 / 23)) < 1e-9 AND widening80[3] = 2.5"
            #expect(try await fixture.count("forecasts", "product_id = '\(ours.product)' AND \(applied)") >= 1)
            let wide = try #require(try await fixture.current(ours.product).first { $0.measure == .price })
            #expect(wide.reasons.contains { if case .record(0, 60, 30, 2.5) = $0 { true } else { false } })
            let usual = try #require(
                try await fixture.current(theirs.product, in: fixture.companies.kestrel).first { $0.measure == .price })
            #expect(!usual.reasons.contains { if case .record = $0 { true } else { false } })
            #expect(wide.points == usual.points)
            #expect(wide.interval80.upper[3] > usual.interval80.upper[3])
        }
    }
}
