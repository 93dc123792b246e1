import Companies
import Connections
import Foundation
import HTTPTypes
import Ingestion
import Jobs
import Outbound
import Postgres
import Routes
import TestSupport
import Testing
import Vault

@testable import Server

/// S-093 (G-AUD-02): every route that changes something puts it on record. The routes come from the policy, so a new one that is not
/// in this test fails it.
@Suite struct RecordCoverageTests {
    private struct Probe: ConnectionProbe {
        func probe(_ connection: ConnectionFacts, with secrets: ConnectionSecrets) async -> ProbeVerdict {
            ProbeVerdict(health: .working, note: nil)
        }
    }

    /// All events there are, as company, number and action.
    private func events(_ fixture: WebFixture) async throws -> [String] {
        var events: [String] = []
        let companies = try await fixture.companies.database.system(reason: "a test") { try await $0.companies() }
        for company in companies.map(\.id) + [CompanyID.house] {
            let found = try await fixture.companies.database.read(
                in: company, AuditTrail.newest(of: company, AuditFilter(), limit: 1_000))
            events += found.map { "\(company) \($0.sequence) \($0.action)" }
        }
        return events
    }

    /// The new ones, as company and action.
    private func newest(_ before: [String], _ fixture: WebFixture) async throws -> [String] {
        let known = Set(before)
        return try await events(fixture).filter { !known.contains($0) }.map { event in
            let words = event.split(separator: " ")
            return "\(words[0]) \(words[2])"
        }
    }

