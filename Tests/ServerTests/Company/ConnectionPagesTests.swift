import Companies
import Connections
import Foundation
import HTTPTypes
import Postgres
import TestSupport
import Testing
import Vault

@Suite struct ConnectionPagesTests {
    /// Takes the login if its password is the right one, and remembers what it was given.
    private struct Probe: ConnectionProbe {
        func probe(_ connection: ConnectionFacts, with secrets: ConnectionSecrets) async -> ProbeVerdict {
            guard let field = SecretField(rawValue: "password"), let secret = secrets[field] else {
                return ProbeVerdict(health: .changed, note: nil)
            }
            let isRight = secret.withBytes { Array($0) == Array("sesame & CANARY-SECRET=1".utf8) }
            return ProbeVerdict(
                health: isRight ? .working : .refused, note: isRight ? nil : "<b>LibDib</b> did not take the login.",
                expiresAt: isRight ? Date(timeIntervalSince1970: 1_763_769_600) : nil)
        }
    }

    private static let secret = "sesame & CANARY-SECRET=1"

    private func probes() throws -> [SourceCode: any ConnectionProbe] {
        [try #require(SourceCode(rawValue: "libdib")): Probe()]
    }

    private func form(_ browser: Browser) async throws -> String {
        Browser.token(in: try await browser.get("/company/connections/new?source=libdib").body)
    }

    private func add(_ browser: Browser, name: String = "Our LibDib", more: [String: String] = [:]) async throws
        -> Browser.Answer
    {
        let fields = [
            "csrf": try await form(browser), "source": "libdib", "name": name, "version": "1", "confirmed": "yes",
            "secret-email": "buyer@example.com", "secret-password": Self.secret,
        ]
        return try await browser.post("/company/connections/new", fields.merging(more) { $1 })
    }

    /// The address of the newest connection on the list.
    private func newest(_ browser: Browser) async throws -> String {
        let list = try await browser.get("/company/connections").body
        let link = try #require(list.firstMatch(of: #/href="(/company/connections/[0-9a-f-]{36})"/#))
        return String(link.1)
    }

    @Test func a_source_is_connected_tried_replaced_and_removed() async throws {
        try await WebFixture.with(probes: try probes()) { fixture in
            let harbor = fixture.companies.harbor
            let admin = try await fixture.join("adam", .admin, of: harbor)
            let empty = try await admin.get("/company/connections")
            #expect(empty.body.contains("No source is connected yet") && empty.body.contains("LibDib"))
            #expect(empty.headers[.cacheControl] == "no-store")

            let added = try await add(admin)
            #expect(added.status == .seeOther && added.headers[.location] == "/company/connections?done=connected")
            let place = try await newest(admin)
            let fresh = try await admin.get(place).body
            #expect(fresh.contains("Our LibDib: not tried yet") && fresh.contains("email, password"))
            #expect(fresh.contains("Nobody and nothing has used it yet"))

            let token = Browser.token(in: fresh)
            let tried = try await admin.post(place + "/test", ["csrf": token])
            #expect(tried.headers[.location] == place + "?done=tested")
            let works = try await admin.get(place + "?done=tested").body
            #expect(works.contains("Our LibDib: works") && works.contains("21 Nov 2025"))
            #expect(works.contains("to try it") && works.contains("adam"))

            let replaced = try await admin.post(
                place + "/credentials",
                [
                    "csrf": token, "version": "1", "confirmed": "yes", "secret-email": "buyer@example.com",
                    "secret-password": "wrong",
                ])
            #expect(replaced.headers[.location] == place + "?done=replaced")
            _ = try await admin.post(place + "/test", ["csrf": token])
            let refused = try await admin.get(place).body
            #expect(refused.contains("login refused") && refused.contains("The source did not take the login"))
            #expect(refused.contains("&lt;b&gt;LibDib&lt;/b&gt; did not take the login."))
            #expect(try await admin.get("/company/connections").body.contains("1 connection needs somebody"))

            // Not by a slip, and then for good.
            _ = try await admin.post(place + "/revoke", ["csrf": token])
            #expect(try await admin.get(place).body.contains("login refused"))
            let revoked = try await admin.post(place + "/revoke", ["csrf": token, "confirmed": "yes"])
            #expect(revoked.headers[.location] == "/company/connections?done=revoked")
            let gone = try await admin.get(place).body
            #expect(gone.contains("Our LibDib: removed") && !gone.contains("Replace the login"))
            #expect(try await admin.post(place + "/test", ["csrf": token]).status == .notFound)
            let again = try await admin.post(
                place + "/credentials",
                ["csrf": token, "version": "1", "confirmed": "yes", "secret-email": "a", "secret-password": "b"])
            #expect(again.status == .notFound)

            let events = try await fixture.companies.database.read(
                in: harbor.id,
                AuditTrail.newest(of: harbor.id, AuditFilter(area: "connection"), limit: 20))
            #expect(
                events.map(\.action).reversed() == [
                    "connection.added", "connection.tested", "connection.replaced", "connection.tested",
                    "connection.revoked",
                ])
            let uses = try await fixture.companies.database.read(
                in: harbor.id,
                AuditTrail.newest(of: harbor.id, AuditFilter(area: "credential"), limit: 20))
            #expect(uses.map(\.action) == ["credential.used", "credential.used"])
        }
    }

