import Companies
import Connections
import Foundation
import Postgres
import Synchronization
import TestSupport
import Testing
import Vault

@Suite("Uses of secrets")
struct VaultUseTests {
    private struct Refused: Error {}

    private func uses(_ fixture: VaultFixture, _ id: ConnectionID, _ company: CompanyID) async throws -> [VaultUseRow] {
        try await fixture.database.transaction(in: company) { try await ConnectionQueries.uses(of: id, in: $0) }
    }

    @Test("Each leaves a row: who, why, which job and run, which fields; it is there before anything is opened")
    func record() async throws {
        try await VaultFixture.with { fixture in
            let id = try await fixture.add(password: "hunter2", to: fixture.harbor)
            let (job, run) = (UUID(), UUID())
            let door = try fixture.uses()
            try await door.open(
                id, in: fixture.harbor, .credential, for: .job(job, .signIn, run: run, person: fixture.person)
            ) { facts, secrets in
                #expect(VaultFixture.text(secrets, "password") == "hunter2")
                #expect(facts.source.rawValue == "libdib" && facts.settings == ["region": "NY"])
                // Another connection sees it already: it is committed.
                let rows = try await uses(fixture, id, fixture.harbor)
                #expect(rows.count == 1)
                #expect(rows.first?.job == job && rows.first?.run == run && rows.first?.person == fixture.person)
                #expect(rows.first?.reason == .signIn && rows.first?.fields == ["password", "username"])
            }
            #expect(try await uses(fixture, id, fixture.kestrel).isEmpty)
        }
    }

    /// G-VLT-06, with its control: with the row everything opens.
    @Test("No row, no plaintext: whatever keeps it from being written keeps the secret shut")
    func noRow() async throws {
        try await VaultFixture.with { fixture in
            let id = try await fixture.add(password: "hunter2", to: fixture.harbor)
            let door = try fixture.uses()
            let owner = try await fixture.companies.test.owner()
            let opened = Mutex(0)
            func use(claim: @escaping @Sendable (CompanyTransaction) async throws -> Void = { _ in }) async throws {
                try await door.open(id, in: fixture.harbor, .credential, for: .job(UUID(), .fetch), claim: claim) {
                    _, _ in
                    opened.withLock { $0 += 1 }
                }
            }
            let breakages = [
                ("REVOKE INSERT ON vault_uses FROM tidemark_app", "GRANT INSERT ON vault_uses TO tidemark_app"),
                (
                    "ALTER TABLE vault_uses ADD CONSTRAINT full_up CHECK (false) NOT VALID",
                    "ALTER TABLE vault_uses DROP CONSTRAINT full_up"
                ),
                // Fails only when the transaction commits.
                (
                    """
                    CREATE FUNCTION too_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'too late'; END $$;
                    CREATE CONSTRAINT TRIGGER too_late AFTER INSERT ON vault_uses DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW EXECUTE FUNCTION too_late()
                    """,
                    "DROP TRIGGER too_late ON vault_uses; DROP FUNCTION too_late()"
                ),
            ]
            for (breakage, repair) in breakages {
                try await owner.runScript(breakage)
                await #expect(throws: DatabaseError.self, "\(breakage)") { try await use() }
                #expect(opened.withLock(\.self) == 0, "\(breakage)")
                try await owner.runScript(repair)
            }
            await #expect(throws: Refused.self) { try await use { _ in throw Refused() } }
            #expect(opened.withLock(\.self) == 0)
            #expect(try await uses(fixture, id, fixture.harbor).isEmpty)
            try await use()
            #expect(opened.withLock(\.self) == 1)
            #expect(try await uses(fixture, id, fixture.harbor).count == 1)
        }
    }

