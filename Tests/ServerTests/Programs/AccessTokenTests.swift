import Companies
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JWTKit
import Postgres
import TestSupport
import Testing
import Vault

/// Access tokens: what they open, how soon they end, and everything that is none.
@Suite struct AccessTokenTests {
    private struct Claims: JWTPayload {
        var iss = "tidemark"
        var aud = "tidemark-api/v1"
        var sub: String
        var company: String
        var scope = "trends:read products:read jobs:read"
        var iat: Int
        var exp: Int
        var jti = "x"

        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }

    private struct Granted: Decodable {
        struct Token: Decodable {
            let accessToken: String
            let tokenType: String
            let expiresIn: Int
            let scopes: [String]
        }
        let data: Token
    }

    private func grant(_ program: ProgramClient) async throws -> Granted.Token {
        let answer = try await program.post("/api/v1/token")
        #expect(answer.status == .ok && answer.headers[.cacheControl] == "no-store")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Granted.self, from: Data(answer.body.utf8)).data
    }

    private func signingKeys(_ fixture: WebFixture) throws -> [(id: String, pem: String)] {
        try SigningKeyFolder(keys: try fixture.keys.vault().keys).all().map {
            ($0.id.uuidString.lowercased(), $0.secret.withBytes { String(decoding: $0, as: UTF8.self) })
        }
    }

    /// A claim of right: for the token that `program` has, good now.
    private func claims(_ fixture: WebFixture) async throws -> Claims {
        let owner = try await fixture.companies.test.owner()
        try await owner.runScript("ALTER TABLE api_tokens NO FORCE ROW LEVEL SECURITY")
        let rows = try await owner.fetch(
            Query<Pair<UUID, UUID>>("SELECT token_id, company_id FROM api_tokens ORDER BY created_at DESC LIMIT 1"))
        let row = try #require(rows.first)
        let now = Int(fixture.clock.now.timeIntervalSince1970)
        return Claims(
            sub: row.first.uuidString.lowercased(), company: row.second.uuidString.lowercased(), iat: now,
            exp: now + 600)
    }

    private func part(_ json: String) -> String { Base64URL.encode(Array(json.utf8)) }

