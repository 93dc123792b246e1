import Companies
import Foundation
import Postgres
import TestSupport
import Testing

/// Whoever can run statements as the runtime role sees the company that the application sealed, and no other (T-ISO-6).
@Suite struct SealedScopeTests {
    private static let everyCompany = Query<Single<String>>("SELECT slug FROM companies ORDER BY slug")

    @Test func a_sealed_company_is_believed() async throws {
        try await TwoCompanies.with { fixture in
            let app = try await fixture.test.app()
            let seen = try await app.fetch(
                scope: [try await fixture.test.scope(of: fixture.kestrel.id)], Self.everyCompany
            ).map(\.value)
            #expect(seen == ["house", "kestrel"])
        }
    }

    /// Clocks may differ by two hours either way and no more.
    @Test(arguments: [(-7_100.0, true), (7_100, true), (-7_300, false), (7_300, false), (-31_536_000, false)])
    func a_seal_ends(age: TimeInterval, isGood: Bool) async throws {
        try await TwoCompanies.with { fixture in
            let app = try await fixture.test.app()
            let scope = try await fixture.test.scope(of: fixture.harbor.id, at: Date(timeIntervalSinceNow: age))
            do {
                let seen = try await app.fetch(scope: [scope], Self.everyCompany).map(\.value)
                #expect(isGood && seen == ["harbor", "house"])
            } catch let error as DatabaseError {
                #expect(!isGood && error.state == .scopeRefused, "\(error)")
            }
        }
    }

