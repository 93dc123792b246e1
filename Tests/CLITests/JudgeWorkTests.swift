import Companies
import Foundation
import Glibc
import Judging
import Postgres
import SourceSimulation
import TestSupport
import Testing

/// A night of the AI judge, as the worker does it: nobody's names are shown who has not allowed it, what it says stands on the pair, and it
/// decides once people have shown that it may.
@Suite struct JudgeWorkTests {
    private let judge = "\(ProviderSite.model) \(JudgePrompt.version)"

    /// A listing that is a product of its own and another product of that name, and the open pair of both.
    private func ask(
        _ name: String, in company: CompanyID, isBlind: Bool, _ fixture: TwoCompanies
    ) async throws -> (listing: UUID, product: UUID) {
        let (listing, own, product) = (UUID(), UUID(), UUID())
        try await fixture.database.transaction(in: company) { transaction in
            _ = try await transaction.execute(all: [
                """
                INSERT INTO sources (company_id, source_id, slug, title, created_at)
                VALUES (\(company), \(UUID()), 'shop', 'Shop', \(fixture.now)) ON CONFLICT DO NOTHING
                """,
                """
                INSERT INTO products (company_id, product_id, name, folded_name, created_at)
                VALUES (\(company), \(own), \(name), 'x', \(fixture.now)), (\(company), \(product), \(name.uppercased()), 'x', \(fixture.now))
                """,
                """
                INSERT INTO listings (company_id, listing_id, source_id, item_key, name, volume_ml, price_minor, currency, price_kind,
                    first_seen, last_seen, run_id, line, product_company_id, product_id, awaits_matching)
                SELECT \(company), \(listing), source_id, \(name), \(name), 700, 77777, 'USD', 'retail', date '2026-01-01',
                    date '2026-01-01', \(UUID()), 1, \(company), \(own), false
                FROM sources WHERE company_id = \(company) AND slug = 'shop'
                """,
                """
                INSERT INTO match_decisions (company_id, decision_id, listing_id, product_company_id, product_id, rule, confidence,
                    matcher, decided_at)
                VALUES (\(company), \(UUID()), \(listing), \(company), \(own), 'new', 1, 'test', \(fixture.now))
                """,
                """
                INSERT INTO review_pairs (company_id, review_id, listing_id, product_company_id, product_id, origin, matcher,
                    probability, priority, created_at)
                SELECT \(company), id, \(listing), \(company), \(product), 'undecided', 'test', 0.5, 1, \(fixture.now)
                FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 100)) AS ids
                WHERE is_judged_blind(id) = \(isBlind) LIMIT 1
                """,
            ])
        }
        return (listing, product)
    }

    /// Pairs that people found to be the same without knowing that the judge had called them so.
    private func record(_ count: Int, of listing: UUID, in company: CompanyID, _ fixture: TwoCompanies) async throws {
        try await fixture.database.transaction(in: company) { transaction in
            _ = try await transaction.execute(
                """
                WITH made AS (
                    INSERT INTO products (company_id, product_id, name, folded_name, created_at)
                    SELECT \(company), gen_random_uuid(), 'x', 'x', \(fixture.now) FROM generate_series(1, \(count))
                    RETURNING product_id),
                ids AS (SELECT id, row_number() OVER () AS place FROM (
                    SELECT gen_random_uuid() AS id FROM generate_series(1, \(count * 6))) AS drawn WHERE is_judged_blind(id))
                INSERT INTO review_pairs (company_id, review_id, listing_id, product_company_id, product_id, origin, matcher,
                    probability, priority, state, outcome, judge_said, judge_confidence, judged_by, created_at, answered_at)
                SELECT \(company), ids.id, \(listing), \(company), m.product_id, 'undecided', 'test', 0.5, 1, 'settled', 'same', 'same',
                    0.6, \(judge), \(fixture.now), \(fixture.now)
                FROM (SELECT product_id, row_number() OVER () AS place FROM made) m JOIN ids ON ids.place = m.place
                """)
        }
    }

    /// Has both companies' pairs judged by a worker that is there, and waits for it; ten minutes at most, for a machine that runs all tests
    /// at once.
    private func night(_ number: Int, _ fixture: TwoCompanies) async throws {
        let program = Program(test: fixture.test)
        for company in ["harbor", "kestrel"] {
            let added = try await program.run("jobs", "add", "review.judge", "--company", company)
            #expect(added.status == 0, "\(added.errors)")
        }
        let deadline = ContinuousClock.now + .seconds(600)
        for company in [fixture.harbor.id, fixture.kestrel.id] {
            while true {
                let done = try await fixture.database.read(
                    in: company,
                    Query<Single<Int>>(
                        """
                        SELECT count(*) FROM jobs j JOIN job_outcomes o ON o.company_id = j.company_id AND o.job_id = j.job_id
                        WHERE j.kind = 'review.judge' AND o.state = 'completed'
                        """))
                if done.first?.value == number { break }
                guard ContinuousClock.now < deadline else {
                    Issue.record("night \(number) took ten minutes")
                    return
                }
                await Task.yield()
            }
        }
    }