    @Test func a_program_trades_its_token_for_one_of_ten_minutes() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let program = ProgramClient(
                client: fixture.client, token: try await TokenMaking.make([.trendsRead], by: eve))
            let granted = try await grant(program)
            #expect(granted.tokenType == "Bearer" && granted.expiresIn == 600 && granted.scopes == ["trends:read"])
            let delegate = ProgramClient(client: fixture.client, token: granted.accessToken)
            let trends = try await delegate.get("/api/v1/trends")
            #expect(trends.status == .ok && trends.body.contains("CANARY-harbor"))
            #expect(!trends.body.contains("CANARY-kestrel"))
            #expect(try await delegate.get("/api/v1/jobs").body.contains("scope_needed"))
            #expect(try await delegate.get("/trends").status == .seeOther)
            // It is not prolonged with itself, and a person gets none.
            #expect(try await delegate.post("/api/v1/token").status == .unauthorized)
            #expect(try await eve.post("/api/v1/token", [:]).status == .unauthorized)
            fixture.clock.advance(by: 599)
            #expect(try await delegate.get("/api/v1/trends").status == .ok)
            fixture.clock.advance(by: 1)
            #expect(try await delegate.get("/api/v1/trends").status == .unauthorized)
        }
    }

    @Test func revoking_the_token_ends_what_was_made_from_it_at_the_next_request() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let program = ProgramClient(
                client: fixture.client, token: try await TokenMaking.make([.trendsRead], by: eve))
            let delegate = ProgramClient(client: fixture.client, token: try await grant(program).accessToken)
            #expect(try await delegate.get("/api/v1/trends").status == .ok)
            let list = try await eve.get("/company/tokens")
            _ = try await eve.post(
                try #require(TokenMaking.revocation(in: list.body)), ["csrf": Browser.token(in: list.body)])
            #expect(try await delegate.get("/api/v1/trends").status == .unauthorized)
            #expect(try await program.post("/api/v1/token").status == .unauthorized)
        }
    }

    @Test func only_our_signature_by_our_algorithm_counts() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let program = ProgramClient(
                client: fixture.client, token: try await TokenMaking.make([.trendsRead], by: eve))
            let real = try await grant(program).accessToken
            let parts = real.split(separator: ".").map(String.init)
            let (id, pem) = try #require(try signingKeys(fixture).last)
            let key = try ES256PrivateKey(pem: pem)
            let claims = try await claims(fixture)
            let kid = JWKIdentifier(string: id)
            func sign(_ claims: Claims, header: JWTHeader) async throws -> String {
                try await JWTKeyCollection().add(ecdsa: key, kid: kid).sign(claims, kid: kid, header: header)
            }
            let good = try await sign(claims, header: ["typ": .string("at+jwt")])
            let none = part("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"\(id)\"}")
            let hs256 = JWTHeader(fields: ["alg": .string("HS256"), "typ": .string("at+jwt")])
            let publicPEM = key.publicKey.pemRepresentation
            var tampered = claims
            tampered.company = fixture.companies.kestrel.id.description
            let body = part(
                String(decoding: try JSONEncoder().encode(["company": tampered.company]), as: UTF8.self))
            let flipped =
                parts[2].prefix(10) + (parts[2].dropFirst(10).first == "A" ? "B" : "A") + parts[2].dropFirst(11)
            var bad: [String: String] = [
                "none": "\(none).\(parts[1]).", "none, signed": "\(none).\(parts[1]).\(parts[2])",
                "other body": "\(parts[0]).\(body).\(parts[2])",
                "other signature": "\(parts[0]).\(parts[1]).\(flipped)",
                "no signature": "\(parts[0]).\(parts[1]).", "two parts": "\(parts[0]).\(parts[1])",
                "four parts": real + ".x", "as JSON": "{}", "not ES256": try await sign(claims, header: hs256),
            ]
            for secret in [publicPEM, pem, String(repeating: "\0", count: 32), id] {
                let forger = await JWTKeyCollection().add(
                    hmac: HMACKey(from: secret), digestAlgorithm: .sha256, kid: kid)
                bad["HS256 \(secret.count)"] = try await forger.sign(
                    claims, kid: kid, header: ["typ": .string("at+jwt")])
            }
            let stranger = await JWTKeyCollection().add(ecdsa: ES256PrivateKey(), kid: kid)
            bad["another key"] = try await stranger.sign(claims, kid: kid, header: ["typ": .string("at+jwt")])
            let unknown = JWKIdentifier(string: UUID().uuidString.lowercased())
            let other = await JWTKeyCollection().add(ecdsa: key, kid: unknown)
            bad["unknown key"] = try await other.sign(claims, kid: unknown, header: ["typ": .string("at+jwt")])
            bad["no type"] = try await sign(claims, header: [:])
            bad["another type"] = try await sign(claims, header: ["typ": .string("JWT")])
            bad["critical"] = try await sign(
                claims, header: ["typ": .string("at+jwt"), "crit": .array([.string("b64")])])
            for change: (inout Claims) -> Void in [
                { $0.iss = "elsewhere" }, { $0.aud = "tidemark" }, { $0.exp = $0.iat }, { $0.exp = $0.iat + 86_400 },
                {
                    $0.iat += 3_600; $0.exp += 3_600
                }, { $0.sub = UUID().uuidString }, { $0.sub = "x" }, { $0.company = "x" },
                { $0.company = fixture.companies.kestrel.id.description },
            ] {
                var changed = claims
                change(&changed)
                bad["claim \(bad.count)"] = try await sign(changed, header: ["typ": .string("at+jwt")])
            }
            for (what, token) in bad {
                let answer = try await ProgramClient(client: fixture.client, token: token).get("/api/v1/trends")
                #expect(answer.status == .unauthorized, "\(what)")
            }
            // More scopes than the token has are not given.
            let wider = ProgramClient(client: fixture.client, token: good)
            #expect(try await wider.get("/api/v1/trends").status == .ok)
            #expect(try await wider.get("/api/v1/jobs").body.contains("scope_needed"))
        }
    }

    @Test func keys_follow_one_another_and_what_the_one_before_signed_stays_good() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let program = ProgramClient(
                client: fixture.client, token: try await TokenMaking.make([.trendsRead], by: eve))
            let month: TimeInterval = 30 * 86_400
            _ = try await grant(program)
            fixture.clock.advance(by: month - 60)
            let before = try await grant(program).accessToken
            #expect(try signingKeys(fixture).count == 1)
            fixture.clock.advance(by: 120)
            let after = try await grant(program).accessToken
            #expect(before.prefix { $0 != "." } != after.prefix { $0 != "." })
            for token in [before, after] {
                let delegate = ProgramClient(client: fixture.client, token: token)
                #expect(try await delegate.get("/api/v1/trends").status == .ok)
            }
            let kept = try signingKeys(fixture).map(\.id)
            #expect(kept.count == 2)
            fixture.clock.advance(by: month)
            _ = try await grant(program)
            let later = try signingKeys(fixture).map(\.id)
            #expect(later.count == 2 && later.first == kept.last)
        }
    }
}
