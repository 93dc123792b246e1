import Catalog
import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Forecasting

/// Models that lose are taken out of use, and come back.
@Suite struct DemotionRunTests {
    /// Settled forecasts by a model that were wrong by so much, and the naive forecast by so much.
    private func settle(
        _ count: Int, model: String = "ets", wrongBy error: Double, naiveBy naive: Double, at moment: Date,
        _ fixture: ForecastFixture, _ planted: ForecastFixture.Planted, in company: Company? = nil
    ) async throws {
        let company = company ?? fixture.companies.harbor
        try await fixture.companies.database.transaction(in: company.id) { transaction in
            for place in 0..<count {
                let id = UUID()
                // Not all alike, so that there is a spread.
                let actual = 100.0
                let said = actual + error * (place % 2 == 0 ? 1.1 : 0.9)
                try await transaction.execute(
                    """
                    INSERT INTO forecasts (company_id, forecast_id, product_company_id, product_id, measure, kind, step, origin, made_at,
                        model, last_value, points, low80, high80, low95, high95, backtest_origins, observations, reasons, digest, category)
                    VALUES (\(company.id), \(id), \(company.id), \(planted.product), 'score', 'live', 'week', \(fixture.day(place)),
                        \(moment), \(model), 1, '{1}', '{1}', '{1}', '{1}', '{1}', 0, 3, '[]', sha256('x'), 'spirits.gin')
                    """)
                try await transaction.execute(
                    """
                    INSERT INTO forecast_settlements (company_id, forecast_id, view_days, due_on, predicted, low80, high80, low95, high95,
                        origin_value, actual, settled_at, direction_predicted, direction_actual)
                    VALUES (\(company.id), \(id), 7, \(fixture.day(place + 1)), \(said), 0, 0, 0, 0, \(actual + naive), \(actual),
                        \(moment), 0, 0)
                    """)
            }
        }
    }

    private func run(_ fixture: ForecastFixture, at moment: Date) async throws -> [BarredModel] {
        try await fixture.companies.database.transaction(in: fixture.companies.harbor.id) {
            try await DemotionRun(makeID: { UUID() }).run(in: $0, at: moment)
        }
    }

    private let everywhere = BarredModel(measure: .score, category: nil, model: "ets")
    private let here = BarredModel(measure: .score, category: "spirits.gin", model: "ets")

    @Test func a_model_that_loses_is_demoted_and_recovers() async throws {
        try await ForecastFixture.with { fixture in
            let now = fixture.companies.now
            let planted = try await fixture.plant([900], scores: [50])
            try await settle(29, wrongBy: 10, naiveBy: 2, at: now, fixture, planted)
            #expect(try await run(fixture, at: now).isEmpty, "too few")
            try await settle(1, wrongBy: 10, naiveBy: 2, at: now, fixture, planted)
            #expect(try await run(fixture, at: now) == [everywhere, here])
            #expect(try await run(fixture, at: now + 60) == [everywhere, here])
            let demotions = try await fixture.companies.database.read(
                in: fixture.companies.harbor.id, ActiveDemotion.all)
            #expect(demotions.count == 2 && demotions.allSatisfy { $0.settled == 30 && $0.behindAtLeast > 0.5 })
            #expect(demotions.allSatisfy { $0.until == now + 90 * 86_400 })
            let unseen = try await fixture.companies.database.read(
                in: fixture.companies.kestrel.id, ActiveDemotion.all)
            #expect(unseen.isEmpty)
            // What it had said before settles, and it was right after all.
            try await settle(60, wrongBy: 1, naiveBy: 20, at: now, fixture, planted)
            #expect(try await run(fixture, at: now + 120).isEmpty)
            #expect(try await fixture.count("forecast_demotions", "lifted_because = 'recovered'") == 2)
        }
    }

    @Test func after_a_while_it_may_show_what_it_can_and_only_that_counts() async throws {
        try await ForecastFixture.with { fixture in
            let now = fixture.companies.now
            let planted = try await fixture.plant([900], scores: [50])
            try await settle(40, wrongBy: 10, naiveBy: 2, at: now, fixture, planted)
            #expect(try await run(fixture, at: now).count == 2)
            let later = now + 90 * 86_400
            #expect(try await run(fixture, at: later).isEmpty)
            #expect(try await fixture.count("forecast_demotions", "lifted_because = 'time'") == 2)
            #expect(try await run(fixture, at: later + 60).isEmpty, "what it did before does not count twice")
            try await settle(40, wrongBy: 10, naiveBy: 2, at: later + 120, fixture, planted)
            #expect(try await run(fixture, at: later + 180).count == 2)
        }
    }

    @Test func another_companys_record_demotes_nothing_here() async throws {
        try await ForecastFixture.with { fixture in
            let kestrel = fixture.companies.kestrel
            let theirs = try await fixture.plant([900], scores: [50], in: kestrel)
            try await settle(
                40, wrongBy: 10, naiveBy: 2, at: fixture.companies.now, fixture, theirs, in: kestrel)
            #expect(try await run(fixture, at: fixture.companies.now).isEmpty)
        }
    }

    @Test func the_level_cannot_lose_its_place() async throws {
        try await ForecastFixture.with { fixture in
            let planted = try await fixture.plant([900], scores: [50])
            try await settle(
                40, model: ProductForecaster.levelModel, wrongBy: 10, naiveBy: 2, at: fixture.companies.now, fixture,
                planted)
            #expect(try await run(fixture, at: fixture.companies.now).isEmpty)
        }
    }
}
