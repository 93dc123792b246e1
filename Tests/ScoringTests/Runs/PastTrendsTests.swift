import Catalog
import Companies
import Foundation
import Postgres
import Scoring
import TestSupport
import Testing

/// The list of trends as of a past day.
extension ScoringRunTests {
    private func list(
        _ fixture: TwoCompanies, _ company: Company, on day: String, _ filter: TrendFilter = TrendFilter()
    ) async throws -> PastTrends? {
        let day = try #require(CalendarDay(iso: day))
        return try await fixture.database.transaction(in: company.id) { transaction in
            try await PastTrendQueries(transaction: transaction).list(filter, on: day)
        }
    }

    @Test func a_past_list_is_as_it_was_published_whatever_came_later() async throws {
        try await TwoCompanies.with { fixture in
            let product = UUID()
            try await seed(
                fixture, company: fixture.harbor, product: product,
                prices: [1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 800])
            let run = ScoringRun(database: fixture.database, company: fixture.harbor.id)
            _ = try await run.run(at: fixture.now)
            let newest = try await fixture.database.read(in: fixture.harbor.id, TrendQueries.page(TrendFilter()))
            let then = try #require(try await list(fixture, fixture.harbor, on: "2026-07-13"))
            #expect(then.origin == .published(at: fixture.now) && then.total == 1)
            let (item, now) = (try #require(then.items.first), try #require(newest.first))
            #expect(item.product == product && item.score == now.score && item.tier == now.tier)
            #expect(item.momentum == now.momentum && item.retail == now.retail && item.sources == now.sources)
            #expect("\(item.weeklyScores)" == "\(now.weeklyScores)" && item.bestPrice == nil)

            try await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                _ = try await transaction.execute(all: [
                    "UPDATE listings SET last_seen = last_seen + 7",
                    "UPDATE price_history SET price_minor = 1, tick = tick + 1 WHERE observed_on = date '2026-07-13'",
                    """
                    INSERT INTO scrape_runs (company_id, run_id, source_id, book, file_name, file_hash, mapping_hash,
                        listed_on, state, rows_read, rows_good, rows_rejected, items, started_at, finished_at, tick)
                    SELECT company_id, \(UUID()), source_id, book, file_name, \(Blob([99])), mapping_hash, listed_on + 7,
                        state, rows_read, rows_good, rows_rejected, items, started_at, finished_at, tick
                    FROM scrape_runs ORDER BY listed_on DESC LIMIT 1
                    """,
                ])
            }
            let outcome = try await run.run(at: fixture.now.addingTimeInterval(604_800))
            #expect(outcome.asOf == CalendarDay(iso: "2026-07-20"))
            let again = try await list(fixture, fixture.harbor, on: "2026-07-19")
            #expect(again?.asOf == CalendarDay(iso: "2026-07-13") && again?.items.first?.score == now.score)
            #expect(try await list(fixture, fixture.harbor, on: "2026-12-01")?.asOf == outcome.asOf)
        }
    }

    @Test func a_list_nobody_published_is_made_of_what_is_known_of_the_days_up_to_it() async throws {
        try await TwoCompanies.with { fixture in
            try await seed(
                fixture, company: fixture.harbor, product: UUID(), prices: [1_000, 900, 1_000, 900, 1_000, 700, 800])
            _ = try await ScoringRun(database: fixture.database, company: fixture.harbor.id).run(at: fixture.now)
            let list = try #require(try await list(fixture, fixture.harbor, on: "2026-07-10"))
            #expect(list.origin == .reconstructed && list.asOf == CalendarDay(iso: "2026-07-06"))
            let item = try #require(list.items.first)
            let points = try await fixture.database.read(
                in: fixture.harbor.id,
                Query<Single<Double>>("SELECT score FROM trend_scores_history WHERE as_of = date '2026-07-06'"))
            #expect(list.total == 1 && item.score == points.first?.value && item.tier != nil)
            #expect(item.completeness > 0 && item.completeness < 1 && item.sources == 1)
            #expect(item.weeklyScores.count == ScoringRun.weeks && item.weeklyScores.last == item.score)
            #expect(try await self.list(fixture, fixture.harbor, on: "2001-01-01") == nil)
        }
    }

    @Test func a_past_list_is_filtered_paged_and_sorted_and_the_other_company_sees_nothing() async throws {
        try await TwoCompanies.with { fixture in
            let (steady, wild) = (UUID(), UUID())
            try await seed(
                fixture, company: fixture.harbor, product: steady, prices: [1_000, 1_000, 1_000, 1_000, 1_000],
                name: "Alder")
            try await seed(
                fixture, company: fixture.harbor, product: wild, prices: [1_000, 500, 1_000, 500, 300], shop: "corner",
                name: "Beech")
            _ = try await ScoringRun(database: fixture.database, company: fixture.harbor.id).run(at: fixture.now)
            // Reconstructed, and as published.
            for day in ["2026-06-24", "2027-01-01"] {
                func products(_ filter: TrendFilter) async throws -> [UUID] {
                    let list = try #require(try await list(fixture, fixture.harbor, on: day, filter))
                    return list.items.map(\.product)
                }
                #expect(try await products(TrendFilter()) == [steady, wild], "\(day)")
                #expect(try await products(TrendFilter(isDescending: false)) == [wild, steady], "\(day)")
                #expect(try await products(TrendFilter(sort: .name)) == [wild, steady], "\(day)")
                #expect(try await products(TrendFilter(sort: .name, isDescending: false)) == [steady, wild])
                #expect(try await products(TrendFilter(sort: .price)) == [steady, wild])
                let rising = try await list(fixture, fixture.harbor, on: day, TrendFilter(sort: .momentum))
                let momenta = try #require(rising).items.map { $0.momentum ?? -1_000 }
                #expect(momenta == momenta.sorted(by: >) && Set(momenta).count == 2, "\(day)")
                #expect(try await products(TrendFilter(limit: 1, offset: 1)) == [wild])
                #expect(try await products(TrendFilter(source: "corner")) == [wild])
                let tier = try await list(fixture, fixture.harbor, on: day)?.items.first?.tier
                let others = try await list(fixture, fixture.harbor, on: day)?.items.last?.tier
                #expect(try await products(TrendFilter(tier: tier)).contains(steady))
                #expect(try await products(TrendFilter(tier: tier)).contains(wild) == (tier == others))
                for filter in [
                    TrendFilter(source: "nobody"), TrendFilter(minimumSources: 2), TrendFilter(category: "spirits"),
                    TrendFilter(tier: .viral),
                ] {
                    let none = try await list(fixture, fixture.harbor, on: day, filter)
                    #expect(none?.items.isEmpty == true && none?.total == 0, "\(day) \(filter)")
                }
                let beyond = try await list(fixture, fixture.harbor, on: day, TrendFilter(offset: 5))
                #expect(beyond?.items.isEmpty == true && beyond?.total == 2)
                #expect(try await list(fixture, fixture.kestrel, on: day) == nil)
            }
        }
    }
}
