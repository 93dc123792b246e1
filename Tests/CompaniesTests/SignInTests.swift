import Companies
import Foundation
import Postgres
import TestSupport
import Testing
import Vault

@Suite struct SignInTests {
    private static let hashing = HashingPool(workers: 2, queueLimit: 64)

    private func withPerson(
        _ body: @Sendable (TwoCompanies, SignIn, IdentityID) async throws -> Void
    ) async throws {
        try await TwoCompanies.with { fixture in
            let hash = try await Self.hashing.hash(try Password("correct horse battery"))
            let person = try await CompanyRegistry(database: fixture.database).addMember(
                to: fixture.harbor.id, email: "Ada@Example.com", displayName: "Ada", role: .analyst, passwordHash: hash,
                identity: IdentityID(rawValue: UUID()), at: fixture.now)
            try await body(fixture, SignIn(database: fixture.database, hashing: Self.hashing), person)
        }
    }

    @Test func the_right_password_opens_a_session_in_the_company() async throws {
        try await withPerson { fixture, signIn, person in
            let token = try #require(
                try await signIn.open(email: " ada@example.COM", password: "correct horse battery"))
            let session = try #require(try await signIn.session(of: token))
            #expect(session.identity == person)
            #expect(session.company == fixture.harbor)
            #expect(session.role == .analyst)
        }
    }

    @Test func wrong_words_open_nothing() async throws {
        try await withPerson { _, signIn, _ in
            let outcome1 = try await signIn.open(email: "ada@example.com", password: "wrong")
            #expect(outcome1 == nil)
            let outcome2 = try await signIn.open(email: "nobody@example.com", password: "correct horse battery")
            #expect(outcome2 == nil)
            let outcome3 = try await signIn.open(email: "", password: "")
            #expect(outcome3 == nil)
            let outcome4 = try await signIn.open(email: "ada@example.com", password: String(repeating: "x", count: 300))
            #expect(outcome4 == nil)
            let outcome5 = try await signIn.open(email: "' OR true --", password: "correct horse battery")
            #expect(outcome5 == nil)
            let outcome6 = try await signIn.session(of: SecretToken())
            #expect(outcome6 == nil)
        }
    }

    @Test func signing_out_ends_the_session_at_once() async throws {
        try await withPerson { _, signIn, _ in
            let token = try #require(try await signIn.open(email: "ada@example.com", password: "correct horse battery"))
            let other = try #require(try await signIn.open(email: "ada@example.com", password: "correct horse battery"))
            try await signIn.close(token)
            let outcome7 = try await signIn.session(of: token)
            #expect(outcome7 == nil)
            let outcome8 = try await signIn.session(of: other)
            #expect(outcome8 != nil)
        }
    }

    @Test func only_the_hash_of_a_token_is_stored() async throws {
        try await withPerson { fixture, signIn, _ in
            let token = try #require(try await signIn.open(email: "ada@example.com", password: "correct horse battery"))
            let owner = try await fixture.test.owner()
            let stored = try await owner.fetch(
                Query<Single<String>>("SELECT encode(token_hash, 'base64') FROM sessions"))
            #expect(stored.count == 1)
            #expect(!stored.contains { $0.value.contains(token.text) })
        }
    }

    @Test(arguments: [
        "UPDATE sessions SET seen_at = now() - interval '14 days 1 second'",
        "UPDATE sessions SET ends_at = now() - interval '1 second'",
        "UPDATE identities SET disabled_at = now()",
        "DELETE FROM sessions",
    ])
    func a_session_that_ended_is_nobody(change: String) async throws {
        try await withPerson { fixture, signIn, _ in
            let token = try #require(try await signIn.open(email: "ada@example.com", password: "correct horse battery"))
            let owner = try await fixture.test.owner()
            try await owner.runScript(change)
            let outcome9 = try await signIn.session(of: token)
            #expect(outcome9 == nil)
        }
    }

    @Test func a_removed_member_is_nobody_at_the_next_request() async throws {
        try await withPerson { fixture, signIn, person in
            let token = try #require(try await signIn.open(email: "ada@example.com", password: "correct horse battery"))
            _ = try await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                try await transaction.execute("DELETE FROM members WHERE identity_id = \(person)")
            }
            let outcome10 = try await signIn.session(of: token)
            #expect(outcome10 == nil)
        }
    }

    @Test func changing_the_password_ends_every_session() async throws {
        try await withPerson { fixture, signIn, person in
            let token = try #require(try await signIn.open(email: "ada@example.com", password: "correct horse battery"))
            let hash = try await Self.hashing.hash(try Password("another long password"))
            try await CompanyRegistry(database: fixture.database).setPassword(of: person, hash: hash)
            let outcome11 = try await signIn.session(of: token)
            #expect(outcome11 == nil)
            let outcome12 = try await signIn.open(email: "ada@example.com", password: "correct horse battery")
            #expect(outcome12 == nil)
            let outcome13 = try await signIn.open(email: "ada@example.com", password: "another long password")
            #expect(outcome13 != nil)
        }
    }

    @Test func a_taken_slug_is_said_clearly() async throws {
        try await TwoCompanies.with { fixture in
            let again = Company(
                id: CompanyID(rawValue: UUID()), slug: "harbor", name: "x", homeCurrency: "USD", timeZone: "UTC")
            await #expect(throws: CompanyProblem.slugTaken("harbor")) {
                try await CompanyRegistry(database: fixture.database).create(again, at: fixture.now)
            }
        }
    }
}
