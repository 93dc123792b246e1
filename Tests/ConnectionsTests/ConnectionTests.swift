import Companies
import Foundation
import Postgres
import TestSupport
import Testing
import Vault

@testable import Connections

@Suite("Connections")
struct ConnectionTests {
    private func list(_ fixture: VaultFixture, _ company: CompanyID, withRevoked: Bool = false) async throws
        -> [ConnectionRow]
    {
        try await fixture.database.transaction(in: company) {
            try await ConnectionQueries.list(in: $0, withRevoked: withRevoked)
        }
    }

    private func confirmation() throws -> UseConfirmation {
        try UseConfirmation(textVersion: UseConfirmation.currentVersion)
    }

    @Test("Two companies connect the same source; each worker finds its own login, each list shows no secret")
    func roundTrip() async throws {
        try await VaultFixture.with { fixture in
            let harbor = try await fixture.add(password: "canary-harbor", to: fixture.harbor)
            let kestrel = try await fixture.add(password: "canary-kestrel", to: fixture.kestrel)
            #expect(try await fixture.password(of: harbor, in: fixture.harbor) == "canary-harbor")
            #expect(try await fixture.password(of: kestrel, in: fixture.kestrel) == "canary-kestrel")
            let rows = try await list(fixture, fixture.harbor)
            let row = try #require(rows.first)
            #expect(rows.map(\.id) == [harbor])
            #expect(row.storedFields == ["password", "username"])
            #expect(row.settings == ["region": "NY"])
            #expect(row.confirmedBy == fixture.person && row.confirmedAt == fixture.companies.now)
            #expect(row.confirmationVersion == UseConfirmation.currentVersion)
            #expect(row.health == .untested)
            var dumped = ""
            dump(row, to: &dumped)
            #expect(!dumped.contains("canary") && !"\(row)".contains("canary"))
            // Nothing of the login is in the tables in the clear, whoever reads them.
            let owner = try await fixture.companies.test.app()
            for company in [fixture.harbor, fixture.kestrel] {
                let texts = try await owner.fetch(
                    scope: [try await fixture.companies.test.scope(of: company)],
                    Query<Single<String>>(
                        """
                        SELECT s::text || encode(s.ciphertext, 'escape') FROM connection_secrets s
                        UNION ALL SELECT c::text FROM connections c UNION ALL SELECT u::text FROM vault_uses u
                        """))
                #expect(texts.count == 4)
                #expect(texts.allSatisfy { !$0.value.contains("canary") && !$0.value.contains("ada@") })
            }
        }
    }

