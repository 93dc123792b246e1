import Catalog
import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Forecasting

/// What was forecast is settled once, when the truth has arrived.
@Suite struct SettlingRunTests {
    @Test func a_view_is_settled_when_its_day_was_observed_and_stays_so() async throws {
        try await ForecastFixture.with { fixture in
            let planted = try await fixture.plant(ForecastFixture.wave(12))
            try await fixture.forecast()
            #expect(try await fixture.count("forecast_settlements", "settled_at IS NOT NULL") == 0)
            try await fixture.observe(planted, from: 12, prices: [1_111])
            let outcome = try await fixture.forecast(after: 86_400)
            #expect(outcome.settled == 1)
            let settled = try await fixture.settled(planted.product)
            #expect(settled.map(\.view) == [7] && settled.first?.actual == 1_111)
            #expect(settled.first?.due == fixture.day(12) && settled.first?.origin == fixture.day(11))
            // A correction of the list changes nothing of it.
            try await fixture.companies.database.transaction(in: fixture.companies.harbor.id) {
                _ = try await $0.execute("UPDATE price_history SET price_minor = 5 WHERE price_minor = 1111")
            }
            #expect(try await fixture.forecast(after: 90_000).settled == 0)
            #expect(try await fixture.settled(planted.product).first?.actual == 1_111)
            await #expect(throws: DatabaseError.self) {
                try await fixture.companies.database.transaction(in: fixture.companies.harbor.id) {
                    _ = try await $0.execute("UPDATE forecast_settlements SET actual = 1 WHERE settled_at IS NOT NULL")
                }
            }
        }
    }

    @Test func a_backcast_of_years_ago_is_settled_though_nobody_would_have_waited_so_long() async throws {
        try await ForecastFixture.with { fixture in
            let planted = try await fixture.plant(ForecastFixture.wave(90))
            let outcome = try await fixture.forecast(.init(asOf: fixture.day(12)))
            #expect(fixture.day(89).daysSince2000 - fixture.day(25).daysSince2000 > 400)
            #expect(outcome.settled == 3)
            #expect(try await fixture.settled(planted.product).map(\.view).sorted() == [7, 30, 90])
        }
    }

    @Test func a_score_made_otherwise_settles_nothing_and_begins_a_series() async throws {
        try await ForecastFixture.with { fixture in
            let scores = (0..<12).map { 50 + Double($0 % 5) }
            let same = try await fixture.plant([], scores: scores)
            let weighed = try await fixture.plant([], scores: scores)
            let measured = try await fixture.plant([], scores: scores)
            try await fixture.forecast()
            for planted in [same, weighed, measured] { try await fixture.observe(planted, from: 12, scores: [20, 21]) }
            try await fixture.companies.database.transaction(in: fixture.companies.harbor.id) { transaction in
                _ = try await transaction.execute(all: [
                    """
                    UPDATE trend_scores_history SET profile = 'q'
                    WHERE product_id = \(weighed.product) AND as_of > \(fixture.day(11))
                    """,
                    """
                    UPDATE trend_scores_history SET media = 0
                    WHERE product_id = \(measured.product) AND as_of > \(fixture.day(11))
                    """,
                ])
            }
            #expect(try await fixture.forecast(after: 86_400).settled == 1)
            #expect(try await fixture.settled(same.product).map(\.actual) == [20])
            for planted in [weighed, measured] {
                #expect(try await fixture.settled(planted.product).isEmpty)
                #expect(
                    try await fixture.count(
                        "forecast_states", "product_id = '\(planted.product)' AND refusal = 'too_few'")
                        == 1)
            }
        }
    }

    @Test func a_gap_stays_open_and_a_late_truth_settles_it() async throws {
        try await ForecastFixture.with { fixture in
            let planted = try await fixture.plant(ForecastFixture.wave(12))
            try await fixture.forecast()
            // There was a list in the week asked for, and it was not on it; a week later it is back.
            try await fixture.companies.database.transaction(in: fixture.companies.harbor.id) {
                try await fixture.list(of: planted.source, on: fixture.day(12), $0)
            }
            try await fixture.observe(planted, from: 13, prices: [1_050])
            #expect(try await fixture.forecast(after: 100).settled == 0)
            // The list of the week comes in late.
            try await fixture.observe(planted, from: 12, prices: [1_020])
            #expect(try await fixture.forecast(after: 200).settled == 1)
            #expect(try await fixture.settled(planted.product).first?.actual == 1_020)
        }
    }

    @Test func a_price_holds_between_two_lists() async throws {
        try await ForecastFixture.with { fixture in
            let planted = try await fixture.plant(ForecastFixture.wave(12))
            try await fixture.forecast()
            // No list at all in weeks 12 to 15: what it cost in week 11 held until the next.
            try await fixture.observe(planted, from: 16, prices: [1_500])
            #expect(try await fixture.forecast(after: 100).settled == 2)
            let settled = try await fixture.settled(planted.product)
            let last = try #require(ForecastFixture.wave(12).last ?? nil)
            #expect(settled.map(\.actual) == [Double(last), Double(last)])
        }
    }

    @Test func backcasts_know_only_what_was_known_and_are_shown_apart() async throws {
        try await ForecastFixture.with { fixture in
            let rising = (0..<30).map { Optional(1_000 + ($0 < 16 ? 0 : 500)) }
            let planted = try await fixture.plant(rising, stock: (0..<30).map { 400 - $0 * 4 })
            let outcome = try await fixture.forecast(.init(asOf: fixture.day(15)))
            #expect(outcome.forecast == 2 && outcome.settled == 6)
            // Nothing of the rise was known.
            let settled = try await fixture.settled(planted.product).filter { $0.measure == .price }
            #expect(
                settled.allSatisfy { $0.kind == .backcast && $0.origin == fixture.day(15) && $0.predicted == 1_000 })
            #expect(settled.allSatisfy { $0.actual == 1_500 })
            #expect(try await fixture.current(planted.product).isEmpty, "a backcast is no forecast of today")
            // Once is enough.
            #expect(try await fixture.forecast(.init(asOf: fixture.day(15)), after: 60).forecast == 0)
            let lines = try await fixture.companies.database.read(in: fixture.companies.harbor.id, TrackRecordLine.all)
            #expect(Set(lines.map(\.key.kind)) == [.backcast])
            let price = try #require(
                lines.first {
                    $0.key.measure == .price && $0.key.view == 30 && $0.key.model == nil && $0.key.category == nil
                })
            #expect(price.settled == 1 && price.pending == 0 && price.direction == nil && price.baseRate == nil)
            #expect(abs((price.wape ?? 0) - 100.0 / 3) < 0.001 && price.naiveWape == price.wape)
            #expect(abs((price.bias ?? 0) + 100.0 / 3) < 0.001)
            let unseen = try await fixture.companies.database.read(
                in: fixture.companies.kestrel.id, TrackRecordLine.all)
            #expect(unseen.isEmpty)
        }
    }

    /// A live forecast like the backcast there is, that called a direction.
    private func call(_ direction: Int, _ fixture: ForecastFixture) async throws -> TrackRecordLine? {
        let (id, model, harbor) = (UUID(), "called \(direction)", fixture.companies.harbor.id)
        try await fixture.companies.database.transaction(in: harbor) { transaction in
            _ = try await transaction.execute(all: [
                """
                INSERT INTO forecasts SELECT (jsonb_populate_record(f,
                    jsonb_build_object('forecast_id', \(id)::uuid, 'kind', 'live', 'model', \(model)::text))).*
                FROM forecasts f WHERE f.measure = 'price' AND f.kind = 'backcast'
                """,
                """
                INSERT INTO forecast_settlements SELECT (jsonb_populate_record(s,
                    jsonb_build_object('forecast_id', \(id)::uuid, 'direction_predicted', \(direction)::bigint))).*
                FROM forecast_settlements s JOIN forecasts f USING (company_id, forecast_id)
                WHERE f.measure = 'price' AND f.kind = 'backcast' AND s.view_days = 30
                """,
            ])
        }
        let lines = try await fixture.companies.database.read(in: harbor, TrackRecordLine.all)
        return lines.first { $0.key.kind == .live && $0.key.model == model }
    }

    @Test func a_direction_that_was_called_counts() async throws {
        try await ForecastFixture.with { fixture in
            _ = try await fixture.plant((0..<30).map { Optional(1_000 + ($0 < 16 ? 0 : 500)) })
            _ = try await fixture.forecast(.init(asOf: fixture.day(15)))
            let right = try #require(try await call(1, fixture))
            #expect(right.direction == Share(1, of: 1) && right.baseRate == 1)
            let wrong = try #require(try await call(-1, fixture))
            #expect(wrong.direction == Share(0, of: 1) && wrong.baseRate == 1)
        }
    }
}
