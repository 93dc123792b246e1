import Companies
import Foundation
import Postgres
import Synchronization
import TestSupport
import Testing
import Vault

@testable import Connections

@Suite("Rotation of company keys")
struct RotationTests {
    private struct Stopped: Error {}

    /// Connections of both companies with their passwords.
    private typealias Logins = [(company: CompanyID, connection: ConnectionID, password: String)]

    private func fill(_ fixture: VaultFixture, connections: Int) async throws -> Logins {
        var logins: Logins = []
        for company in [fixture.harbor, fixture.kestrel] {
            logins += try await fixture.asAdmin(of: company) { queries in
                var logins: Logins = []
                for number in 0..<connections {
                    let password = "canary-\(number)-\(company)"
                    let new = try NewConnection(
                        source: try VaultFixture.libdib(), name: "\(number)", settings: [:],
                        credentials: VaultFixture.credentials(password),
                        confirmation: try UseConfirmation(textVersion: UseConfirmation.currentVersion))
                    logins.append((company, try await queries.add(new, at: fixture.companies.now), password))
                }
                return logins
            }
        }
        return logins
    }

    /// Counts in the database how often each secret's data key is sealed anew, whoever does it.
    private func countRewraps(_ fixture: VaultFixture) async throws {
        let owner = try await fixture.companies.test.owner()
        try await owner.runScript(
            """
            CREATE TABLE rewraps (row_key text NOT NULL);
            GRANT INSERT, SELECT ON rewraps TO tidemark_app;
            CREATE FUNCTION count_rewrap() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                IF new.ciphertext = old.ciphertext THEN
                    INSERT INTO rewraps VALUES (old.connection_id || ' ' || old.field);
                END IF;
                RETURN new;
            END $$;
            CREATE TRIGGER count_rewrap BEFORE UPDATE ON connection_secrets FOR EACH ROW EXECUTE FUNCTION count_rewrap();
            """)
    }

    /// Most often any secret was sealed anew, and how many were.
    private func rewraps(_ fixture: VaultFixture) async throws -> (most: Int, secrets: Int) {
        let owner = try await fixture.companies.test.owner()
        let row = try await owner.fetch(
            Query<Pair<Int, Int>>(
                """
                SELECT coalesce(max(times), 0)::bigint, count(*) FROM
                    (SELECT count(*) AS times FROM rewraps GROUP BY row_key) AS counted
                """))
        return (row.first?.first ?? -1, row.first?.second ?? -1)
    }

    private func opensEverything(_ fixture: VaultFixture, _ logins: Logins) async throws {
        for login in logins {
            #expect(try await fixture.password(of: login.connection, in: login.company) == login.password)
        }
    }