    @Test func what_cannot_be_stored_comes_back_with_a_sentence_and_without_the_login() async throws {
        try await WebFixture.with { fixture in
            let admin = try await fixture.join("adam", .admin, of: fixture.companies.harbor)
            #expect(try await add(admin).status == .seeOther)
            for (more, sentence) in [
                ([:], "already a connection of that name"),
                (["name": "our libdib"], "already a connection of that name"),
                (["name": ""], "1 to 200 characters"),
                (["name": String(repeating: "n", count: 201)], "1 to 200 characters"),
                (["name": "b", "confirmed": "no"], "without the confirmation"),
                (["name": "b", "version": "0"], "has changed meanwhile"),
                (["name": "b", "version": "99999999999999999999"], "has changed meanwhile"),
                (["name": "b", "secret-password": ""], "every field"),
                (["name": "b", "secret-password": String(repeating: "x", count: 4_097)], "4,096 bytes at most"),
            ] as [([String: String], String)] {
                let answer = try await add(admin, more: more)
                #expect(answer.status == .unprocessableContent, "\(sentence)")
                #expect(answer.body.contains(sentence), "\(sentence)")
                #expect(!answer.body.contains("sesame") && !answer.body.contains("buyer@example.com"))
            }
            #expect(try await add(admin, more: ["source": "nowhere"]).status == .notFound)
            #expect(try await admin.get("/company/connections/new?source=nowhere").status == .notFound)
            #expect(try await admin.get("/company/connections/new").status == .notFound)
            // Bytes that are no text are a password like any other.
            let odd = try await add(admin, name: "odd", more: ["secret-password": "\u{1F377}\u{0}\u{202E}"])
            #expect(odd.status == .seeOther)
            // Without something that reads the source nothing is tried, and the page says so.
            let place = try await newest(admin)
            let page = try await admin.get(place).body
            #expect(page.contains("Nothing reads this source yet") && !page.contains("Try the login now"))
            let tried = try await admin.post(place + "/test", ["csrf": Browser.token(in: page)])
            #expect(tried.headers[.location] == place)
            #expect(try await admin.get(place).body.contains("not tried yet"))
        }
    }

    /// S-069: no page, no answer and no column has it.
    @Test func s_069_a_stored_login_is_never_seen_again() async throws {
        try await WebFixture.with(probes: try probes()) { fixture in
            let admin = try await fixture.join("adam", .admin, of: fixture.companies.harbor)
            _ = try await add(admin)
            let place = try await newest(admin)
            _ = try await admin.post(place + "/test", ["csrf": Browser.token(in: try await admin.get(place).body)])
            for path in ["/company/connections", place, "/company/audit", "/company/audit.csv", "/jobs", "/"] {
                let answer = try await admin.get(path)
                #expect(answer.status == .ok && !answer.body.contains("CANARY-SECRET"), "\(path)")
                #expect(!answer.body.contains("buyer@example.com"), "\(path)")
            }
            // S-090 for the database: every column of every table.
            let owner = try await fixture.companies.test.owner()
            try await owner.runScript(
                "ALTER TABLE connection_secrets NO FORCE ROW LEVEL SECURITY; ALTER TABLE connections NO FORCE ROW LEVEL SECURITY;"
                    + "ALTER TABLE audit_events NO FORCE ROW LEVEL SECURITY; ALTER TABLE vault_uses NO FORCE ROW LEVEL SECURITY"
            )
            let tables = try await owner.fetch(
                Query<Single<String>>(
                    "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"))
            #expect(tables.count > 40)
            for table in tables.map(\.value) {
                let hits = try await owner.fetch(
                    Query<Single<Int>>(
                        SQL(
                            unsafe: """
                                SELECT count(*) FROM \(table) t WHERE t::text LIKE '%CANARY-SECRET%'
                                    OR t::text LIKE '%\(Self.hex("CANARY-SECRET"))%'
                                """)))
                #expect(hits.first?.value == 0, "\(table)")
            }
            // The negative control: what is no secret is found.
            let found = try await owner.fetch(
                Query<Single<Int>>("SELECT count(*) FROM connections t WHERE t::text LIKE '%Our LibDib%'"))
            #expect(found.first?.value == 1)
        }
    }

    private static func hex(_ text: String) -> String { text.utf8.map { String(format: "%02x", $0) }.joined() }

    @Test func the_other_company_sees_nothing_and_touches_nothing() async throws {
        try await WebFixture.with(probes: try probes()) { fixture in
            let admin = try await fixture.join("adam", .admin, of: fixture.companies.harbor)
            let other = try await fixture.join("olga", .owner, of: fixture.companies.kestrel)
            _ = try await add(admin, name: "CANARY-CONNECTION")
            let place = try await newest(admin)
            let token = try await form(other)
            let login = [
                "csrf": token, "version": "1", "confirmed": "yes", "secret-email": "a", "secret-password": "b",
            ]
            #expect(try await other.get(place).status == .notFound)
            for deed in ["/test", "/credentials", "/revoke"] {
                #expect(try await other.post(place + deed, login).status == .notFound, "\(deed)")
            }
            for path in ["/company/connections", "/company/audit", "/company/audit.csv"] {
                let body = try await other.get(path).body
                #expect(!body.contains("CANARY-CONNECTION") && !body.contains(place), "\(path)")
            }
            // The name is free there.
            #expect(try await add(other, name: "CANARY-CONNECTION").status == .seeOther)
            _ = try await admin.post(place + "/test", ["csrf": try await form(admin)])
            #expect(try await admin.get(place).body.contains("CANARY-CONNECTION: works"))
        }
    }
}
