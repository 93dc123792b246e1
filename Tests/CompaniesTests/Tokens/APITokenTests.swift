import Companies
import Foundation
import Postgres
import TestSupport
import Testing
import Vault

/// Tokens of programs: what they are, whose they are, and when they end.
@Suite struct APITokenTests {
    /// Two companies with an admin each.
    private func withAdmins(
        _ body: (TwoCompanies, IdentityID, IdentityID) async throws -> Void
    ) async throws {
        try await TwoCompanies.with { companies in
            var people: [IdentityID] = []
            for (name, company) in [("ada", companies.harbor), ("bob", companies.kestrel)] {
                people.append(
                    try await CompanyRegistry(database: companies.database).addMember(
                        to: company.id, email: "\(name)@example.com", displayName: name, role: .admin,
                        passwordHash: "none", identity: IdentityID(rawValue: UUID()), at: companies.now))
            }
            try await body(companies, people[0], people[1])
        }
    }

    private func make(
        _ scopes: Set<APIScope> = [.trendsRead], in company: Company, by person: IdentityID, _ companies: TwoCompanies,
        days: Int = 90
    ) async throws -> (id: APITokenID, secret: APIToken) {
        let new = try NewAPIToken(name: "Till", scopes: scopes, days: days)
        return try await companies.database.transaction(in: company.id) {
            try await APITokenQueries(transaction: $0, person: person).add(new)
        }
    }

    @Test func a_token_is_its_companys_with_its_scopes() async throws {
        try await withAdmins { companies, ada, _ in
            let made = try await make([.jobsRead, .trendsRead], in: companies.harbor, by: ada, companies)
            #expect(made.secret.text.hasPrefix("tdm_") && made.secret.text.count == 47)
            let clients = APIClients(database: companies.database)
            let client = try #require(try await clients.call(with: made.secret)?.client)
            #expect(client.company == companies.harbor && client.scopes == [.jobsRead, .trendsRead])
            #expect(client.token == made.id)
            #expect(try await clients.call(with: APIToken()) == nil)
            let byID = try await clients.call(with: made.id, in: companies.harbor.id)?.client
            #expect(byID?.token == made.id)
            #expect(try await clients.call(with: made.id, in: companies.kestrel.id) == nil)
            #expect(try await clients.call(with: APITokenID(), in: companies.harbor.id) == nil)
        }
    }

    @Test func it_ends_when_it_is_revoked_or_its_days_are_over() async throws {
        try await withAdmins { companies, ada, bob in
            let clients = APIClients(database: companies.database)
            let (first, second) = (
                try await make(in: companies.harbor, by: ada, companies),
                try await make(in: companies.harbor, by: ada, companies, days: 1)
            )
            // Somebody of another company finds nothing to revoke.
            let theirs = try await companies.database.transaction(in: companies.kestrel.id) {
                try await APITokenQueries(transaction: $0, person: bob).revoke(first.id)
            }
            #expect(theirs == nil)
            #expect(try await clients.call(with: first.secret) != nil)
            let revoked = try await companies.database.transaction(in: companies.harbor.id) { transaction in
                let queries = APITokenQueries(transaction: transaction, person: ada)
                return (try await queries.revoke(first.id), try await queries.revoke(first.id))
            }
            #expect(revoked.0 == "Till" && revoked.1 == nil)
            #expect(try await clients.call(with: first.secret) == nil)
            #expect(try await clients.call(with: first.id, in: companies.harbor.id) == nil)
            #expect(try await clients.call(with: second.secret) != nil)
            try await companies.test.owner().runScript(
                """
                ALTER TABLE api_tokens NO FORCE ROW LEVEL SECURITY;
                UPDATE api_tokens SET created_at = created_at - interval '2 days', expires_at = expires_at - interval '25 hours'
                WHERE revoked_at IS NULL;
                """)
            #expect(try await clients.call(with: second.secret) == nil)
        }
    }

    @Test func it_stays_the_companys_when_its_maker_leaves() async throws {
        try await withAdmins { companies, ada, _ in
            let made = try await make(in: companies.harbor, by: ada, companies)
            _ = try await companies.database.transaction(in: companies.harbor.id) { transaction in
                try await transaction.execute("DELETE FROM members WHERE identity_id = \(ada)")
            }
            #expect(try await APIClients(database: companies.database).call(with: made.secret) != nil)
            let names = try await StaffRegister(database: companies.database).names([ada], in: companies.harbor.id)
            #expect(names.isEmpty)
        }
    }

