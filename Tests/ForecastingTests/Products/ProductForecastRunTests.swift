import Catalog
import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Forecasting

/// Forecasts of a company's products: made, kept, and not made again.
@Suite struct ProductForecastRunTests {
    @Test func score_price_and_demand_are_forecast_with_their_reasons() async throws {
        try await ForecastFixture.with { fixture in
            let stock = (0..<20).map { Optional(200 - $0 * 5) }
            let planted = try await fixture.plant(
                ForecastFixture.wave(20), stock: stock, scores: (0..<20).map { 40 + Double($0) },
                category: "spirits.gin")
            let outcome = try await fixture.forecast()
            #expect(outcome.products == 1 && outcome.forecast == 3 && outcome.refused == 0 && outcome.left == 0)
            let forecasts = try await fixture.current(planted.product)
            #expect(forecasts.map(\.measure) == [.score, .price, .demand])
            for one in forecasts {
                #expect(one.kind == .live && one.step == .week && one.origin == fixture.day(19))
                #expect(
                    one.points.count == 13 && one.interval95.upper.count == 13 && one.madeAt == fixture.companies.now)
                #expect(one.view(.week)?.day == fixture.day(20) && one.view(.quarter)?.day == fixture.day(32))
                #expect(
                    one.reasons.contains { if case .model(let name, _, _, _) = $0 { name == one.model } else { false } }
                )
            }
            #expect(forecasts[1].price == .init(listing: planted.listing, currency: "EUR", kind: "retail"))
            #expect(forecasts[0].points.allSatisfy { (0...100).contains($0) })
            // Five go out a week.
            #expect(abs(forecasts[2].lastValue - 5) < 0.001 && forecasts[2].points.allSatisfy { abs($0 - 5) < 1 })
            #expect(try await fixture.count("forecast_settlements") == 9)
        }
    }

    @Test func the_other_company_sees_nothing_and_its_listings_move_nothing() async throws {
        try await ForecastFixture.with { fixture in
            let ours = try await fixture.plant(ForecastFixture.wave(20))
            try await fixture.forecast()
            let alone = try await fixture.current(ours.product)
            _ = try await fixture.plant(
                ForecastFixture.wave(20, around: 90_000), in: fixture.companies.kestrel)
            try await fixture.forecast(in: fixture.companies.kestrel)
            #expect(try await fixture.current(ours.product, in: fixture.companies.kestrel).isEmpty)
            #expect(try await fixture.count("forecasts", in: fixture.companies.kestrel) == 1)
            for table in ["forecasts", "forecast_settlements", "forecast_states"] {
                #expect(
                    try await fixture.count(
                        table, "company_id = '\(fixture.companies.harbor.id)'", in: fixture.companies.kestrel) == 0)
            }
            // Made anew beside the other's, it is the same.
            _ = try await fixture.companies.database.transaction(in: fixture.companies.harbor.id) {
                try await $0.execute("DELETE FROM forecast_states")
            }
            try await fixture.forecast(after: 60)
            let beside = try await fixture.current(ours.product)
            #expect(beside.map(\.points) == alone.map(\.points) && beside.map(\.interval95) == alone.map(\.interval95))
            #expect(beside.map(\.id) != alone.map(\.id))
        }
    }

    @Test func an_unchanged_series_is_not_forecast_again_and_a_changed_one_is() async throws {
        try await ForecastFixture.with { fixture in
            let planted = try await fixture.plant(ForecastFixture.wave(20))
            let other = try await fixture.plant(ForecastFixture.wave(20, around: 2_000))
            #expect(try await fixture.forecast().forecast == 2)
            let again = try await fixture.forecast(after: 60)
            #expect(again.forecast == 0 && again.unchanged == 6)
            try await fixture.observe(planted, from: 20, prices: [990])
            let third = try await fixture.forecast(after: 120)
            #expect(third.forecast == 1)
            let now = try await fixture.current(planted.product)
            #expect(now.first?.origin == fixture.day(20) && now.first?.madeAt == fixture.companies.now + 120)
            #expect(try await fixture.current(other.product).first?.madeAt == fixture.companies.now)
            // Both stay on record.
            #expect(try await fixture.count("forecasts") == 3)
        }
    }

    @Test func what_is_published_is_never_changed() async throws {
        try await ForecastFixture.with { fixture in
            _ = try await fixture.plant(ForecastFixture.wave(20))
            try await fixture.forecast()
            for sql: SQL in [
                "UPDATE forecasts SET model = 'x'", "UPDATE forecast_settlements SET predicted = 0",
                "UPDATE forecast_settlements SET due_on = now()",
            ] {
                await #expect(throws: DatabaseError.self) {
                    try await fixture.companies.database.transaction(in: fixture.companies.harbor.id) {
                        _ = try await $0.execute(sql)
                    }
                }
            }
        }
    }

    @Test func too_few_observations_are_refused_with_their_reason() async throws {
        try await ForecastFixture.with { fixture in
            let planted = try await fixture.plant([900, 950], scores: [50, 51, 52])
            let outcome = try await fixture.forecast()
            #expect(outcome.forecast == 1 && outcome.refused == 2)
            let states = try await fixture.companies.database.read(
                in: fixture.companies.harbor.id, ForecastState.of(product: planted.product))
            let refusals = Dictionary(uniqueKeysWithValues: states.map { ($0.measure, $0.refusal) })
            #expect(refusals == [.score: nil, .price: .tooFew, .demand: .nothing])
            #expect(states.first { $0.measure == .price }?.observations == 2)
            let score = try #require(try await fixture.current(planted.product).first)
            #expect(score.model == ProductForecaster.levelModel && score.observations == 3)
            // A third list, and it is forecast.
            try await fixture.observe(planted, from: 2, prices: [940])
            try await fixture.forecast(after: 60)
            #expect(try await fixture.current(planted.product).map(\.measure) == [.score, .price])
        }
    }

    @Test func another_currency_is_another_price() async throws {
        try await ForecastFixture.with { fixture in
            let planted = try await fixture.plant(ForecastFixture.wave(12), currency: "USD")
            try await fixture.forecast()
            let dollars = try #require(try await fixture.current(planted.product).first)
            try await fixture.observe(planted, from: 12, prices: [90_000, 91_000], currency: "JPY")
            try await fixture.forecast(after: 60)
            // Two prices in yen are too few, and what was said in dollars is not settled in yen.
            #expect(dollars.price?.currency == "USD")
            #expect(try await fixture.current(planted.product).isEmpty)
            #expect(try await fixture.settled(planted.product).isEmpty)
            try await fixture.observe(planted, from: 14, prices: [90_500, 90_700], currency: "JPY")
            try await fixture.forecast(after: 120)
            let yen = try #require(try await fixture.current(planted.product).first)
            #expect(yen.price?.currency == "JPY" && yen.observations == 4 && yen.points.allSatisfy { $0 > 80_000 })
            #expect(try await fixture.settled(planted.product).isEmpty)
        }
    }

    @Test func a_small_budget_takes_the_highest_scores_first_and_the_rest_later() async throws {
        try await ForecastFixture.with { fixture in
            var planted: [ForecastFixture.Planted] = []
            for place in 0..<4 {
                planted.append(try await fixture.plant(ForecastFixture.wave(12), score: Double(place)))
            }
            let top = try await fixture.forecast(.init(top: 2))
            #expect(top.products == 2 && top.forecast == 2)
            #expect(try await fixture.current(planted[3].product).count == 1)
            #expect(try await fixture.current(planted[0].product).isEmpty)
            #expect(try await fixture.forecast(.init(budget: 0), after: 60).left == 4)
            let all = try await fixture.forecast(after: 120)
            #expect(all.forecast == 2)
            #expect(try await fixture.current(planted[0].product).count == 1)
        }
    }

    @Test func a_company_without_products_is_done_at_once() async throws {
        try await ForecastFixture.with { fixture in
            let outcome = try await fixture.forecast()
            #expect(outcome == ProductForecastRun.Outcome())
        }
    }
}