    @Test("Another company's connection is none: it cannot be found, opened, replaced, revoked, tested or noted about")
    func otherCompany() async throws {
        try await VaultFixture.with { fixture in
            let id = try await fixture.add(password: "hunter2", to: fixture.harbor)
            #expect(try await list(fixture, fixture.kestrel).isEmpty)
            #expect(
                try await fixture.database.transaction(in: fixture.kestrel) {
                    try await ConnectionQueries.find(id, in: $0)
                } == nil)
            let uses = try fixture.uses()
            let facts = try await fixture.opened(id, in: fixture.harbor)
            await #expect(throws: ConnectionProblem.unknown) {
                try await fixture.password(of: id, in: fixture.kestrel)
            }
            await #expect(throws: ConnectionProblem.unknown) {
                try await fixture.asAdmin(of: fixture.kestrel) {
                    try await $0.replace(
                        id, credentials: VaultFixture.credentials("x"), confirmation: try confirmation(),
                        at: fixture.companies.now)
                }
            }
            await #expect(throws: ConnectionProblem.unknown) {
                try await fixture.asAdmin(of: fixture.kestrel) { try await $0.revoke(id, at: fixture.companies.now) }
            }
            await #expect(throws: ConnectionProblem.unknown) {
                try await ConnectionTest(database: fixture.database, vault: try fixture.vault(), probes: [:]).run(
                    id, in: fixture.kestrel, for: .person(fixture.person, .test), at: fixture.companies.now)
            }
            await #expect(throws: ConnectionProblem.unknown) {
                try await fixture.database.transaction(in: fixture.kestrel) {
                    try await uses.keepSession(
                        VaultFixture.credentials("x"), of: facts, expiresAt: nil, at: fixture.companies.now, in: $0)
                }
            }
            try await fixture.database.transaction(in: fixture.kestrel) {
                try await uses.note(.refused, "no", of: facts, at: fixture.companies.now, in: $0)
            }
            let row = try #require(try await list(fixture, fixture.harbor).first)
            #expect(row.health == .untested)
            #expect(try await fixture.password(of: id, in: fixture.harbor) == "hunter2")
            #expect(
                try await fixture.database.transaction(in: fixture.kestrel) {
                    try await ConnectionQueries.uses(of: id, in: $0)
                }.isEmpty)
        }
    }

    @Test("Rows that are copied into another company or another row open for nobody")
    func movedRows() async throws {
        try await VaultFixture.with { fixture in
            let from = try await fixture.add(password: "canary-harbor", to: fixture.harbor)
            let to = try await fixture.add(password: "canary-kestrel", to: fixture.kestrel)
            let second = try await fixture.add("Second", password: "canary-second", to: fixture.harbor)
            // Somebody who can write both companies' rows.
            let row = try await fixture.database.transaction(in: fixture.harbor) { transaction in
                try await transaction.fetch(
                    Query<SecretRow>(
                        """
                        SELECT \(SecretRow.columns(of: .connections)) FROM connection_secrets WHERE company_id = \(fixture.harbor)
                            AND connection_id = \(from.rawValue) AND field = 'password'
                        """))
            }
            let stolen = try #require(row.first).sealed
            for (company, connection) in [(fixture.kestrel, to), (fixture.harbor, second)] {
                try await fixture.database.transaction(in: company) { transaction in
                    let changed = try await transaction.execute(
                        """
                        UPDATE connection_secrets SET company_key_id = \(stolen.companyKey.rawValue),
                            data_key_id = \(stolen.dataKey), key_commitment = \(Blob(stolen.commitment ?? [])),
                            sealed_data_key = \(Blob(stolen.sealedDataKey)), ciphertext = \(Blob(stolen.ciphertext))
                        WHERE company_id = \(company) AND connection_id = \(connection.rawValue) AND field = 'password'
                        """)
                    #expect(changed == 1)
                }
                let error = await #expect(throws: VaultProblem.self) {
                    try await fixture.password(of: connection, in: company)
                }
                // Within the company the key is there and the place is wrong; elsewhere there is no such key.
                #expect(error == (company == fixture.harbor ? .cannotOpen : .unknownCompanyKey(stolen.companyKey)))
            }
        }
    }

    @Test("Replaced credentials are gone with the session they made; the old ones open no more")
    func replacing() async throws {
        try await VaultFixture.with { fixture in
            let id = try await fixture.add(password: "old", to: fixture.harbor)
            let uses = try fixture.uses()
            let later = fixture.companies.now.addingTimeInterval(60)
            let cookie = try #require(SecretField(rawValue: "session_cookie"))
            let facts = try await fixture.opened(id, in: fixture.harbor)
            try await fixture.database.transaction(in: fixture.harbor) {
                try await uses.keepSession(
                    [cookie: SecretBytes(copying: "sid=1")], of: facts, expiresAt: later, at: fixture.companies.now,
                    in: $0
                )
                try await uses.note(.working, "ok", of: facts, at: fixture.companies.now, in: $0)
            }
            let session = try await uses.open(id, in: fixture.harbor, .session, for: .job(UUID(), .fetch)) {
                _, secrets in
                VaultFixture.text(secrets, "session_cookie")
            }
            #expect(session == "sid=1")
            #expect(try await list(fixture, fixture.harbor).first?.expiresAt == later)
            #expect(try await list(fixture, fixture.harbor).first?.health == .working)
            try await fixture.asAdmin(of: fixture.harbor) {
                try await $0.replace(
                    id, credentials: VaultFixture.credentials("new"), confirmation: try confirmation(), at: later)
            }
            #expect(try await fixture.password(of: id, in: fixture.harbor) == "new")
            await #expect(throws: ConnectionProblem.notStored) {
                try await uses.open(id, in: fixture.harbor, .session, for: .job(UUID(), .fetch)) { _, _ in }
            }
            let row = try #require(try await list(fixture, fixture.harbor).first)
            #expect(row.health == .untested && row.expiresAt == nil && row.confirmedAt == later)
            // A worker that still has the old ones keeps no session for them and says nothing about the new ones.
            await #expect(throws: ConnectionProblem.unknown) {
                try await fixture.database.transaction(in: fixture.harbor) {
                    try await uses.keepSession(
                        [cookie: SecretBytes(copying: "sid=2")], of: facts, expiresAt: nil, at: later, in: $0)
                }
            }
            try await fixture.database.transaction(in: fixture.harbor) {
                try await uses.note(.refused, "late", of: facts, at: later, in: $0)
            }
            #expect(try await list(fixture, fixture.harbor).first?.health == .untested)
            // Both confirmations stay on record.
            let count = try await fixture.database.read(
                in: fixture.harbor, Query<Single<Int>>("SELECT count(*) FROM connection_confirmations"))
            #expect(count.first?.value == 2)
        }
    }

    @Test("A revoked connection has no secrets, is used no more, and its name is free again")
    func revoking() async throws {
        try await VaultFixture.with { fixture in
            let id = try await fixture.add(password: "hunter2", to: fixture.harbor)
            await #expect(throws: ConnectionProblem.nameTaken("LIBDIB")) {
                try await fixture.add("LIBDIB", password: "x", to: fixture.harbor)
            }
            _ = try await fixture.add(password: "x", to: fixture.kestrel)
            _ = try await fixture.password(of: id, in: fixture.harbor)
            try await fixture.asAdmin(of: fixture.harbor) { try await $0.revoke(id, at: fixture.companies.now) }
            await #expect(throws: ConnectionProblem.unknown) { try await fixture.password(of: id, in: fixture.harbor) }
            await #expect(throws: ConnectionProblem.unknown) {
                try await fixture.asAdmin(of: fixture.harbor) { try await $0.revoke(id, at: fixture.companies.now) }
            }
            let left = try await fixture.database.read(
                in: fixture.harbor, Query<Single<Int>>("SELECT count(*) FROM connection_secrets"))
            #expect(left.first?.value == 0)
            #expect(try await list(fixture, fixture.harbor).isEmpty)
            let row = try #require(try await list(fixture, fixture.harbor, withRevoked: true).first)
            #expect(row.revokedAt == fixture.companies.now && row.storedFields.isEmpty)
            let uses = try await fixture.database.transaction(in: fixture.harbor) {
                try await ConnectionQueries.uses(of: id, in: $0)
            }
            #expect(uses.count == 1, "what was done stays on record")
            _ = try await fixture.add(password: "again", to: fixture.harbor)
            #expect(try await list(fixture, fixture.kestrel).count == 1)
        }
    }

    /// The folder may be a disk that is not mounted: keys made there would be lost with it.
    @Test("A company with stored secrets and no key stores nothing, until they are revoked")
    func missingKeys() async throws {
        try await VaultFixture.with { fixture in
            let id = try await fixture.add(password: "hunter2", to: fixture.harbor)
            let folder = fixture.folder + "/" + fixture.harbor.description
            try FileManager.default.moveItem(atPath: folder, toPath: fixture.folder + "/elsewhere")
            await #expect(throws: VaultProblem.keysMissing) {
                try await fixture.add("more", password: "x", to: fixture.harbor)
            }
            await #expect(throws: VaultProblem.keysMissing) {
                try await fixture.asAdmin(of: fixture.harbor) {
                    try await $0.replace(
                        id, credentials: VaultFixture.credentials("x"), confirmation: try confirmation(),
                        at: fixture.companies.now)
                }
            }
            #expect(try fixture.directory.companies().isEmpty, "no key was made")
            _ = try await fixture.add(password: "x", to: fixture.kestrel)
            try FileManager.default.moveItem(atPath: fixture.folder + "/elsewhere", toPath: folder)
            #expect(try await fixture.password(of: id, in: fixture.harbor) == "hunter2")
            #expect(try fixture.directory.shred(fixture.harbor.rawValue) == 1)
            try await fixture.asAdmin(of: fixture.harbor) { try await $0.revoke(id, at: fixture.companies.now) }
            let again = try await fixture.add(password: "hunter3", to: fixture.harbor)
            #expect(try await fixture.password(of: again, in: fixture.harbor) == "hunter3")
        }
    }

    @Test("A secret cannot be given as a setting, a login not left out, an old text not confirmed")
    func input() throws {
        let source = try VaultFixture.libdib()
        let confirmation = try confirmation()
        #expect(throws: ConnectionProblem.settingSoundsSecret("api_token")) {
            try NewConnection(
                source: source, name: "x", settings: ["api_token": "canary"],
                credentials: VaultFixture.credentials("x"),
                confirmation: confirmation)
        }
        #expect(throws: ConnectionProblem.noSecret) {
            try NewConnection(
                source: source, name: "x", settings: [:], credentials: VaultFixture.credentials(""),
                confirmation: confirmation)
        }
        #expect(throws: ConnectionProblem.nameLength) {
            try NewConnection(
                source: source, name: "", settings: [:], credentials: VaultFixture.credentials("x"),
                confirmation: confirmation)
        }
        #expect(throws: ConnectionProblem.confirmationOutdated) { try UseConfirmation(textVersion: 0) }
        #expect(SourceCode(rawValue: "Lib Dib") == nil && SecretField(rawValue: "Pass-word") == nil)
    }

    @Test(
        "The words in code and in the database are the same",
        arguments: [
            ("connections_health_known", ConnectionHealth.allCases.map(\.rawValue)),
            ("connection_secrets_purpose_known", SecretPurpose.allCases.map(\.rawValue)),
            ("vault_uses_reason_known", UseReason.allCases.map(\.rawValue)),
        ])
    func parity(constraint: String, words: [String]) async throws {
        try await TestDatabase.with { test in
            let known = try await test.words(of: constraint)
            #expect(known == Set(words))
        }
    }
}
