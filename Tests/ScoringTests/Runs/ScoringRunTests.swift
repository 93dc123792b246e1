import Catalog
import Companies
import Foundation
import Postgres
import Scoring
import TestSupport
import Testing

@Suite struct ScoringRunTests {
    /// One product with one listing, priced on weekly lists.
    func seed(
        _ fixture: TwoCompanies, company: Company, product: UUID, prices: [Int], shop: String = "shop",
        name: String = "Thing"
    ) async throws {
        let source = UUID()
        let listing = UUID()
        _ = try await fixture.database.transaction(in: company.id) { transaction in
            try await transaction.execute(
                """
                INSERT INTO sources (company_id, source_id, slug, title, created_at)
                VALUES (\(company.id), \(source), \(shop), 'Shop', \(fixture.now))
                """)
            try await transaction.execute(
                """
                INSERT INTO products (company_id, product_id, name, folded_name, volume_ml, created_at)
                VALUES (\(company.id), \(product), '\(unsafe: name) of \(unsafe: company.slug)', 'thing', 750, \(fixture.now))
                """)
            let first = try #require(CalendarDay(iso: "2026-06-01"))
            let last = first.adding(days: 7 * (prices.count - 1))
            try await transaction.execute(
                """
                INSERT INTO listings (company_id, listing_id, source_id, item_key, name, price_kind, price_minor, currency,
                    first_seen, last_seen, run_id, line, product_company_id, product_id, stock_units)
                VALUES (\(company.id), \(listing), \(source), '1', 'Thing', 'retail', \(prices.last), 'EUR', \(first),
                    \(last), \(UUID()), 1, \(company.id), \(product), 0)
                """)
            for (week, price) in prices.enumerated() {
                let day = first.adding(days: 7 * week)
                try await transaction.execute(
                    """
                    INSERT INTO price_history (company_id, listing_id, observed_on, price_minor, currency, run_id, line,
                        tick)
                    VALUES (\(company.id), \(listing), \(day), \(price), 'EUR', \(UUID()), 1, 0)
                    """)
                try await transaction.execute(
                    """
                    INSERT INTO scrape_runs (company_id, run_id, source_id, book, file_name, file_hash, mapping_hash,
                        listed_on, state, rows_read, rows_good, rows_rejected, items, started_at, finished_at, tick)
                    VALUES (\(company.id), \(UUID()), \(source), 'b', 'f', \(Blob(Array("\(shop) \(week)".utf8))), \(Blob([])), \(day),
                        'applied', 1, 1, 0, 1, \(fixture.now), \(fixture.now), 0)
                    """)
            }
        }
    }

    @Test func a_product_gets_a_score_its_history_and_a_summary() async throws {
        try await TwoCompanies.with { fixture in
            let product = UUID()
            try await seed(
                fixture, company: fixture.harbor, product: product,
                prices: [1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 800])
            let outcome = try await ScoringRun(database: fixture.database, company: fixture.harbor.id)
                .run(at: fixture.now)
            #expect(outcome.products == 1 && outcome.scored == 1)
            #expect(outcome.asOf == CalendarDay(iso: "2026-07-13"))
            let (details, items, summaries, cuts) = try await fixture.database.read(
                in: fixture.harbor.id, ScoreDetail.find(product), TrendQueries.page(TrendFilter()),
                CompanySummary.current, ListingEvent.priceCuts(5))
            let detail = try #require(details.first)
            let score = try #require(detail.score)
            #expect((0...100).contains(score))
            #expect(detail.components.map(\.component) == ScoreComponent.allCases)
            #expect(detail.components.filter { $0.value == nil }.map(\.component).contains(.media))
            let applied = detail.components.map(\.appliedWeight).reduce(0, +)
            #expect(abs(applied - 1) < 0.000_001, "missing weights are shared out")
            #expect(items.map(\.product) == [product] && items.first?.weeklyScores.count == ScoringRun.weeks)
            #expect(summaries.first?.products == 1 && summaries.first?.outOfStock == 1)
            #expect(cuts.first?.price?.minorUnits == 800 && cuts.first?.before?.minorUnits == 1_000)
        }
    }

    @Test func the_other_company_sees_no_score_and_its_own_is_not_moved() async throws {
        try await TwoCompanies.with { fixture in
            let ours = UUID()
            let theirs = UUID()
            try await seed(fixture, company: fixture.harbor, product: ours, prices: [1_000, 900, 1_100, 500])
            try await seed(fixture, company: fixture.kestrel, product: theirs, prices: [1_000, 1_000, 1_000, 1_000])
            _ = try await ScoringRun(database: fixture.database, company: fixture.kestrel.id).run(at: fixture.now)
            let alone = try await fixture.database.read(in: fixture.kestrel.id, ScoreDetail.find(theirs))
            _ = try await ScoringRun(database: fixture.database, company: fixture.harbor.id).run(at: fixture.now)
            _ = try await ScoringRun(database: fixture.database, company: fixture.kestrel.id).run(at: fixture.now)
            let (beside, foreign, list) = try await fixture.database.read(
                in: fixture.kestrel.id, ScoreDetail.find(theirs), ScoreDetail.find(ours),
                TrendQueries.page(TrendFilter()))
            #expect(alone.first?.score == beside.first?.score)
            #expect(foreign.isEmpty && list.map(\.product) == [theirs])
        }
    }

    @Test func scoring_again_changes_nothing_but_the_version() async throws {
        try await TwoCompanies.with { fixture in
            try await seed(fixture, company: fixture.harbor, product: UUID(), prices: [1_000, 900, 1_100])
            let run = ScoringRun(database: fixture.database, company: fixture.harbor.id)
            _ = try await run.run(at: fixture.now)
            let rows: SQL = "SELECT string_agg(xmin::text, ' ') FROM trend_scores"
            let before = try await fixture.database.read(in: fixture.harbor.id, Query<Single<String>>(rows))
            _ = try await run.run(at: fixture.now)
            let (after, versions) = try await fixture.database.read(
                in: fixture.harbor.id, Query<Single<String>>(rows),
                Query<Single<Int>>("SELECT data_version FROM data_versions"))
            #expect(before.first?.value == after.first?.value)
            #expect(versions.map(\.value) == [2])
        }
    }

    @Test func a_company_without_data_has_an_empty_summary() async throws {
        try await TwoCompanies.with { fixture in
            let outcome = try await ScoringRun(database: fixture.database, company: fixture.harbor.id)
                .run(at: fixture.now)
            #expect(outcome.asOf == nil && outcome.products == 0)
            let summaries = try await fixture.database.read(in: fixture.harbor.id, CompanySummary.current)
            #expect(summaries.first?.products == 0)
        }
    }
}
