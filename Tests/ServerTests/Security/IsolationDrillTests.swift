import Companies
import Foundation
import HTTPTypes
import Jobs
import Postgres
import TestSupport
import Testing
import Vault

@testable import Server

/// T-ISO: two companies with every kind of row, and everything that one of them can ask.
@Suite struct IsolationDrillTests {
    private static func with(_ body: @escaping @Sendable (WebFixture) async throws -> Void) async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let vault = try fixture.keys.vault()
            for company in [fixture.companies.harbor, fixture.companies.kestrel] {
                try await fixture.fillEverything(company, vault: vault)
                let missing = try await fixture.missingTables(company)
                #expect(missing.isEmpty, "no row of \(company.slug) in \(missing)")
            }
            try await body(fixture)
        }
    }

    /// What somebody with every right in their company can ask for.
    private func pages(_ fixture: WebFixture) async throws -> [String] {
        let places = try await Places(fixture, of: fixture.companies.harbor)
        let routes = AccessPolicy.rules.filter { rule in
            if case .staff = rule.access { return false }
            return rule.method == .get && rule.pattern != "/metrics"
        }
        return routes.map { places.whole($0.pattern) } + [
            "/trends?sort=price", "/trends?order=asc&sort=name", "/trends?tier=viral", "/api/v1/trends?size=5",
            "/jobs?status=dead",
            "/jobs?company=kestrel", "/api/v1/jobs?company=kestrel", "/company/audit?area=staff", "/nothing",
        ]
    }

    /// T-ISO-2: nothing of the other company in anything that is sent, headers included.
    @Test func t_iso_2_no_byte_of_the_other_company() async throws {
        try await Self.with { fixture in
            let browser = try await fixture.join("olga", .owner, of: fixture.companies.harbor)
            let other = fixture.companies.kestrel
            let strange = try await fixture.products(of: other).map { $0.uuidString.lowercased() }
            var bytes = 0
            for path in try await pages(fixture) {
                let answer = try await browser.get(path)
                #expect(answer.status.code < 500, "\(path)")
                let all = answer.headers.map { "\($0.name)=\($0.value)" }.joined(separator: "\n") + answer.body
                bytes += all.utf8.count
                // What she typed comes back to her.
                let text = all.replacing("company=kestrel", with: "").replacing("value=\"kestrel\"", with: "")
                for word in ["CANARY-kestrel", "CANARY-B", "kestrel", "\(other.id)"] + strange {
                    #expect(!text.contains(word), "\(path): \(word)")
                }
            }
            // The negative control: her own words are there.
            #expect(try await browser.get("/trends").body.contains("CANARY-harbor") && bytes > 100_000)
        }
    }

    /// T-ISO-3: the same requests give the same bytes, whatever the other company has.
    @Test func t_iso_3_the_others_data_changes_no_answer() async throws {
        try await Self.with { fixture in
            let browser = try await fixture.join("olga", .owner, of: fixture.companies.harbor)
            let paths = try await pages(fixture).filter { !$0.hasPrefix("/company/audit.csv") }
            func answers() async throws -> [String] {
                var all: [String] = []
                for path in paths {
                    let answer = try await browser.get(path)
                    all.append("\(path) \(answer.status.code) " + Self.masked(answer))
                }
                return all
            }
            // The second time nothing is new to caches and schedules.
            _ = try await answers()
            let before = try await answers()
            let other = fixture.companies.kestrel.id
            try await fixture.companies.database.transaction(in: other) { transaction in
                _ = try await transaction.execute(
                    "UPDATE companies SET name = 'somebody else' WHERE company_id = \(other)")
                // Far more of some things, and none of others.
                _ = try await transaction.execute(
                    """
                    INSERT INTO jobs (company_id, job_id, kind, queue, delay_seconds, arguments, most_attempts)
                    SELECT \(other), gen_random_uuid(), 'errand', 'standard', 0, '{}', 5 FROM generate_series(1, 5000)
                    """)
                _ = try await transaction.execute(
                    """
                    INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at, attempts, crashes)
                    SELECT company_id, job_id, queue, kind, now(), 0, 0 FROM jobs j WHERE company_id = \(other)
                        AND NOT EXISTS (SELECT FROM ready_jobs r WHERE r.company_id = j.company_id AND r.job_id = j.job_id)
                    """)
                for table in ["trend_scores", "job_pauses", "job_schedules"] {
                    _ = try await transaction.execute("DELETE FROM \(unsafe: table) WHERE company_id = \(other)")
                }
            }
            _ = try await fixture.join("bert", .owner, of: fixture.companies.kestrel)
            let after = try await answers()
            for (one, two) in zip(before, after) { #expect(one == two, "\(one.prefix(60))") }
            #expect(before.count > 25)
        }
    }

    /// What differs from request to request by itself.
    private static func masked(_ answer: Browser.Answer) -> String {
        var text = answer.body
        if let request = HTTPField.Name("x-request-id").flatMap({ answer.headers[$0] }) {
            text = text.replacing(request, with: "REQUEST")
        }
        text = text.replacing(#/name="csrf" value="[^"]*"/#, with: "CSRF")
        // Ages count from now; a minute may end between two requests.
        return text.replacing(#/\d+ (minutes?|seconds?|hours?) ago|just now/#, with: "AGO")
            .replacing(#/"(oldest|seconds|age)[a-z_]*":\s?[\d.]+/#, with: "AGE")
    }

    /// T-ISO-8: whoever listens as the runtime role hears that there is work, and not whose.
    @Test func t_iso_8_what_is_told_on_the_channel_is_nobodys() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let listener = try await fixture.companies.test.app()
            try await listener.listen(to: JobSignal.channel)
            try await fixture.companies.database.transaction(in: fixture.companies.kestrel.id) {
                _ = try await $0.enqueue(Errand(shop: "CANARY-kestrel", pin: nil))
            }
            let heard = try await listener.notifications(waitingUpTo: .seconds(30))
            #expect(heard.map(\.payload) == ["standard"])
            await listener.close()
        }
    }

    /// T-ISO-4: random statements of the runtime role in one company's scope.
    @Test func t_iso_4_random_statements_see_one_company() async throws {
        let seed = SimulationSeeds.only ?? UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        try await Self.with { fixture in
            let owner = try await fixture.companies.test.owner()
            var grammar = StatementGrammar(
                tables: try await StatementGrammar.Table.all(owner), other: fixture.companies.kestrel.id,
                random: SeededRandom(seed: seed))
            let before = try await DatabaseDigest.rows(of: fixture.companies.kestrel.id, fixture.companies.test)
            let app = try await fixture.companies.test.app()
            let scope = try await fixture.companies.test.scope(of: fixture.companies.harbor.id)
            var (ran, read, refused) = (0, 0, 0)
            for _ in 0..<Int(SimulationSeeds.statements ?? 4_000) {
                let statement = grammar.next()
                try await app.execute("BEGIN")
                try await app.execute(scope)
                do {
                    let rows = try await app.fetch(Query<WholeRow>(SQL(unsafe: statement)))
                    read += rows.count
                    for row in rows
                    where row.text.contains("CANARY-kestrel") || row.text.contains("\(fixture.companies.kestrel.id)") {
                        // Its id is what the statement itself says.
                        if statement.contains("\(fixture.companies.kestrel.id)"), !row.text.contains("CANARY-kestrel") {
                            continue
                        }
                        Issue.record("\(statement): \(row.text.prefix(300))")
                    }
                } catch let error as DatabaseError {
                    refused += 1
                    #expect(!"\(error) \(error.message)".contains("CANARY-kestrel"), "\(statement)")
                }
                try await app.execute("ROLLBACK")
                ran += 1
            }
            print("\(ran) statements, \(read) rows read, \(refused) refused")
            #expect(read > ran && refused < ran / 2)
            let after = try await DatabaseDigest.rows(of: fixture.companies.kestrel.id, fixture.companies.test)
            #expect(before == after)
        }
    }
}

/// A row as text.
struct WholeRow: RowDecodable, Sendable {
    let text: String

    init(row: inout RowReader) throws { text = try row.next() }
}