    @Test func nobody_else_sees_it_and_what_it_may_never_changes() async throws {
        try await withAdmins { companies, ada, bob in
            let made = try await make(in: companies.harbor, by: ada, companies)
            let listed = try await companies.database.transaction(in: companies.kestrel.id) {
                try await APITokenQueries(transaction: $0, person: bob).all()
            }
            #expect(listed.isEmpty)
            let ours = try await companies.database.transaction(in: companies.harbor.id) {
                try await APITokenQueries(transaction: $0, person: ada).all()
            }
            #expect(ours.map(\.id) == [made.id] && ours.first?.createdBy == ada && ours.first?.lastUsedAt == nil)
            for statement: SQL in [
                "UPDATE api_tokens SET scopes = ARRAY['jobs:read']",
                "UPDATE api_tokens SET expires_at = now() + interval '9 years'",
                "UPDATE api_tokens SET token_hash = sha256('x')", "DELETE FROM api_tokens",
            ] {
                let error = await #expect(throws: DatabaseError.self) {
                    _ = try await companies.database.transaction(in: companies.harbor.id) { transaction in
                        try await transaction.execute(statement)
                    }
                }
                #expect(error?.state == .insufficientPrivilege)
            }
            let kept = try await companies.database.transaction(in: companies.harbor.id) { transaction in
                try await transaction.fetch(Query<Single<String>>("SELECT t::text FROM api_tokens t"))
            }
            #expect(kept.count == 1 && !kept[0].value.contains(made.secret.text.dropFirst(4)))
        }
    }

    @Test func the_hour_of_last_use_is_noted() async throws {
        try await withAdmins { companies, ada, _ in
            let made = try await make(in: companies.harbor, by: ada, companies)
            let clients = APIClients(database: companies.database)
            for _ in 0..<3 { #expect(try await clients.call(with: made.secret)?.client != nil) }
            let ours = try await companies.database.transaction(in: companies.harbor.id) {
                try await APITokenQueries(transaction: $0, person: ada).all()
            }
            let used = try #require(ours.first?.lastUsedAt)
            #expect(used.timeIntervalSince1970.truncatingRemainder(dividingBy: 3_600) == 0)
            #expect(abs(used.timeIntervalSinceNow) < 3_700)
        }
    }

    @Test func a_company_has_at_most_fifty_living_ones() async throws {
        try await withAdmins { companies, ada, bob in
            for _ in 0..<50 { _ = try await make(in: companies.harbor, by: ada, companies) }
            await #expect(throws: APITokenProblem.tooMany) {
                _ = try await make(in: companies.harbor, by: ada, companies)
            }
            // Another company's do not count.
            _ = try await make(in: companies.kestrel, by: bob, companies)
        }
    }

    @Test(arguments: [
        ("", [APIScope.trendsRead], 90, APITokenProblem.name), (" \n ", [.trendsRead], 90, .name),
        (String(repeating: "x", count: 101), [.trendsRead], 90, .name), ("a\u{7}b", [.trendsRead], 90, .name),
        ("x", [], 90, .noScope), ("x", [.jobsRead], 0, .days), ("x", [.jobsRead], 366, .days),
        ("x", [.jobsRead], -1, .days),
    ])
    func what_cannot_be_is_refused(name: String, scopes: [APIScope], days: Int, problem: APITokenProblem) {
        #expect(throws: problem) { try NewAPIToken(name: name, scopes: Set(scopes), days: days) }
    }

    @Test(arguments: [
        "", "tdm_", "tdm_x", "TDM_" + String(repeating: "A", count: 43), String(repeating: "A", count: 43),
        "tdm_" + String(repeating: "A", count: 44), "tdm_" + String(repeating: "=", count: 43),
        "tdm_" + String(repeating: "A", count: 42) + "B",
    ])
    func what_is_no_token_is_none(text: String) {
        #expect(APIToken(text: text) == nil)
    }

    @Test func a_token_does_not_print() throws {
        let token = APIToken()
        #expect("\(token)" == "[redacted]" && !String(reflecting: [token]).contains(token.text))
        #expect(APIToken(text: token.text)?.hash == token.hash)
    }

    @Test func scopes_in_code_and_in_the_database_are_the_same() async throws {
        try await TestDatabase.with { test in
            let known = try await test.words(of: "api_tokens_scopes_known")
            #expect(known == Set(APIScope.allCases.map(\.rawValue)))
        }
    }
}