    /// Works until the body is done.
    private func working(
        _ fixture: TwoCompanies, _ provider: SimulatedProvider, _ body: () async throws -> Void
    ) async throws {
        let address = try provider.base
        let worker = try Program(test: fixture.test).start(
            ["work", "--slots", "2"],
            environment: [
                "TIDEMARK_AI_PROVIDER": "openai", "TIDEMARK_AI_KEY": ProviderSite.key,
                "TIDEMARK_AI_MODEL": ProviderSite.model, "TIDEMARK_AI_INPUT_PRICE_USD": "0.25",
                "TIDEMARK_AI_OUTPUT_PRICE_USD": "2", "TIDEMARK_AI_BASE_URL": "\(address)",
            ])
        do { try await body() } catch {
            worker.signal(SIGKILL)
            throw error
        }
        worker.signal(SIGTERM)
        let end = try await worker.ended()
        #expect(end.status == 0, "\(end.errors)")
        #expect(!end.errors.contains(ProviderSite.key) && !end.output.contains(ProviderSite.key))
    }

    private func said(of listing: UUID, in company: CompanyID, _ fixture: TwoCompanies) async throws -> String? {
        try await fixture.database.read(
            in: company,
            Query<SingleOptional<String>>(
                """
                SELECT judge_said || CASE WHEN array_to_string(reasons, '') LIKE '%judge: %' THEN ', shown' ELSE '' END
                FROM review_pairs WHERE listing_id = \(listing) AND matcher = 'test' AND priority = 1 AND judge_confidence IS DISTINCT FROM 0.6
                """)
        ).first?.value
    }

    private func product(of listing: UUID, in company: CompanyID, _ fixture: TwoCompanies) async throws -> UUID? {
        try await fixture.database.read(
            in: company, Query<SingleOptional<UUID>>("SELECT product_id FROM listings WHERE listing_id = \(listing)")
        ).first?.value
    }

    @Test func a_judge_asks_nobody_who_has_not_allowed_it_and_decides_what_it_has_shown() async throws {
        try await TwoCompanies.with { fixture in
            try await SimulatedProvider.with(.openai) { provider in
                try await working(fixture, provider) {
                    let (harbor, kestrel) = (fixture.harbor.id, fixture.kestrel.id)
                    let shown = try await ask("Larkhill Gin", in: harbor, isBlind: false, fixture)
                    let blind = try await ask("Marrowfield Rum", in: harbor, isBlind: true, fixture)
                    let theirs = try await ask("Kestrel Secret Gin", in: kestrel, isBlind: false, fixture)
                    try await night(1, fixture)
                    #expect(provider.asked.isEmpty, "nobody has allowed it")
                    try await fixture.database.transaction(in: harbor) { try await $0.askJudge(true, by: .command) }
                    try await night(2, fixture)
                    let sent = provider.asked.map { String(decoding: $0.body, as: UTF8.self) }.joined()
                    #expect(provider.asked.count == 1 && sent.contains("Larkhill Gin") && !sent.contains("Kestrel"))
                    #expect(try await said(of: shown.listing, in: harbor, fixture) == "same, shown")
                    #expect(try await said(of: blind.listing, in: harbor, fixture) == "same")
                    #expect(try await said(of: theirs.listing, in: kestrel, fixture) == nil)
                    #expect(
                        try await product(of: shown.listing, in: harbor, fixture) != shown.product,
                        "it has shown nothing yet")
                    // 598 right ones show that at most one in 200 is wrong.
                    try await record(600, of: blind.listing, in: harbor, fixture)
                    try await night(3, fixture)
                    #expect(provider.asked.count == 1, "nothing is asked twice")
                    #expect(try await product(of: shown.listing, in: harbor, fixture) == shown.product)
                    #expect(
                        try await product(of: blind.listing, in: harbor, fixture) != blind.product,
                        "people read it first")
                    #expect(try await product(of: theirs.listing, in: kestrel, fixture) != theirs.product)
                    let told = try await Program(test: fixture.test).run("match", "automation")
                    #expect(
                        told.output.contains("judge\tfrom 0.6 on\t0 of 600 pairs that \(judge) called the same"),
                        "\(told.output)")
                }
            }
        }
    }
}
