import Catalog
import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Scoring

@Suite struct MediaEvidenceTests {
    /// A product with a mention found in an article of the company.
    private func seed(_ fixture: TwoCompanies, _ company: CompanyID) async throws -> (ProductKey, source: UUID) {
        let (product, source, search, article) = (UUID(), UUID(), UUID(), UUID())
        try await fixture.database.transaction(in: company) { transaction in
            _ = try await transaction.execute(all: [
                """
                INSERT INTO sources (company_id, source_id, slug, title, created_at)
                VALUES (\(company), \(source), 'medium', 'Medium', \(fixture.now)),
                    (\(company), \(search), 'search', 'Search', \(fixture.now))
                """,
                """
                INSERT INTO products (company_id, product_id, name, folded_name, created_at)
                VALUES (\(company), \(product), 'Thing', 'thing', \(fixture.now))
                """,
                """
                INSERT INTO articles (company_id, article_id, source_id, external_id, url, title, first_seen_at, run_id, line)
                VALUES (\(company), \(article), \(source), '1', 'https://m.example', 'Thing', \(fixture.now), \(UUID()), 1)
                """,
                """
                INSERT INTO media_mentions (company_id, product_company_id, product_id, kind, item_company_id, item_id,
                    source_id, published_on, is_brand_only, prominence, sentiment, snippet, run_id, line, found_at)
                VALUES (\(company), \(company), \(product), 'article', \(company), \(article), \(source),
                    date '2025-11-10', false, 0.5, 0.25, 'Thing', \(UUID()), 1, \(fixture.now))
                """,
                """
                INSERT INTO search_links (company_id, product_company_id, product_id, source_company_id, source_id, market,
                    subject, why, linked_at)
                VALUES (\(company), \(company), \(product), \(company), \(search), 'US', 'thing', 'product', \(fixture.now))
                """,
                """
                INSERT INTO series_points (company_id, source_id, measure, market, subject, scale, starts_at, ends_at, value,
                    is_partial, first_seen_at, run_id, line)
                SELECT \(company), \(search), 'search_interest', 'US', 'thing', scale,
                    timestamptz '2025-11-16 00:00Z' - w * interval '7 days',
                    timestamptz '2025-11-23 00:00Z' - w * interval '7 days', 50 - w, false, \(fixture.now), \(UUID()), w
                FROM generate_series(0, 9) AS w, unnest(ARRAY['a', 'b']) AS scale
                """,
                """
                INSERT INTO scrape_runs (company_id, run_id, source_id, book, file_name, file_hash, mapping_hash, state,
                    rows_read, rows_good, rows_rejected, items, started_at, finished_at)
                VALUES (\(company), \(UUID()), \(source), 'articles', 'f', \(Blob([1])), \(Blob([])), 'applied', 1, 1, 0, 1,
                        timestamptz '2025-11-12 10:00Z', \(fixture.now)),
                    (\(company), \(UUID()), \(search), 'series us', 'f', \(Blob([2])), \(Blob([])), 'applied', 1, 1, 0, 1,
                        timestamptz '2025-11-13 10:00Z', \(fixture.now)),
                    (\(company), \(UUID()), \(source), 'articles', 'f', \(Blob([3])), \(Blob([])), 'failed', 1, 1, 0, 1,
                        timestamptz '2025-11-14 10:00Z', \(fixture.now))
                """,
            ])
        }
        return (ProductKey(owner: company, product: product), source)
    }

    @Test func mentions_and_series_come_by_product_for_scores() async throws {
        try await TwoCompanies.with { fixture in
            let (key, _) = try await seed(fixture, fixture.harbor.id)
            let asOf = try #require(CalendarDay(iso: "2025-11-22"))
            let (sources, evidence) = try await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                let queries = MediaEvidenceQueries(transaction: transaction)
                let sources = try await queries.sources(since: asOf.adding(days: -400), asOf: asOf)
                return (
                    sources,
                    try await queries.evidence(
                        of: [key], since: asOf.adding(days: -400), asOf: asOf, sources: sources)
                )
            }
            #expect(sources.map(\.readsSearches).sorted { !$0 && $1 } == [false, true])
            let media = sources.filter { !$0.readsSearches }
            #expect(media.first?.days.map(\.description) == ["2025-11-12"], "a run that failed read nothing")
            let day = try #require(CalendarDay(iso: "2025-11-10"))
            #expect(
                evidence.mentions[key]
                    == [MentionEvidence(day: day, source: 0, kind: .article, prominence: 0.5, sentiment: 0.25)])
            let searches = try #require(evidence.searches[key])
            #expect(searches.count == 2 && Set(searches.map(\.subject)).count == 1, "one for each scale")
            #expect(searches[0].points.count == 10 && searches[0].isProduct)
            #expect(searches[0].points.last?.last == asOf && searches[0].points.last?.value == 50)

