import Companies
import Foundation
import Postgres
import TestSupport
import Testing
import Vault

@Suite struct StaffTests {
    private func person(_ email: String, in companies: TwoCompanies) async throws -> IdentityID {
        try await CompanyRegistry(database: companies.database).addMember(
            to: companies.harbor.id, email: email, displayName: "Ada", role: .viewer,
            passwordHash: "not used", identity: IdentityID(rawValue: UUID()), at: companies.now)
    }

    @Test func a_staff_role_is_given_seen_and_taken_back() async throws {
        try await TwoCompanies.with { companies in
            let person = try await person("ada@example.com", in: companies)
            let staff = StaffRegister(database: companies.database)
            let owner = try await companies.test.owner()
            func set(_ role: StaffRole?, email: String) async throws -> Bool {
                try await StaffRegister.set(role, email: email, as: owner)
            }
            #expect(try await staff.all().isEmpty)
            #expect(try await set(.operator, email: "ADA@example.com"))
            #expect(try await staff.all().map(\.role) == [.operator])
            #expect(try await set(.reviewer, email: "ada@example.com"))
            #expect(try await staff.all().map(\.role) == [.reviewer])
            #expect(try await set(nil, email: "ada@example.com"))
            #expect(try await staff.all().isEmpty)
            #expect(try await !set(.operator, email: "nobody@example.com"))
            #expect(try await staff.names([person], in: companies.harbor.id) == [person: "Ada"])
            #expect(try await staff.names([person], in: companies.kestrel.id).isEmpty)
        }
    }

    @Test func the_session_says_it_and_the_runtime_role_cannot_change_it() async throws {
        try await TwoCompanies.with { companies in
            let person = try await person("ada@example.com", in: companies)
            let token = SecretToken()
            let auth = try await companies.test.auth()
            try await auth.execute(
                """
                SELECT auth_complete_sign_in(
                    \(person), \(Blob(token.hash.bytes)), 'ada@example.com', \(Blob(SecretToken().hash.bytes)), false, NULL, '')
                """)
            let signIn = SignIn(
                database: companies.database, hashing: HashingPool(workers: 1, spares: 0, queueLimit: 1))
            #expect(try await signIn.session(of: token)?.staffRole == nil)
            let owner = try await companies.test.owner()
            _ = try await StaffRegister.set(.operator, email: "ada@example.com", as: owner)
            #expect(try await signIn.session(of: token)?.staffRole == .operator)
            let app = try await companies.test.app()
            for statement: SQL in [
                "UPDATE identities SET staff_role = 'operator'", "SELECT set_staff_role('a@b.c', 'operator')",
                "SELECT * FROM auth_list_staff()", "SELECT * FROM auth_member_names(gen_random_uuid(), '{}')",
            ] {
                await #expect(throws: DatabaseError.self) { try await app.execute(statement) }
            }
            for role in [auth, try await companies.test.worker()] {
                await #expect(throws: DatabaseError.self) {
                    try await role.execute("SELECT set_staff_role('ada@example.com', 'reviewer')")
                }
            }
            #expect(try await signIn.session(of: token)?.staffRole == .operator)
            await #expect(throws: DatabaseError.self) {
                try await owner.execute("SELECT set_staff_role('ada@example.com', 'emperor')")
            }
        }
    }

    @Test func the_words_are_those_of_the_database() async throws {
        try await TestDatabase.with { test in
            let known = try await test.words(of: "identities_staff_role_known")
            #expect(known == Set(StaffRole.allCases.map(\.rawValue)))
        }
    }
}
