import Catalog
import Companies
import Foundation
import Postgres
import Scoring
import TestSupport
import Testing

@Suite struct TrendQueryTests {
    /// Many scored products, with ties and gaps, in both companies.
    private func seed(_ fixture: TwoCompanies, count: Int) async throws {
        for company in [fixture.harbor, fixture.kestrel] {
            _ = try await fixture.database.transaction(in: company.id) { transaction in
                try await transaction.execute(
                    """
                    INSERT INTO products (company_id, product_id, name, folded_name, created_at)
                    SELECT \(company.id), gen_random_uuid(), 'P' || n, 'p' || n, \(fixture.now)
                    FROM generate_series(1, \(count)) AS n
                    """)
                try await transaction.execute(
                    """
                    INSERT INTO trend_scores (company_id, product_company_id, product_id, profile, as_of, score, tier,
                        momentum, completeness, component_values, component_weights, applied_weights, component_reasons,
                        product_name, sort_name, category, sources, source_slugs, best_price_minor, best_currency,
                        best_price_kind, first_seen, last_seen)
                    SELECT company_id, company_id, product_id, 'abv-v1', date '2026-01-01',
                        CASE WHEN n % 7 = 0 THEN NULL ELSE (n % 5) * 10 END, 'stable', n % 3, 0.6, '{}', '{}', '{}', '{}',
                        name, folded_name, CASE n % 2 WHEN 0 THEN 'wine.red' ELSE 'spirits.gin' END, 1 + n % 4,
                        CASE n % 4 WHEN 0 THEN '{a}'::text[] ELSE '{a,b}'::text[] END,
                        CASE WHEN n % 6 = 0 THEN NULL ELSE (n % 9) * 100 END,
                        CASE WHEN n % 6 = 0 THEN NULL WHEN n % 2 = 0 THEN 'EUR' ELSE 'USD' END,
                        'retail', date '2026-01-01', date '2026-01-01'
                    FROM (SELECT *, substr(name, 2)::bigint AS n FROM products WHERE company_id = \(company.id)) AS p
                    """)
                try await TrendCountQueries.refresh(in: transaction)
            }
        }
    }

    @Test(arguments: [TrendFilter.Sort.score, .momentum, .name, .price, .sources], [true, false])
    func every_row_comes_once_forwards_and_backwards(sort: TrendFilter.Sort, isDescending: Bool) async throws {
        try await TwoCompanies.with { fixture in
            try await seed(fixture, count: 95)
            var filter = TrendFilter(sort: sort, isDescending: isDescending, limit: 10)
            var pages: [[UUID]] = []
            while true {
                let rows = try await fixture.database.read(in: fixture.harbor.id, TrendQueries.page(filter))
                pages.append(rows.prefix(10).map(\.product))
                guard rows.count > 10, let last = rows.prefix(10).last else { break }
                let place = last.place(in: sort, isBefore: false, position: 1)
                filter.place = TrendPlace(text: place.text)
                #expect(filter.place == place)
                guard pages.count < 20 else { break }
            }
            #expect(pages.count == 10)
            #expect(Set(pages.joined()).count == 95 && pages.joined().count == 95)
            // Back from the second page to the first.
            let all = try await fixture.database.read(
                in: fixture.harbor.id, TrendQueries.page(TrendFilter(sort: sort, isDescending: isDescending, limit: 90))
            )
            filter.place = all[10].place(in: sort, isBefore: true, position: 11)
            let back = try await fixture.database.read(in: fixture.harbor.id, TrendQueries.page(filter))
            #expect(back.prefix(10).reversed().map(\.product) == pages[0])
        }
    }

    @Test func skipping_by_number_gives_the_same_rows_as_paging_by_key() async throws {
        try await TwoCompanies.with { fixture in
            try await seed(fixture, count: 40)
            let (all, part) = try await fixture.database.read(
                in: fixture.harbor.id, TrendQueries.page(TrendFilter(limit: 40)),
                TrendQueries.page(TrendFilter(limit: 10, offset: 25)))
            #expect(part.map(\.product) == Array(all.map(\.product)[25..<36]))
        }
    }