            let context = ScoreContext(
                sources: [], media: media.map { SourceCalendar(listDays: $0.days) }, readsSearches: true)
            let score = TrendScorer(context: context).score(
                ProductEvidence(listings: [], mentions: evidence.mentions[key] ?? [], searches: searches), asOf: asOf)
            #expect(score[.media]?.result.value ?? 0 > 0 && score[.search]?.result.value ?? 0 > 50)
            #expect(abs(score.completeness - 0.4) < 1e-9)
        }
    }

    @Test func a_day_before_sees_only_what_was_there() async throws {
        try await TwoCompanies.with { fixture in
            let (key, _) = try await seed(fixture, fixture.harbor.id)
            let asOf = try #require(CalendarDay(iso: "2025-11-09"))
            let evidence = try await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                try await MediaEvidenceQueries(transaction: transaction).evidence(
                    of: [key], since: asOf.adding(days: -400), asOf: asOf, sources: [])
            }
            #expect(evidence.mentions.isEmpty)
            #expect(evidence.searches[key]?.first?.points.count == 8)
        }
    }

    @Test func another_company_gets_nothing() async throws {
        try await TwoCompanies.with { fixture in
            let (key, _) = try await seed(fixture, fixture.harbor.id)
            let asOf = try #require(CalendarDay(iso: "2025-11-22"))
            let (sources, evidence) = try await fixture.database.transaction(in: fixture.kestrel.id) { transaction in
                let queries = MediaEvidenceQueries(transaction: transaction)
                let sources = try await queries.sources(since: asOf.adding(days: -400), asOf: asOf)
                return (
                    sources,
                    try await queries.evidence(
                        of: [key], since: asOf.adding(days: -400), asOf: asOf, sources: sources)
                )
            }
            #expect(sources.isEmpty && evidence.mentions.isEmpty && evidence.searches.isEmpty)
        }
    }

    /// A seller's listing of the product, so that it is scored.
    private func sell(
        _ key: ProductKey, _ fixture: TwoCompanies, since first: String = "2025-11-22"
    ) async throws {
        let (company, shop, day) = (key.owner, UUID(), try #require(CalendarDay(iso: "2025-11-22")))
        let firstDay = try #require(CalendarDay(iso: first))
        try await fixture.database.transaction(in: company) { transaction in
            _ = try await transaction.execute(all: [
                """
                INSERT INTO sources (company_id, source_id, slug, title, created_at)
                VALUES (\(company), \(shop), 'shop', 'Shop', \(fixture.now))
                """,
                """
                INSERT INTO listings (company_id, listing_id, source_id, item_key, name, price_kind, price_minor, currency,
                    first_seen, last_seen, run_id, line, product_company_id, product_id)
                VALUES (\(company), \(UUID()), \(shop), '1', 'Thing', 'retail', 100, 'EUR', \(firstDay), \(day), \(UUID()), 1,
                    \(company), \(key.product))
                """,
                """
                INSERT INTO scrape_runs (company_id, run_id, source_id, book, file_name, file_hash, mapping_hash, listed_on,
                    state, rows_read, rows_good, rows_rejected, items, started_at, finished_at, tick)
                SELECT \(company), gen_random_uuid(), \(shop), 'b', 'f', sha256(day::date::text::bytea), \(Blob([])), day::date,
                    'applied', 1, 1, 0, 1, \(fixture.now), \(fixture.now), 0
                FROM generate_series(\(firstDay)::timestamp, \(day)::timestamp, interval '7 days') AS day
                """,
            ])
        }
    }

    @Test func a_score_is_made_again_after_its_articles_and_searches_are_gone() async throws {
        try await TwoCompanies.with { fixture in
            let (key, _) = try await seed(fixture, fixture.harbor.id)
            try await sell(key, fixture)
            _ = try await ScoringRun(database: fixture.database, company: fixture.harbor.id).run(at: fixture.now)
            let details = try await fixture.database.read(in: fixture.harbor.id, ScoreDetail.find(key.product))
            let detail = try #require(details.first)
            func value(_ component: ScoreComponent) -> Double? {
                detail.components.first { $0.component == component }?.value
            }
            #expect((value(.media) ?? 0) > 0 && (value(.search) ?? 0) > 50)
            // Only sellers can lack a product: the medium and the search are none.
            #expect(value(.retail) == 50)
            try await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                _ = try await transaction.execute(all: [
                    "DELETE FROM articles", "DELETE FROM search_links", "DELETE FROM series_points",
                    "DELETE FROM scrape_runs WHERE book <> 'b'",
                ])
            }
            func check() async throws -> ReceiptCheckReport {
                var random = SystemRandomNumberGenerator()
                return try await ReceiptCheck(database: fixture.database, company: fixture.harbor.id)
                    .run(sample: 20, using: &random)
            }
            let report = try await check()
            #expect(report.checked == 1 && report.same == 1, "\(report.different)")
            let owner = try await fixture.test.owner()
            try await owner.runScript(
                """
                ALTER TABLE score_receipts NO FORCE ROW LEVEL SECURITY;
                UPDATE score_receipts SET media = replace(media, '"sentiment":0.25', '"sentiment":0.26');
                """)
            let kept = try await fixture.database.read(
                in: fixture.harbor.id, Query<Single<String>>("SELECT media FROM score_receipts"))
            #expect(kept.first?.value.contains(#""sentiment":0.26"#) == true, "\(kept)")
            let tampered = try await check()
            #expect(tampered.different.count == 1)
        }
    }

    @Test func beginning_to_read_media_is_no_movement() async throws {
        try await TwoCompanies.with { fixture in
            let (key, _) = try await seed(fixture, fixture.harbor.id)
            try await sell(key, fixture, since: "2025-11-01")
            func score(on day: String) async throws -> (ScoreDetail?, previousTier: String?) {
                _ = try await ScoringRun(database: fixture.database, company: fixture.harbor.id)
                    .run(asOf: CalendarDay(iso: day), at: fixture.now)
                let (details, tiers) = try await fixture.database.read(
                    in: fixture.harbor.id, ScoreDetail.find(key.product),
                    Query<SingleOptional<String>>("SELECT previous_tier FROM trend_scores"))
                return (details.first, tiers.first?.value)
            }
            // The medium was read first between the two weeks.
            let (first, tierBefore) = try await score(on: "2025-11-15")
            #expect(first?.score != nil && first?.momentum == nil && tierBefore == nil)
            let (second, tierThen) = try await score(on: "2025-11-22")
            #expect(second?.momentum != nil && tierThen != nil)
        }
    }
}
