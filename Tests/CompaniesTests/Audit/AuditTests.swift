import Companies
import Foundation
import Postgres
import TestSupport
import Testing
import Vault

@Suite struct AuditTests {
    private static let ada = IdentityID(rawValue: UUID())
    private static let hashing = HashingPool(workers: 1, queueLimit: 16)

    /// All events of a company, oldest first.
    private func events(of company: CompanyID, in database: CompanyDatabase) async throws -> [AuditEntry] {
        try await database.read(in: company, AuditTrail.newest(of: company, AuditFilter(), limit: 1_000)).reversed()
    }

    @Test func an_event_stands_with_its_change_and_falls_with_it() async throws {
        struct Stop: Error {}
        try await TwoCompanies.with { fixture in
            let event = AuditEvent(
                .memberRemoved, by: .person(Self.ada), on: AuditSubject("member", "x"), facts: ["role": "viewer"])
            await #expect(throws: Stop.self) {
                try await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                    try await transaction.record(event)
                    throw Stop()
                }
            }
            #expect(try await events(of: fixture.harbor.id, in: fixture.database).map(\.action) == ["company.created"])
            try await fixture.database.transaction(in: fixture.harbor.id) { try await $0.record(event) }
            let written = try #require(try await events(of: fixture.harbor.id, in: fixture.database).last)
            #expect(written.sequence == 2 && written.action == "member.removed" && written.facts == ["role": "viewer"])
            #expect(written.actor == .person(Self.ada) && written.subject == AuditSubject("member", "x"))
            #expect(abs(written.happenedAt.timeIntervalSinceNow) < 60)
            // The other company has its own chain, and nothing of this one.
            let other = try await events(of: fixture.kestrel.id, in: fixture.database)
            #expect(other.map(\.action) == ["company.created"] && other.map(\.sequence) == [1])
        }
    }

    @Test func actors_in_code_and_in_the_database_are_the_same() async throws {
        try await TestDatabase.with { test in
            let known = try await test.words(of: "audit_events_actor_kind_known")
            #expect(known == Set(AuditActor.kinds))
        }
    }

    @Test func what_people_do_about_themselves_is_on_record() async throws {
        try await TwoCompanies.with { fixture in
            let password = "quince anvil lantern"
            let hash = try await Self.hashing.hash(try Password(password))
            let registry = CompanyRegistry(database: fixture.database)
            let person = try await registry.addMember(
                to: fixture.harbor.id, email: "ada@example.com", displayName: "Ada", role: .admin, passwordHash: hash,
                identity: IdentityID(rawValue: UUID()), at: fixture.now)
            try await registry.addMember(
                to: fixture.kestrel.id, email: "ada@example.com", displayName: "Ada", role: .viewer,
                passwordHash: hash, identity: IdentityID(rawValue: UUID()), at: fixture.now.addingTimeInterval(1))
            let signIn = SignIn(
                database: fixture.database, hashing: Self.hashing)
            func attempt(_ password: String) -> SignInAttempt {
                SignInAttempt(email: "ada@example.com", password: password, device: nil, network: nil)
            }
            guard case .wrong = try await signIn.open(attempt("something else")) else {
                Issue.record("a wrong password was taken")
                return
            }
            guard case .opened(let token, _) = try await signIn.open(attempt(password)) else {
                Issue.record("the right password was not taken")
                return
            }
            let account = PersonalAccount(database: fixture.database)
            #expect(try await account.choose(fixture.kestrel.id, token))
            try await signIn.close(token)
            let first = try await events(of: fixture.harbor.id, in: fixture.database)
            #expect(
                first.map(\.action) == [
                    "company.created", "member.added", "password.tried", "password.tried", "session.opened",
                ])
            #expect(first.dropFirst(2).allSatisfy { $0.actor == .person(person) })
            let second = try await events(of: fixture.kestrel.id, in: fixture.database)
            #expect(second.map(\.action) == ["company.created", "member.added", "session.entered", "session.ended"])
            // Somebody nobody knows leaves no trace in anybody's record.
            _ = try await signIn.open(
                SignInAttempt(email: "nobody@example.com", password: "x", device: nil, network: nil))
            #expect(try await events(of: fixture.harbor.id, in: fixture.database).count == first.count)
            #expect(try await events(of: .house, in: fixture.database).isEmpty)
        }
    }

    @Test func events_of_many_at_once_stand_in_one_line() async throws {
        try await TwoCompanies.with(connections: 8) { fixture in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for company in [fixture.harbor, fixture.kestrel] {
                    for _ in 0..<40 {
                        group.addTask {
                            try await fixture.database.transaction(in: company.id) {
                                try await $0.record(AuditEvent(.auditExported, by: .person(Self.ada)))
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let verifier = try await AuditVerifier(
                database: fixture.database, owner: try await fixture.test.owner())
            for company in [fixture.harbor, fixture.kestrel] {
                let numbers = try await events(of: company.id, in: fixture.database).map(\.sequence)
                #expect(numbers == Array(1...41))
                let outcome = try await verifier.verify(company.id)
                #expect(outcome.faults.isEmpty && outcome.events == 41)
            }
        }
    }

    /// S-094: not even by its own company, and not by anybody's number, moment or proof.
    @Test func s_094_the_runtime_role_adds_events_and_nothing_else() async throws {
        try await TwoCompanies.with { fixture in
            let id = fixture.harbor.id
            for statement: SQL in [
                "UPDATE audit_events SET action = 'a.b'", "DELETE FROM audit_events", "TRUNCATE audit_events",
                "INSERT INTO audit_events (company_id, action, actor_kind, sequence) VALUES (\(id), 'a.b', 'command', 9)",
                "INSERT INTO audit_events (company_id, action, actor_kind, happened_at) VALUES (\(id), 'a.b', 'command', now())",
                "INSERT INTO audit_events (company_id, action, actor_kind, proof) VALUES (\(id), 'a.b', 'command', '\\x00')",
                "INSERT INTO audit_events (company_id, action, actor_kind) VALUES (\(fixture.kestrel.id), 'a.b', 'command')",
                "INSERT INTO audit_events (company_id, action, actor_kind) VALUES (\(CompanyID.house), 'a.b', 'command')",
                "SELECT * FROM audit_keys", "SELECT * FROM audit_heads", "UPDATE audit_heads SET sequence = 0",
                "SELECT audit_write(NULL, 'a.b', 'command', NULL)", "SELECT * FROM worker_audit_heads()",
                "SELECT rotate_audit_key()",
            ] {
                let error = await #expect(throws: DatabaseError.self, "\(statement)") {
                    try await fixture.database.transaction(in: id) { try await $0.execute(statement) }
                }
                #expect(error?.state == .insufficientPrivilege, "\(statement): \(String(describing: error))")
            }
            for table in ["audit_events", "audit_heads", "audit_keys"] {
                for connection in [try await fixture.test.auth(), try await fixture.test.worker()] {
                    let error = await #expect(throws: DatabaseError.self, "\(table)") {
                        _ = try await connection.fetch(Query<Ignored>(SQL(unsafe: "SELECT * FROM \(table)")))
                    }
                    #expect(error?.state == .insufficientPrivilege)
                }
            }
        }
    }

    @Test func odd_texts_are_proved_like_any_other() async throws {
        try await TwoCompanies.with { fixture in
            for text in ["", "-", "1:a", "ünï\u{202E}code 🍷", "\"quoted\\\n", String(repeating: "x", count: 900)] {
                try await fixture.database.transaction(in: fixture.harbor.id) {
                    try await $0.record(
                        AuditEvent(
                            .staffLooked, by: .staff(Self.ada), on: text.isEmpty ? nil : AuditSubject("page", text),
                            facts: [text: text]))
                }
            }
            let verifier = try await AuditVerifier(
                database: fixture.database, owner: try await fixture.test.owner())
            let outcome = try await verifier.verify(fixture.harbor.id)
            #expect(outcome.faults.isEmpty && outcome.events == 7)
        }
    }

    @Test func a_new_key_goes_on_where_the_old_one_ended() async throws {
        try await TwoCompanies.with { fixture in
            let owner = try await fixture.test.owner()
            try await owner.execute("SELECT rotate_audit_key()")
            try await fixture.database.transaction(in: fixture.harbor.id) {
                try await $0.record(AuditEvent(.auditExported, by: .command))
            }
            let outcome = try await AuditVerifier(database: fixture.database, owner: owner).verify(fixture.harbor.id)
            #expect(outcome.faults.isEmpty && outcome.events == 2)
        }
    }
}