    @Test func filters_narrow_and_count() async throws {
        try await TwoCompanies.with { fixture in
            try await seed(fixture, count: 60)
            for filter in [
                TrendFilter(category: "wine"), TrendFilter(category: "spirits.gin"), TrendFilter(tier: .stable),
                TrendFilter(source: "b"), TrendFilter(minimumSources: 3), TrendFilter(category: "beer"),
                TrendFilter(tier: .viral), TrendFilter(source: "nobody"),
                TrendFilter(category: "wine", tier: .stable, source: "b", minimumSources: 2),
            ] {
                var filter = filter
                filter.limit = 200
                let (rows, counts) = try await fixture.database.read(
                    in: fixture.harbor.id, TrendQueries.page(filter), TrendQueries.count(filter))
                #expect(counts.first?.value == rows.count)
            }
            let wine = try await fixture.database.read(
                in: fixture.harbor.id, TrendQueries.count(TrendFilter(category: "wine")))
            #expect(wine.first?.value == 30)
        }
    }

    /// A page in the middle of a list is found by index, not by reading all rows before it.
    @Test(arguments: [TrendFilter.Sort.score, .momentum, .name, .price, .sources])
    func a_place_is_found_by_index(sort: TrendFilter.Sort) async throws {
        try await TwoCompanies.with { fixture in
            try await seed(fixture, count: 60)
            let rows = try await fixture.database.read(
                in: fixture.harbor.id, TrendQueries.page(TrendFilter(sort: sort, limit: 50)))
            var filter = TrendFilter(sort: sort, limit: 10)
            filter.place = rows[40].place(in: sort, isBefore: false, position: 42)
            let query = TrendQueries.page(filter)
            let app = try await fixture.test.app()
            let plan = try await app.fetch(
                scope: [try await fixture.test.scope(of: fixture.harbor.id)],
                Query<Single<String>>("EXPLAIN \(query.sql)")
            ).map(\.value)
            #expect(plan.contains { $0.contains("Index Cond") && $0.contains("ROW(") }, "\(plan)")
        }
    }

    @Test func an_edited_place_never_leads_to_another_company() async throws {
        try await TwoCompanies.with { fixture in
            try await seed(fixture, count: 20)
            let theirs = try await fixture.database.read(in: fixture.kestrel.id, TrendQueries.page(TrendFilter()))
            let place = try #require(theirs.first).place(in: .score, isBefore: false, position: 1)
            let rows = try await fixture.database.read(
                in: fixture.harbor.id, TrendQueries.page(TrendFilter(place: place)))
            #expect(Set(rows.map(\.product)).isDisjoint(with: theirs.map(\.product)))
        }
    }

    @Test(arguments: ["", "x", "AAAA", "bm90IGEgcGxhY2U", String(repeating: "A", count: 4_000)])
    func text_that_is_no_place_is_refused(text: String) {
        #expect(TrendPlace(text: text) == nil)
    }

    /// Sorting uses an index and reads only its page, as the runtime role (G-PG-06).
    @Test(arguments: [TrendFilter.Sort.score, .momentum, .name, .price, .sources])
    func sorting_reads_an_index_not_the_table(sort: TrendFilter.Sort) async throws {
        try await TwoCompanies.with { fixture in
            try await seed(fixture, count: 3_000)
            let owner = try await fixture.test.owner()
            try await owner.runScript("ANALYZE trend_scores")
            let query = TrendQueries.page(TrendFilter(sort: sort, limit: 50))
            let app = try await fixture.test.app()
            let plan = try await app.fetch(
                scope: [try await fixture.test.scope(of: fixture.harbor.id)],
                Query<Single<String>>("EXPLAIN \(query.sql)")
            ).map(\.value).joined(separator: "\n")
            #expect(plan.contains("Index Scan") && !plan.contains("Sort"), "\(plan)")
        }
    }
}