    @Test func s_093_every_change_is_on_record() async throws {
        let libdib = try #require(SourceCode(rawValue: "libdib"))
        // Nobody is there, which is what comes of trying.
        let nowhere = SourceAccess(
            visitor: Visitor(client: WebClient(userAgent: "test"), agent: "test", sleep: { _ in }),
            places: [
                "libdib": try WebAddress("https://127.0.0.1/"), "googletrends": try WebAddress("https://127.0.0.1/"),
            ])
        try await WebFixture.with(jobs: WebFixture.kinds, probes: [libdib: Probe()], sources: nowhere) { fixture in
            let harbor = fixture.companies.harbor
            let browser = try await fixture.join("olga", .owner, of: harbor, staff: .operator)
            let hash = try await WebFixture.hashing.hash(try .init(WebFixture.password))
            try await CompanyRegistry(database: fixture.companies.database).addMember(
                to: fixture.companies.kestrel.id, email: "olga@example.com", displayName: "olga", role: .owner,
                passwordHash: hash, identity: IdentityID(rawValue: UUID()),
                at: fixture.companies.now.addingTimeInterval(9))
            var seen = 0
            var app: AuthenticatorApp?
            for rule in AccessPolicy.rules where rule.method != .get && rule.silence == nil {
                // Made anew for each route: the one before may have used it up.
                let path = try await path(of: rule, browser, fixture)
                fixture.clock.advance(by: 60)
                // Some doors are for who is not signed in.
                let sender = Self.isForStrangers(rule) ? Browser(client: fixture.client) : browser
                guard let fields = try await fields(of: rule, sender, &app, fixture) else {
                    Issue.record("\(rule.pattern) has no form in this test")
                    continue
                }
                let isPublic = ["/invitation", "/confirm-address"].contains(rule.pattern) || Self.isForStrangers(rule)
                let page = rule.pattern.hasPrefix("/sign-in") ? rule.pattern : isPublic ? "/sign-in" : "/"
                let token = Browser.token(in: try await sender.get(page).body)
                let before = try await events(fixture)
                let answer = try await sender.post(path, fields.merging(["csrf": token]) { $1 })
                // What is shown once is shown at once.
                let isShown = Self.shown.contains(rule.pattern)
                #expect(
                    answer.status == (isShown ? .ok : rule.pattern.hasPrefix("/api/") ? .accepted : .seeOther),
                    "\(rule.pattern): \(answer.status) \(answer.body.prefix(300))")
                let written = try await newest(before, fixture)
                let allowed = Set(rule.records.map(\.rawValue))
                let actions = written.map { String($0.split(separator: " ")[1]) }
                #expect(!written.isEmpty && allowed.isSuperset(of: actions), "\(rule.pattern): \(written)")
                // Of sessions each that ended has its event; of all else there is one in each company it touches.
                let counted = written.filter { !$0.hasSuffix(" session.ended") }
                #expect(Set(counted).count == counted.count, "\(rule.pattern): \(written)")
                seen += 1
                if rule.pattern == "/sign-out" { _ = try await browser.signIn("olga@example.com", WebFixture.password) }
                if rule.pattern == "/account/company" || rule.pattern == "/invitation" {
                    _ = try await browser.post(
                        "/account/company",
                        ["csrf": Browser.token(in: try await browser.get("/account").body), "company": "\(harbor.id)"])
                }
            }
            #expect(seen >= 20)
        }
    }

    private static func isForStrangers(_ rule: AccessRule) -> Bool {
        ["/reset-password", "/invitation/join", "/sign-up/confirm"].contains(rule.pattern)
    }

    private func path(of rule: AccessRule, _ browser: Browser, _ fixture: WebFixture) async throws -> String {
        guard rule.pattern.contains("{connection}") else {
            return try await Places(fixture, of: fixture.companies.harbor).path(rule.pattern)
        }
        let token = Browser.token(in: try await browser.get("/").body)
        _ = try await browser.post(
            "/company/connections/new",
            [
                "csrf": token, "source": "libdib", "name": UUID().uuidString, "version": "1", "confirmed": "yes",
                "secret-email": "a", "secret-password": "b",
            ])
        let list = try await browser.get("/company/connections").body
        let id = try #require(list.firstMatch(of: #/href="/company/connections/([0-9a-f-]{36})"/#)).1
        return rule.pattern.replacing("{connection}", with: id)
    }

    /// Changes whose answer holds what is never shown again.
    private static let shown: Set<String> = [
        "/company/tokens", "/account/second-factor/code", "/account/second-factor/recovery-codes",
        "/company/connections/try", "/sources/connect/try", "/staff/sources/connect/try",
        // And one that answers with what it changed.
        "/api/v1/alerts/{alert}/acknowledgement",
    ]

    /// Begins to set up a second factor.
    private func begin(_ browser: Browser) async throws -> AuthenticatorApp {
        let token = Browser.token(in: try await browser.get("/").body)
        _ = try await browser.post("/account/second-factor", ["csrf": token])
        let page = try await browser.get("/account/second-factor").body
        let seed = try #require(page.firstMatch(of: #/secret=([A-Z2-7]{32})/#)).1
        return AuthenticatorApp(seed: String(seed))
    }

    /// A form that does what the route is for.
    private func fields(
        of rule: AccessRule, _ browser: Browser, _ app: inout AuthenticatorApp?, _ fixture: WebFixture
    ) async throws -> [String: String]? {
        if let people = try await PeopleForms(fixture: fixture).fields(of: rule, browser) { return people }
        let login = ["version": "1", "confirmed": "yes", "secret-email": "a", "secret-password": "b"]
        let harbor = fixture.companies.harbor
        let next = "a quince for the anvil"
        switch rule.pattern {
        case "/sign-in": return ["email": "olga@example.com", "password": WebFixture.password]
        case "/sign-out": return [:]
        case "/account/sessions":
            _ = try await fixture.browser("olga")
            return [:]
        case "/account/password":
            return ["present": WebFixture.password, "password": next, "again": next]
        case "/account/confirm":
            // The password that was set just before.
            return ["password": next]
        case "/account/company": return ["company": "\(fixture.companies.kestrel.id)"]
        case "/account/second-factor/code":
            let made = try await begin(browser)
            app = made
            return ["code": made.code(at: fixture.clock.now)]
        case "/account/second-factor/recovery-codes": return [:]
        case "/sign-in/code":
            #expect(try await browser.signIn("olga@example.com", next) == .seeOther)
            return ["code": app?.code(at: fixture.clock.now) ?? ""]
        case "/account/second-factor/off":
            return ["password": next, "code": app?.code(at: fixture.clock.now) ?? ""]
        case "/company/judge": return ["judge": "on"]
        case "/company/security": return ["second-factor": "off"]
        case "/company/tokens": return ["name": "Till", "jobs:read": "on", "days": "9"]
        case "/company/tokens/{token}/revoke": return [:]
        case "/company": return ["name": "Harbor", "currency": "USD", "zone": "UTC"]
        case "/company/connections/try": return login.merging(["source": "libdib", "name": "once"]) { $1 }
        case "/company/connections/new": return login.merging(["source": "libdib", "name": "once"]) { $1 }
        case "/company/connections/{connection}/credentials": return login
        case "/company/connections/{connection}/test": return [:]
        case "/company/connections/{connection}/revoke": return ["confirmed": "yes"]
        case "/api/v1/sources/{source}/runs": return [:]
        case "/api/v1/alerts/{alert}/acknowledgement": return [:]
        case "/alerts/{alert}/act", "/staff/alerts/{alert}/act": return ["act": "silence", "hours": "8"]
        case "/staff/alerts/monitors": return ["family": "tidemark_jobs_leased", "threshold": "50"]
        case "/alerts/monitors/{monitor}", "/staff/alerts/monitors/{monitor}":
            return ["threshold": "4", "patience": "0", "severity": "critical", "on": "yes"]
        case "/alerts/channels", "/staff/alerts/channels":
            return ["kind": "email", "name": "Us", "least": "notice"]
        case "/alerts/channels/{channel}/act", "/staff/alerts/channels/{channel}/act": return ["act": "test"]
        case "/sources/switch", "/staff/sources/switch":
            return ["source": "giassi", "act": "stop", "reason": "they asked us to"]
        case "/weights":
            return ["act": "keep", "media": "0", "retail": "70", "price": "10", "inventory": "12.5", "search": "7.5"]
        case "/trends/{product}/decisions":
            let shown = try await browser.get(try await Places(fixture, of: harbor).path(rule.pattern)).body
            let listing = shown.firstMatch(of: #/name="(listing-[0-9a-f-]{36})"/#)
            return ["act": "different", "reason": "Another vintage", listing.map { String($0.1) } ?? "": "yes"]
        case "/sources/connect", "/staff/sources/connect", "/sources/connect/try", "/staff/sources/connect/try":
            return [
                "source": "googletrends", "name": "Read by all", "region": "US", "terms": "\(UUID())", "every": "60",
            ]
        case "/sources/connections/{source}/act", "/staff/sources/connections/{source}/act": return ["act": "read"]
        case "/sources/runs/{run}/decide", "/staff/sources/runs/{run}/decide": return ["act": "publish"]
        case "/jobs/{job}/act", "/staff/jobs/{job}/act": return ["act": "replay"]
        case "/jobs/confirm", "/staff/jobs/confirm":
            _ = try await fixture.deadJob(of: harbor)
            return ["act": "replay", "status": "dead", "kind": "errand"]
        case "/jobs/pauses", "/staff/jobs/pauses": return ["act": "pause", "queue": "slow"]
        case "/jobs/schedules", "/staff/jobs/schedules":
            let schedule = try await fixture.schedule(UUID().uuidString, of: harbor)
            return ["act": "pause", "schedule": schedule, "company": "\(harbor.id)"]
        case "/jobs/new", "/staff/jobs/new":
            return ["kind": "errand", "company": "harbor", "arguments": "{\"shop\":\"a\"}"]
        default: return nil
        }
    }
}
