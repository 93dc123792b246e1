import Companies
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Postgres
import TestSupport
import Testing

/// Tokens of programs as admins look after them.
@Suite struct TokenPageTests {
    @Test func an_admin_makes_a_token_sees_it_once_and_revokes_it() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let empty = try await eve.get("/company/tokens")
            #expect(empty.status == .ok && empty.body.contains("No program may read your data"))
            #expect(empty.headers[.cacheControl] == "no-store")
            let csrf = Browser.token(in: empty.body)
            let made = try await eve.post(
                "/company/tokens", ["csrf": csrf, "name": "Till <b>", "trends:read": "on", "days": "30"])
            #expect(made.status == .ok && made.headers[.cacheControl] == "no-store")
            let token = try #require(TokenMaking.token(in: made.body))
            #expect(made.body.contains("Till &lt;b&gt;"))
            let list = try await eve.get("/company/tokens")
            #expect(list.body.contains("1 token lets programs") && list.body.contains("Till &lt;b&gt;"))
            #expect(list.body.contains("trends:read") && list.body.contains("by eve") && list.body.contains(">never<"))
            #expect(!list.body.contains(token) && !list.body.contains(String(token.dropFirst(4))))
            let program = ProgramClient(client: fixture.client, token: token)
            #expect(try await program.get("/api/v1/trends").status == .ok)
            let revoke = try #require(TokenMaking.revocation(in: list.body))
            // Another company's admin finds nothing there.
            let mallory = try await fixture.join("mallory", .owner, of: fixture.companies.kestrel)
            let theirs = Browser.token(in: try await mallory.get("/company/tokens").body)
            for path in [revoke, "/company/tokens/\(UUID())/revoke", "/company/tokens/x/revoke"] {
                #expect(try await mallory.post(path, ["csrf": theirs]).status == .notFound)
            }
            #expect(try await !mallory.get("/company/tokens").body.contains("Till"))
            #expect(try await program.get("/api/v1/trends").status == .ok)
            #expect(try await eve.post(revoke, ["csrf": "x"]).status == .badRequest)
            let revoked = try await eve.post(revoke, ["csrf": csrf])
            #expect(revoked.headers[.location] == "/company/tokens?revoked=1")
            // The very next request.
            #expect(try await program.get("/api/v1/trends").status == .unauthorized)
            let after = try await eve.get("/company/tokens?revoked=1")
            #expect(after.body.contains("The token is revoked") && TokenMaking.revocation(in: after.body) == nil)
            #expect(try await eve.post(revoke, ["csrf": csrf]).status == .notFound)
        }
    }

    @Test func what_cannot_be_made_is_said_and_kept_in_the_form() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let csrf = Browser.token(in: try await eve.get("/company/tokens").body)
            for (fields, words) in [
                (["name": "", "jobs:read": "on", "days": "9"], "A name has"),
                (["name": "x", "days": "9"], "at least one scope"),
                (["name": "x", "jobs:read": "on", "days": "0"], "1 to 365"),
                (["name": "x", "jobs:read": "on", "days": "366"], "1 to 365"),
                (["name": "x", "jobs:read": "on", "days": "many"], "1 to 365"),
                (["name": "x", "jobs:write": "on", "days": "9"], "at least one scope"),
            ] {
                let answer = try await eve.post("/company/tokens", fields.merging(["csrf": csrf]) { $1 })
                #expect(answer.status == .unprocessableContent && answer.body.contains(words), "\(fields)")
                #expect(!answer.body.contains("tdm_"))
            }
            #expect(try await eve.post("/company/tokens", ["csrf": "x", "name": "x"]).status == .badRequest)
        }
    }

    @Test func only_admins_who_confirmed_lately_are_let_in() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let ada = try await fixture.browser("ada")
            let csrf = Browser.token(in: try await ada.get("/").body)
            for answer in [
                try await ada.get("/company/tokens"),
                try await ada.post("/company/tokens", ["csrf": csrf, "name": "x", "jobs:read": "on", "days": "9"]),
                try await ada.post("/company/tokens/\(UUID())/revoke", ["csrf": csrf]),
            ] {
                #expect(answer.status == .forbidden)
            }
            #expect(try await Browser(client: fixture.client).get("/company/tokens").status == .seeOther)
            try await fixture.companies.test.owner().runScript(
                "UPDATE sessions SET confirmed_at = now() - interval '15 minutes 1 second'")
            let stopped = try await eve.get("/company/tokens")
            #expect(stopped.headers[.location] == "/account/confirm?next=%2Fcompany%2Ftokens")
        }
    }
}