    @Test func a_thousand_forged_seals_are_refused() async throws {
        try await TwoCompanies.with { fixture in
            let app = try await fixture.test.app()
            let (mine, theirs) = (
                Array(try await fixture.test.sealed(fixture.harbor.id)), fixture.kestrel.id.description
            )
            let seed = UInt64.random(in: 1...UInt64.max)
            var random = SeededRandom(seed: seed)
            let alphabet = Array("0123456789abcdef.- AGZ'")
            for trial in 0..<1_000 {
                var forged = mine
                switch trial % 5 {
                case 0: forged[random.below(112)] = alphabet[random.below(23)]
                case 1: forged.replaceSubrange(0..<36, with: theirs)
                case 2: forged.replaceSubrange(48..<112, with: (0..<64).map { _ in alphabet[random.below(16)] })
                case 3: forged.removeLast(1 + random.below(111))
                default: forged.insert(alphabet[random.below(23)], at: random.below(113))
                }
                guard forged != mine else { continue }
                let scope: SQL = "SELECT set_config('tidemark.scope', \(String(forged)), true)"
                let error = await #expect(throws: DatabaseError.self, "seed \(seed): \(String(forged))") {
                    _ = try await app.fetch(scope: [scope], Self.everyCompany)
                }
                #expect(error?.state == .scopeRefused, "seed \(seed): \(String(forged)): \(String(describing: error))")
            }
        }
    }

    /// What an attacker tries who can put statements into a transaction of Harbor's. `theirs` stands for Kestrel's id, `mine`
    /// for Harbor's sealed scope.
    private static let attacks = [
        "SELECT set_config('tidemark.scope', 'theirs', true)",
        "SELECT set_config('tidemark.company_id', 'theirs', false)",
        "SELECT set_config('tidemark.scope', overlay('mine' placing 'theirs' from 1), true)",
        "SET LOCAL tidemark.scope = 'theirs.1700000000.'",
        "DO $$ BEGIN PERFORM set_config('tidemark.scope', 'theirs' || substr('mine', 37), true); END $$",
        "SELECT set_config('search_path', 'pg_temp, public', true)",
        "SELECT auth_scope_key()", "SELECT * FROM scope_keys", "SELECT rotate_scope_key()",
        "UPDATE scope_keys SET secret = decode(repeat('00', 32), 'hex')", "TRUNCATE scope_keys",
        "INSERT INTO scope_keys (secret, inner_pad, outer_pad) VALUES ('', '', '')",
        "CREATE FUNCTION scope_company() RETURNS uuid LANGUAGE sql AS $$ SELECT 'theirs'::uuid $$",
        "CREATE FUNCTION pg_temp.scope_company() RETURNS uuid LANGUAGE sql AS $$ SELECT 'theirs'::uuid $$",
        "ALTER FUNCTION scope_company() SECURITY INVOKER", "DROP FUNCTION scope_company()",
        "ALTER POLICY company_reads ON companies USING (true)", "ALTER TABLE companies NO FORCE ROW LEVEL SECURITY",
        "SET ROLE tidemark_auth", "SET ROLE tidemark_resolver", "SET SESSION AUTHORIZATION tidemark_owner",
        "SET LOCAL row_security = off", "SELECT pg_read_file('base')",
        "SELECT lo_import('/etc/passwd')", "COPY companies TO PROGRAM 'cat'",
        "SELECT query FROM pg_stat_activity", "SELECT statement FROM pg_prepared_statements",
        "SELECT most_common_vals FROM pg_stats", "SELECT setting FROM pg_settings WHERE name LIKE 'tidemark%'",
        "SELECT encode(inner_pad, 'hex') FROM scope_keys", "SELECT prosrc FROM pg_proc WHERE proname = 'scope_company'",
    ]

    private static func attack(_ attack: String, _ fixture: TwoCompanies, _ mine: String) async throws -> [String] {
        let app = try await fixture.test.app()
        let words = attack.replacing("theirs", with: fixture.kestrel.id.description).replacing("mine", with: mine)
        let steps: [SQL] = [
            "BEGIN", "SELECT set_config('tidemark.scope', \(mine), true)",
            "SELECT set_config('tidemark.company_id', \(fixture.harbor.id.description), true)", "SAVEPOINT before",
        ]
        for step in steps { try await app.execute(step) }
        var seen: [String] = []
        do {
            seen += try await app.fetch(Query<WholeRow>("SELECT x::text FROM (\(SQL(unsafe: words))) x")).map(\.text)
        } catch {
            try await app.execute("ROLLBACK TO before")
            do { try await app.execute(SQL(unsafe: words)) } catch { try await app.execute("ROLLBACK TO before") }
        }
        let more = try? await app.fetch(Query<Single<String>>("SELECT name FROM companies")).map(\.value)
        await app.close()
        return seen + (more ?? [])
    }

    @Test func smuggled_statements_see_one_company() async throws {
        try await TwoCompanies.with { fixture in
            let mine = try await fixture.test.sealed(fixture.harbor.id)
            let theirs = try await fixture.test.sealed(fixture.kestrel.id)
            for attack in Self.attacks {
                let seen = try await Self.attack(attack, fixture, mine).joined(separator: "\n")
                #expect(!seen.contains("CANARY-B"), "\(attack)")
                #expect(!seen.contains(theirs.suffix(64)), "\(attack)")
            }
        }
    }

    /// The negative control: with the company as a plain setting, as it was before, the same attacks succeed.
    @Test func without_the_seal_the_same_statements_see_the_other_company() async throws {
        try await TwoCompanies.with { fixture in
            let mine = try await fixture.test.sealed(fixture.harbor.id)
            let migrations = try Migration.load(from: TestCluster.root + "/migrations")
            let sealing = try #require(migrations.first { $0.name.hasSuffix("sealed_scope") })
            let owner = try await fixture.test.owner()
            _ = try await Migrator(migrations: migrations, connection: owner).down(to: sealing.number - 1)
            var successes = 0
            for attack in Self.attacks {
                let seen = try await Self.attack(attack, fixture, mine).joined(separator: "\n")
                if seen.contains("CANARY-B") { successes += 1 }
            }
            #expect(successes > 0)
        }
    }

    @Test func a_retired_key_is_good_for_an_hour() async throws {
        try await TwoCompanies.with { fixture in
            let app = try await fixture.test.app()
            let owner = try await fixture.test.owner()
            let old = try await fixture.test.scope(of: fixture.harbor.id)
            try await owner.runScript("SELECT rotate_scope_key()")
            let new = try await fixture.test.scope(of: fixture.harbor.id)
            for scope in [old, new] {
                let seen = try await app.fetch(scope: [scope], Self.everyCompany).map(\.value)
                #expect(seen == ["harbor", "house"])
            }
            try await owner.runScript(
                "UPDATE scope_keys SET retired_at = now() - interval '61 minutes' WHERE retired_at IS NOT NULL")
            let error = await #expect(throws: DatabaseError.self) {
                _ = try await app.fetch(scope: [old], Self.everyCompany)
            }
            #expect(error?.state == .scopeRefused)
            let seen = try await app.fetch(scope: [new], Self.everyCompany).map(\.value)
            #expect(seen == ["harbor", "house"])
        }
    }
}

/// A row of whatever shape, as text.
private struct WholeRow: RowDecodable {
    let text: String
    init(row: inout RowReader) throws { text = try row.nextOptional() ?? "" }
}