    @Test("A use needs somebody who answers for it")
    func somebody() async throws {
        try await VaultFixture.with { fixture in
            let id = try await fixture.add(password: "hunter2", to: fixture.harbor)
            let error = await #expect(throws: DatabaseError.self) {
                _ = try await fixture.database.transaction(in: fixture.harbor) {
                    try await $0.execute(
                        """
                        INSERT INTO vault_uses (company_id, use_id, connection_id, reason, fields)
                        VALUES (\(fixture.harbor), \(UUID()), \(id.rawValue), 'fetch', ARRAY['password'])
                        """)
                }
            }
            #expect(error?.constraint == "vault_uses_somebody")
        }
    }

    @Test("Records are neither changed nor removed, by the runtime role or by the owner")
    func appendOnly() async throws {
        try await VaultFixture.with { fixture in
            let id = try await fixture.add(password: "hunter2", to: fixture.harbor)
            _ = try await fixture.password(of: id, in: fixture.harbor)
            let scope: [SQL] = [try await fixture.companies.test.scope(of: fixture.harbor)]
            for table in ["vault_uses", "connection_confirmations"] {
                for statement in [
                    "UPDATE \(table) SET company_id = company_id", "DELETE FROM \(table)", "TRUNCATE \(table) CASCADE",
                ] {
                    for connection in [
                        try await fixture.companies.test.app(), try await fixture.companies.test.owner(),
                    ] {
                        let error = await #expect(throws: DatabaseError.self, "\(statement)") {
                            _ = try await connection.fetch(scope: scope, Query<Ignored>(SQL(unsafe: statement)))
                        }
                        #expect(error?.state == .insufficientPrivilege, "\(statement): \(String(describing: error))")
                    }
                }
            }
            let app = try await fixture.companies.test.app()
            await #expect(throws: DatabaseError.self) {
                _ = try await app.fetch(scope: scope, Query<Ignored>("DELETE FROM connections"))
            }
            #expect(try await uses(fixture, id, fixture.harbor).count == 1)
        }
    }

    @Test("Afterwards the secrets are wiped, however the use ended and whoever kept them")
    func wiping() async throws {
        try await VaultFixture.with { fixture in
            let id = try await fixture.add(password: "hunter2", to: fixture.harbor)
            let door = try fixture.uses()
            let kept = try await door.open(id, in: fixture.harbor, .credential, for: .job(UUID(), .fetch)) {
                _, secrets in
                secrets
            }
            #expect(VaultFixture.text(kept, "password").isEmpty)
            let lost = Mutex<ConnectionSecrets?>(nil)
            await #expect(throws: Refused.self) {
                try await door.open(id, in: fixture.harbor, .credential, for: .job(UUID(), .fetch)) { _, secrets in
                    #expect(VaultFixture.text(secrets, "password") == "hunter2")
                    lost.withLock { $0 = secrets }
                    throw Refused()
                }
            }
            #expect(lost.withLock { $0.map { VaultFixture.text($0, "password") } } == "")
            for text in ["\(kept)", String(reflecting: kept), "\(Optional(kept) as Any)"] {
                #expect(text == "[redacted]" || text == "Optional([redacted])")
            }
        }
    }

    @Test("A changed ciphertext is refused, and the error says nothing but that")
    func damaged() async throws {
        try await VaultFixture.with { fixture in
            let id = try await fixture.add(password: "canary", to: fixture.harbor)
            _ = try await fixture.database.transaction(in: fixture.harbor) {
                try await $0.execute(
                    """
                    UPDATE connection_secrets SET ciphertext = set_byte(ciphertext, 80, get_byte(ciphertext, 80) # 1)
                    WHERE company_id = \(fixture.harbor)
                    """)
            }
            let error = await #expect(throws: VaultProblem.self) {
                try await fixture.password(of: id, in: fixture.harbor)
            }
            #expect(error == .cannotOpen)
            #expect("\(String(describing: error))".contains("canary") == false)
        }
    }

    private struct Probe: ConnectionProbe {
        let seen: @Sendable (String) -> Void
        let verdict: ProbeVerdict

        func probe(_ connection: ConnectionFacts, with secrets: ConnectionSecrets) async -> ProbeVerdict {
            seen(VaultFixture.text(secrets, "password"))
            return verdict
        }
    }

    @Test("A test goes through the connector of the source; without one nothing is opened and nothing is claimed")
    func testing() async throws {
        try await VaultFixture.with { fixture in
            let id = try await fixture.add(password: "hunter2", to: fixture.harbor)
            let occasion = UseOccasion.person(fixture.person, .test)
            func run(_ probes: [SourceCode: any ConnectionProbe]) async throws -> ProbeVerdict? {
                try await ConnectionTest(database: fixture.database, vault: try fixture.vault(), probes: probes).run(
                    id, in: fixture.harbor, for: occasion, at: fixture.companies.now)
            }
            func row() async throws -> ConnectionRow? {
                try await fixture.database.transaction(in: fixture.harbor) {
                    try await ConnectionQueries.find(id, in: $0)
                }
            }
            #expect(try await run([:]) == nil)
            #expect(try await row()?.health == .untested)
            #expect(try await row()?.checkedAt == nil)
            #expect(try await uses(fixture, id, fixture.harbor).isEmpty)
            let seen = Mutex<[String]>([])
            let verdict = ProbeVerdict(health: .refused, note: "The portal did not accept the password.")
            let probe = Probe(seen: { text in seen.withLock { $0.append(text) } }, verdict: verdict)
            #expect(try await run([try VaultFixture.libdib(): probe]) == verdict)
            #expect(seen.withLock(\.self) == ["hunter2"])
            #expect(try await row()?.health == .refused)
            #expect(try await row()?.healthNote == verdict.note)
            #expect(try await row()?.checkedAt == fixture.companies.now)
            #expect(try await uses(fixture, id, fixture.harbor).map(\.person) == [fixture.person])
        }
    }

    @Test("How long a use takes, and what of it is the key", .enabled(if: Measurement.isWanted))
    func time() async throws {
        try await VaultFixture.with { fixture in
            let id = try await fixture.add(password: "hunter2", to: fixture.harbor)
            let vault = try fixture.vault()
            let use = try await Measurement.of { _ = try await fixture.password(of: id, in: fixture.harbor) }
            let key = try await Measurement.of { _ = try vault.keys.current(of: fixture.harbor.rawValue) }
            print("a use of two secrets: \(use) ms; reading and opening a company key: \(key) ms")
        }
    }
}