    /// G-VLT-03, S-066.
    @Test("goes on while secrets are used and replaced; stopped at random points and resumed, nothing is sealed twice")
    func underLoad() async throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed of the rotation: \(seed)")
        let count = Measurement.isWanted ? 2_500 : 400
        try await VaultFixture.with(connections: 8) { fixture in
            var generator = SystemRandomNumberGenerator()
            let logins = try await fill(fixture, connections: count)
            try await countRewraps(fixture)
            let rotation = KeyRotation(database: fixture.database, vault: try fixture.vault(), batch: count / 80)
            let old = try fixture.directory.keys(of: fixture.harbor.rawValue).map(\.keyID)
            let isOver = Flag()
            let uses = try fixture.uses()
            let began = ContinuousClock.now
            let (stops, read, rewrapped) = try await withThrowingTaskGroup(of: Int.self) { group in
                // Whatever happens, the others must not go on for ever.
                defer { isOver.raise() }
                for _ in 0..<3 {
                    group.addTask {
                        var count = 0
                        while !isOver.isUp {
                            guard let login = logins.randomElement() else { break }
                            let password = try await uses.open(
                                login.connection, in: login.company, .credential, for: .job(UUID(), .fetch)
                            ) { _, secrets in VaultFixture.text(secrets, "password") }
                            #expect(password == login.password)
                            count += 1
                        }
                        return count
                    }
                }
                group.addTask {
                    // The same password again, under a new data key.
                    while !isOver.isUp {
                        guard let login = logins.randomElement() else { break }
                        try await fixture.asAdmin(of: login.company) {
                            try await $0.replace(
                                login.connection, credentials: VaultFixture.credentials(login.password),
                                confirmation: try UseConfirmation(textVersion: UseConfirmation.currentVersion),
                                at: fixture.companies.now)
                        }
                    }
                    return 0
                }
                var points = SeededRandom(seed: seed)
                var stops = 0
                var rewrapped = 0
                while true {
                    let stop = points.below(12)
                    let told = Mutex(0)
                    // After twenty stops it may come to its end.
                    let mayStop = stops < 20
                    do {
                        let outcome = try await rotation.renewCompanyKeys(at: fixture.companies.now) { done, _ in
                            let now = told.withLock { told in
                                told += 1
                                return told
                            }
                            if mayStop, now > stop { throw Stopped() }
                        }
                        rewrapped = outcome.rewrapped
                        #expect(outcome.unreadable.isEmpty)
                        break
                    } catch is Stopped {
                        stops += 1
                        #expect(try rotation.isUnfinished())
                    }
                }
                isOver.raise()
                return (stops, try await group.reduce(0, +), rewrapped)
            }
            let figures = try await rewraps(fixture)
            print(
                """
                \(logins.count * 2) secrets, stopped \(stops) times, \(figures.secrets) sealed anew at most \(figures.most) \
                times, \(rewrapped) of them in the last run, \(read) uses meanwhile, in \(ContinuousClock.now - began)
                """)
            #expect(stops == 20)
            #expect(figures.most == 1)
            #expect(read > 0)
            #expect(try !rotation.isUnfinished())
            for company in [fixture.harbor, fixture.kestrel] {
                #expect(try fixture.directory.keys(of: company.rawValue).map(\.number) == [2])
                #expect(try fixture.directory.retiredKeys(of: company.rawValue).map(\.number) == [1])
            }
            #expect(try fixture.directory.retiredKeys(of: fixture.harbor.rawValue).map(\.keyID) == old)
            try await opensEverything(fixture, logins.shuffled(using: &generator).suffix(400))
            let status = try await VaultStatus.read(fixture.database, vault: try fixture.vault())
            #expect(status.companies.map(\.slug) == ["harbor", "kestrel"])
            #expect(status.companies.allSatisfy { $0.olderSecrets == 0 && $0.lostSecrets == 0 && $0.retiredKeys == 1 })
            #expect(status.companies.map(\.secrets) == [count * 2, count * 2])
        }
    }

    @Test("opens no secret: it works for ciphertexts nobody can open, as long as their keys are right")
    func withoutPlaintext() async throws {
        try await VaultFixture.with { fixture in
            let id = try await fixture.add(password: "hunter2", to: fixture.harbor)
            _ = try await fixture.database.transaction(in: fixture.harbor) {
                // Behind the key commitment: the secret itself is broken, its data key is not.
                try await $0.execute(
                    """
                    UPDATE connection_secrets SET ciphertext = set_byte(ciphertext, 80, get_byte(ciphertext, 80) # 1)
                    WHERE company_id = \(fixture.harbor)
                    """)
            }
            let rotation = KeyRotation(database: fixture.database, vault: try fixture.vault())
            let outcome = try await rotation.renewCompanyKeys(at: fixture.companies.now) { _, _ in }
            #expect(outcome.rewrapped == 2 && outcome.unreadable.isEmpty)
            await #expect(throws: VaultProblem.cannotOpen) { try await fixture.password(of: id, in: fixture.harbor) }
        }
    }

    @Test("keeps the old key while a secret cannot be carried over, names its connection, and ends once it is replaced")
    func unreadable() async throws {
        try await VaultFixture.with { fixture in
            let good = try await fixture.add("good", password: "hunter2", to: fixture.harbor)
            let bad = try await fixture.add("bad", password: "hunter3", to: fixture.harbor)
            _ = try await fixture.add(password: "other", to: fixture.kestrel)
            _ = try await fixture.database.transaction(in: fixture.harbor) {
                try await $0.execute(
                    """
                    UPDATE connection_secrets SET sealed_data_key =
                        set_byte(sealed_data_key, 90, get_byte(sealed_data_key, 90) # 1)
                    WHERE company_id = \(fixture.harbor) AND connection_id = \(bad.rawValue)
                    """)
            }
            let rotation = KeyRotation(database: fixture.database, vault: try fixture.vault())
            let first = try await rotation.renewCompanyKeys(at: fixture.companies.now) { _, _ in }
            #expect(Set(first.unreadable) == [bad] && first.companies == 1 && first.rewrapped == 4)
            #expect(try fixture.directory.keys(of: fixture.harbor.rawValue).count == 2)
            #expect(try fixture.directory.keys(of: fixture.kestrel.rawValue).count == 1)
            #expect(try await fixture.password(of: good, in: fixture.harbor) == "hunter2")
            try await fixture.asAdmin(of: fixture.harbor) {
                try await $0.replace(
                    bad, credentials: VaultFixture.credentials("hunter4"),
                    confirmation: try UseConfirmation(textVersion: UseConfirmation.currentVersion),
                    at: fixture.companies.now)
            }
            let second = try await rotation.renewCompanyKeys(at: fixture.companies.now) { _, _ in }
            #expect(second.unreadable.isEmpty && second.rewrapped == 0)
            #expect(try !rotation.isUnfinished())
            #expect(try fixture.directory.keys(of: fixture.harbor.rawValue).map(\.number) == [2])
            #expect(try await fixture.password(of: bad, in: fixture.harbor) == "hunter4")
        }
    }

    /// S-067, and what to do after an old backup was put back.
    @Test("leaves the old key unusable: a row from before the rotation opens for nobody until the key is put back")
    func oldRows() async throws {
        try await VaultFixture.with { fixture in
            let id = try await fixture.add(password: "hunter2", to: fixture.harbor)
            let before = try await fixture.database.transaction(in: fixture.harbor) {
                try await $0.fetch(
                    Query<SecretRow>(
                        "SELECT \(SecretRow.columns(of: .connections)) FROM connection_secrets WHERE company_id = \(fixture.harbor)"
                    ))
            }
            let rotation = KeyRotation(database: fixture.database, vault: try fixture.vault())
            _ = try await rotation.renewCompanyKeys(at: fixture.companies.now) { _, _ in }
            for row in before {
                _ = try await fixture.database.transaction(in: fixture.harbor) {
                    try await $0.execute(
                        """
                        UPDATE connection_secrets SET company_key_id = \(row.sealed.companyKey.rawValue),
                            sealed_data_key = \(Blob(row.sealed.sealedDataKey))
                        WHERE company_id = \(fixture.harbor) AND field = \(row.field)
                        """)
                }
            }
            let key = try #require(before.first).sealed.companyKey
            await #expect(throws: VaultProblem.unknownCompanyKey(key)) {
                try await fixture.password(of: id, in: fixture.harbor)
            }
            let status = try await VaultStatus.read(fixture.database, vault: try fixture.vault())
            #expect(status.companies.first?.lostSecrets == 2)
            // The step of docs/security.md.
            let folder = fixture.folder + "/" + fixture.harbor.description
            try FileManager.default.moveItem(atPath: folder + "/retired/0001.key", toPath: folder + "/0001.key")
            #expect(try await fixture.password(of: id, in: fixture.harbor) == "hunter2")
            let again = try await rotation.renewCompanyKeys(at: fixture.companies.now) { _, _ in }
            #expect(again.rewrapped == 2)
            #expect(try await fixture.password(of: id, in: fixture.harbor) == "hunter2")
        }
    }

    @Test("waits for whoever is writing under the old key")
    func writers() async throws {
        try await VaultFixture.with { fixture in
            _ = try await fixture.add("first", password: "x", to: fixture.harbor)
            let rotation = KeyRotation(database: fixture.database, vault: try fixture.vault())
            let (isSealed, mayCommit) = (AsyncStream<Void>.makeStream(), AsyncStream<Void>.makeStream())
            let id = try await withThrowingTaskGroup(of: ConnectionID?.self) { group in
                group.addTask {
                    try await fixture.asAdmin(of: fixture.harbor) { queries in
                        let new = try NewConnection(
                            source: try VaultFixture.libdib(), name: "late", settings: [:],
                            credentials: VaultFixture.credentials("late"),
                            confirmation: try UseConfirmation(textVersion: UseConfirmation.currentVersion))
                        let id = try await queries.add(new, at: fixture.companies.now)
                        isSealed.continuation.finish()
                        for await _ in mayCommit.stream {}
                        return id
                    }
                }
                for await _ in isSealed.stream {}
                group.addTask {
                    _ = try await rotation.renewCompanyKeys(at: fixture.companies.now) { _, _ in }
                    return nil
                }
                // The new key is there, the old one must not go while the other has not committed.
                while try fixture.directory.keys(of: fixture.harbor.rawValue).count < 2 { await Task.yield() }
                #expect(try fixture.directory.retiredKeys(of: fixture.harbor.rawValue).isEmpty)
                mayCommit.continuation.finish()
                return try await group.reduce(into: ConnectionID?.none) { $0 = $0 ?? $1 }
            }
            #expect(try fixture.directory.retiredKeys(of: fixture.harbor.rawValue).count == 1)
            #expect(try await fixture.password(of: try #require(id), in: fixture.harbor) == "late")
        }
    }
}
