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

    private func words(_ list: PastTrends?) -> String {
        guard let list else { return "none" }
        let items = list.items.map {
            "\($0.product) \($0.name) \($0.score ?? -1) \($0.tier?.rawValue ?? "") \($0.momentum ?? -1) \($0.completeness)"
                + " \($0.retail ?? -1) \($0.price ?? -1) \($0.inventory ?? -1) \($0.sources) \($0.weeklyScores)"
        }
        return "\(list.asOf) \(list.origin) \(list.total) \(items)"
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
            try await seed(fixture, company: fixture.harbor, product: UUID(), prices: [1_000, 900, 1_000, 900, 800])
            _ = try await ScoringRun(database: fixture.database, company: fixture.harbor.id).run(at: fixture.now)
            for day in ["2026-06-20", "2026-07-01", "2027-01-01"] {
                let whole = try #require(try await list(fixture, fixture.harbor, on: day))
                for (filter, count) in [
                    (TrendFilter(source: "shop"), 1), (TrendFilter(source: "nobody"), 0),
                    (TrendFilter(minimumSources: 2), 0), (TrendFilter(category: "spirits"), 0),
                    (TrendFilter(tier: whole.items.first?.tier), 1), (TrendFilter(tier: .viral), 0),
                ] {
                    let list = try await list(fixture, fixture.harbor, on: day, filter)
                    #expect(list?.items.count == count && list?.total == count, "\(day) \(filter)")
                }
                let beyond = try await list(fixture, fixture.harbor, on: day, TrendFilter(offset: 5))
                #expect(beyond?.items.isEmpty == true && beyond?.total == 1)
                for sort in [TrendFilter.Sort.score, .momentum, .name, .price, .sources] {
                    let sorted = try await list(
                        fixture, fixture.harbor, on: day, TrendFilter(sort: sort, isDescending: false))
                    #expect(words(sorted) == words(whole))
                }
                #expect(try await list(fixture, fixture.kestrel, on: day) == nil)
            }
        }
    }
}
