import Companies
import Connections
import Foundation
import Outbound
import Postgres
import Synchronization
import TestSupport
import Testing
import Vault

@testable import Alerts

/// Receivers, well-behaved and hostile, over real sockets (F-33).
@Suite struct AlertDeliveryTests {
    private final class Flag: Sendable {
        private let value = Mutex(false)

        var isUp: Bool { value.withLock { $0 } }

        func raise() { value.withLock { $0 = true } }
    }

    private static func ok(_ text: String = "ok") -> [FakeSite.Step] { [.answer("200 OK", [:], Array(text.utf8))] }

    @Test func a_webhook_is_told_once_and_can_trust_what_it_is_told() async throws {
        try await AlertFixture.with { fixture in
            try await FakeSite.with { _ in
                Self.ok()
            } _: { site in
                let key = try #require(try await fixture.webhook(at: site).signingKey)
                try await fixture.look([AlertFixture.failures(3)])
                try await fixture.work(site)
                let asked = try #require(site.asked.first)
                #expect(site.asked.count == 1 && asked.method == "POST" && asked.path == "/hook/CANARY-PATH")
                let delivery = try #require(try await fixture.told().first)
                #expect(delivery.state == .delivered && delivery.status == 200 && delivery.attempts == 1)
                #expect(asked.field("webhook-id") == "\(delivery.id)")
                let timestamp = try #require(asked.field("webhook-timestamp").flatMap { Int64($0) })
                #expect(timestamp == Int64(fixture.now.timeIntervalSince1970))
                #expect(
                    asked.field("webhook-signature")
                        == WebhookSignature.make(
                            key: try #require(WebhookKey.bytes(of: key.text)), id: "\(delivery.id)",
                            timestamp: timestamp, body: asked.body))
                #expect(String(decoding: asked.body, as: UTF8.self).contains("source.failures"))
                // Neither address nor key is in any row.
                for table in [
                    "alert_channels", "alert_channel_secrets", "alert_deliveries", "jobs", "job_events", "audit_events",
                ] {
                    #expect(try await fixture.count("\(table) t", "t::text LIKE '%CANARY-PATH%'") == 0)
                    #expect(try await fixture.count("\(table) t", "t::text LIKE '%\(key.text.suffix(12))%'") == 0)
                }
            }
        }
    }

    /// Whatever a receiver does ends within its limits, as the named state, and the same message comes again under the same id.
    @Test(arguments: [
        ("500", "answers 500"), ("302", "sends us elsewhere"), ("429", "is busy"), ("hang", "did not begin to answer"),
        ("endless", "too large"), ("cut", "broke off"), ("nothing", "broke off"),
    ])
    func what_is_not_taken_is_tried_again_later(how: String, problem: String) async throws {
        try await AlertFixture.with { fixture in
            try await FakeSite.with { _ in
                switch how {
                case "500": [.answer("500 Internal Server Error")]
                case "302": [.answer("302 Found", ["Location": "http://127.0.0.1:1/elsewhere"])]
                case "429": [.answer("429 Too Many Requests", ["Retry-After": "3600"])]
                case "hang": [.hang]
                case "endless": [.text("HTTP/1.1 200 OK\r\n\r\n"), .endless(Array(repeating: 0x78, count: 65_536))]
                case "cut": [.text("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"), .close]
                default: [.close]
                }
            } _: { site in
                try await fixture.webhook(at: site)
                try await fixture.look([AlertFixture.failures(3)])
                try await fixture.work(site)
                let first = try #require(try await fixture.told().first)
                #expect(first.state == .queued && first.attempts == 1)
                #expect(first.problem?.contains(problem) == true, "\(first.problem ?? "-")")
                #expect(try await fixture.count("waiting_jobs", "reason = 'retry'") == 1)
                if how == "429" {
                    #expect(try await fixture.count("waiting_jobs", "due_at > now() + interval '59 minutes'") == 1)
                }
                #expect(try await fixture.channels().first?.brokenAt == nil)
                guard how == "500" else { return }
                // After the last attempt nobody tries again, and the channel is known not to work.
                for _ in DeliveryRetry.waits {
                    try await fixture.hurry()
                    try await fixture.work(site)
                }
                let last = try #require(try await fixture.told().first)
                #expect(last.state == .failed && last.attempts == DeliveryRetry.waits.count + 1)
                #expect(Set(site.asked.map { $0.field("webhook-id") ?? "" }) == ["\(last.id)"])
                #expect(try await fixture.channels().first?.brokenWhy?.contains("500") == true)
            }
        }
    }

    /// Two places, as every process has for messages: a receiver that never answers keeps one of them from its own company alone.
    @Test func a_receiver_that_never_answers_holds_up_nobody_elses_word() async throws {
        try await AlertFixture.with { fixture in
            try await FakeSite.with { asked in
                asked.path == "/hook/never" ? [.hang] : Self.ok()
            } _: { site in
                for name in ["One", "Two", "Three"] {
                    try await fixture.webhook(at: site, name: name, path: "/hook/never")
                }
                try await fixture.webhook(at: site, path: "/hook/theirs", to: fixture.kestrel)
                try await fixture.look([AlertFixture.failures(3)])
                try await fixture.look([AlertFixture.failures(3)], at: fixture.kestrel)
                // Until theirs is told; ours hang.
                try await fixture.work(site, in: fixture.kestrel)
                #expect(try await fixture.told(in: fixture.kestrel).map(\.state) == [.delivered])
                #expect(try await fixture.told().map(\.state) == [.queued, .queued, .queued])
                #expect(site.asked.count { $0.path == "/hook/never" } == 1)
            }
        }
    }

    @Test func nothing_inside_is_ever_asked() async throws {
        try await AlertFixture.with { fixture in
            try await FakeSite.with { _ in
                Self.ok()
            } _: { site in
                // Named when it was entered, and not any more when there is something to tell: as a name that means another address.
                try await fixture.webhook(at: site)
                try await fixture.look([AlertFixture.failures(3)])
                try await fixture.work()
                #expect(site.connections == 0)
                let told = try #require(try await fixture.told().first)
                #expect(
                    told.state == .failed && told.problem?.contains("not an address of the public internet") == true)
                #expect(try await fixture.channels().first?.brokenAt != nil)
            }
        }
    }

    @Test(arguments: [
        "http://example.com/hook", "https://127.0.0.1/", "https://[::1]/", "https://169.254.169.254/latest",
        "https://10.0.0.1/", "https://localhost/", "https://example.com:8443/", "https://user:pass@example.com/",
        "ftp://example.com/", "https://0x7f000001/", "https://2130706433/", "https://[::ffff:127.0.0.1]/", "", "hook",
        "https://example.com/a b", "file:///etc/passwd", "https://127.1/",
    ])
    func an_address_that_must_not_be_told_is_refused_when_it_is_entered(text: String) throws {
        #expect(throws: ChannelProblem.address) {
            try NewChannel(kind: .webhook, name: "Hook", least: .notice, secret: SecretBytes(copying: text))
        }
        #expect(throws: ChannelProblem.slackAddress) {
            try NewChannel(kind: .slack, name: "Slack", least: .notice, secret: SecretBytes(copying: text))
        }
    }

    @Test func what_is_entered_is_checked() throws {
        func slack(_ text: String) throws -> NewChannel {
            try NewChannel(kind: .slack, name: "Slack", least: .notice, secret: SecretBytes(copying: text))
        }
        #expect(try slack(" https://hooks.slack.com/services/T0/B0/x \n").host == "hooks.slack.com")
        #expect(throws: ChannelProblem.slackAddress) { try slack("https://hooks.slack.com/") }
        #expect(throws: ChannelProblem.slackAddress) { try slack("https://evil.example/services/T0/B0/x") }
        func duty(_ key: String, isEuropean: Bool = false) throws -> NewChannel {
            try NewChannel(
                kind: .pagerduty, name: "Duty", least: .notice, secret: SecretBytes(copying: key),
                isEuropean: isEuropean)
        }
        #expect(try duty(String(repeating: "a", count: 32)).host == "events.pagerduty.com")
        #expect(try duty(String(repeating: "a", count: 32), isEuropean: true).host == "events.eu.pagerduty.com")
        #expect(throws: ChannelProblem.routingKey) { try duty("short") }
        #expect(throws: ChannelProblem.nameLength) { try NewChannel(kind: .email, name: " ", least: .notice) }
    }

    @Test func slack_says_ok_and_what_it_says_otherwise_decides() async throws {
        for (status, body, state, isBroken) in [
            ("200 OK", "ok", DeliveryState.delivered, false), ("404 Not Found", "no_service", .failed, true),
            ("410 Gone", "channel_is_archived", .failed, true), ("400 Bad Request", "invalid_payload", .failed, false),
            ("429 Too Many Requests", "rate_limited", .queued, false), ("500 Internal", "rollup_error", .queued, false),
        ] {
            try await AlertFixture.with { fixture in
                try await FakeSite.with { _ in
                    [.answer(status, [:], Array(body.utf8))]
                } _: { site in
                    try await fixture.add(
                        NewChannel(
                            kind: .slack, name: "Slack", least: .notice,
                            secret: SecretBytes(copying: "http://127.0.0.1:\(site.port)/services/T/B/x"),
                            reach: AlertFixture.reach(site)))
                    try await fixture.look([AlertFixture.failures(3)])
                    try await fixture.work(site)
                    let told = try #require(try await fixture.told().first)
                    #expect(told.state == state, "\(status)")
                    #expect((try await fixture.channels().first?.brokenAt != nil) == isBroken, "\(status)")
                    #expect(site.asked.first?.field("content-type") == "application/json")
                }
            }
        }
    }

    @Test func pagerduty_follows_an_alert_to_its_end() async throws {
        try await AlertFixture.with { fixture in
            try await FakeSite.with { _ in
                [.answer("202 Accepted", [:], Array(#"{"status":"success"}"#.utf8))]
            } _: { site in
                let place = try WebAddress("http://127.0.0.1:\(site.port)/v2/enqueue")
                try await fixture.add(
                    NewChannel(
                        kind: .pagerduty, name: "Duty", least: .notice,
                        secret: SecretBytes(copying: String(repeating: "k", count: 32))))
                try await fixture.look([AlertFixture.failures(3, "a"), AlertFixture.failures(3, "b")])
                try await fixture.work(site, pagerDuty: place)
                let alert = try #require(try await fixture.alerts().first)
                _ = try await fixture.database.transaction(in: fixture.harbor) {
                    try await AlertDeskQueries(transaction: $0)
                        .acknowledge(alert.id, by: .person(fixture.person), at: fixture.now)
                }
                fixture.wait(301)
                try await fixture.look([AlertFixture.failures(3, "a"), AlertFixture.failures(3, "b")])
                try await fixture.work(site, pagerDuty: place)
                fixture.wait(301)
                try await fixture.look([AlertFixture.failures(0, "a"), AlertFixture.failures(0, "b")])
                try await fixture.work(site, pagerDuty: place)
                let events = try site.asked.map { asked -> (String, String) in
                    let json = try #require(
                        try JSONSerialization.jsonObject(with: Data(asked.body)) as? [String: Any])
                    return (json["event_action"] as? String ?? "", json["dedup_key"] as? String ?? "")
                }
                #expect(events.map(\.0) == ["trigger", "trigger", "acknowledge", "resolve", "resolve"])
                #expect(Set(events.map(\.1)).count == 2 && events[2].1 == "tidemark/\(alert.id)")
            }
        }
    }

    @Test func a_channel_that_does_not_work_is_told_of_on_another_and_catches_up_when_it_does() async throws {
        try await AlertFixture.with { fixture in
            let isWell = Flag()
            try await FakeSite.with { asked in
                asked.path == "/hook/bad" && !isWell.isUp ? [.answer("410 Gone")] : Self.ok()
            } _: { site in
                let bad = try await fixture.webhook(at: site, name: "Bad", path: "/hook/bad").id
                try await fixture.webhook(at: site, name: "Good", path: "/hook/good")
                try await fixture.look([AlertFixture.failures(3)])
                try await fixture.work(site)
                fixture.wait(301)
                // The look that the failure asked for saw the channel; this one tells of it.
                let broken = MetricReading(.channel, subject: "\(bad)", name: "Bad", value: 1)
                try await fixture.look([AlertFixture.failures(3), broken])
                try await fixture.work(site)
                let paths = site.asked.map {
                    "\($0.path) \(String(decoding: $0.body, as: UTF8.self).contains("channel.broken"))"
                }
                #expect(paths.contains("/hook/good true") && !paths.contains("/hook/bad true"))
                // Nothing more is tried there, until a test shows that it works.
                #expect(site.asked.count { $0.path == "/hook/bad" } == 1)
                isWell.raise()
                _ = try await fixture.database.transaction(in: fixture.harbor) {
                    try await ChannelQueries(transaction: $0, vault: fixture.vault)
                        .test(bad, by: .person(fixture.person), at: fixture.now)
                }
                try await fixture.work(site)
                #expect(try await fixture.channels().first { $0.id == bad }?.brokenAt == nil)
                fixture.wait(301)
                try await fixture.look([AlertFixture.failures(3)], of: [.failures])
                try await fixture.work(site)
                let last = try #require(site.asked.last { $0.path == "/hook/bad" })
                #expect(String(decoding: last.body, as: UTF8.self).contains("source.failures"))
            }
        }
    }

    @Test func mail_goes_to_admins_or_to_whom_was_chosen_and_to_nobody_of_another_company() async throws {
        try await AlertFixture.with { fixture in
            let registry = CompanyRegistry(database: fixture.database)
            let vera = IdentityID(rawValue: UUID())
            for (email, role, identity, company) in [
                ("vera@example.com", Role.viewer, vera, fixture.harbor),
                ("kim@example.com", .owner, IdentityID(rawValue: UUID()), fixture.kestrel),
            ] {
                try await registry.addMember(
                    to: company, email: email, displayName: email, role: role, passwordHash: "none", identity: identity,
                    at: fixture.now)
            }
            try await fixture.add(NewChannel(kind: .email, name: "Admins", least: .notice))
            try await fixture.add(NewChannel(kind: .email, name: "Vera", least: .notice, recipients: [vera]))
            // Somebody of another company can be chosen by nobody.
            let stranger = try await fixture.database.transaction(in: fixture.kestrel) { try await $0.owners() }
            try await fixture.add(NewChannel(kind: .email, name: "Stranger", least: .notice, recipients: stranger))
            try await fixture.look([AlertFixture.failures(3)])
            try await fixture.work()
            let mails = try await fixture.database.read(
                in: fixture.harbor,
                Query<Single<String>>("SELECT recipient FROM mails WHERE kind = 'alert' ORDER BY recipient"))
            #expect(mails.map(\.value) == ["ada@example.com", "vera@example.com"])
            let states = Dictionary(
                uniqueKeysWithValues: try await fixture.told().map { ($0.channelName, $0.state) })
            #expect(states == ["Admins": .queued, "Vera": .queued, "Stranger": .failed])
            #expect(try await fixture.count("mails", in: fixture.kestrel) == 0)
        }
    }

    @Test func channels_and_what_they_are_told_are_everybodys_own() async throws {
        try await AlertFixture.with { fixture in
            try await FakeSite.with { _ in
                Self.ok()
            } _: { site in
                let ours = try await fixture.webhook(at: site).id
                #expect(try await fixture.channels(of: fixture.kestrel).isEmpty)
                let (vault, moment, person) = (fixture.vault, fixture.now, fixture.person)
                for deed in [
                    { @Sendable (queries: ChannelQueries) async throws in
                        _ = try await queries.test(ours, by: .person(person), at: moment)
                    },
                    { try await $0.remove(ours, by: .person(person), at: moment) },
                    {
                        _ = try await $0.replace(
                            ours,
                            with: NewChannel(
                                kind: .webhook, name: "x", least: .notice,
                                secret: SecretBytes(copying: "https://example.com/")),
                            by: person, as: .person(person), at: moment)
                    },
                ] {
                    await #expect(throws: ChannelProblem.unknown) {
                        try await fixture.database.transaction(in: fixture.kestrel) {
                            try await deed(ChannelQueries(transaction: $0, vault: vault))
                        }
                    }
                }
                #expect(try await fixture.channels().count == 1)
                await #expect(throws: ChannelProblem.nameTaken) { try await fixture.webhook(at: site, name: "HOOK") }
                try await fixture.database.transaction(in: fixture.harbor) {
                    try await ChannelQueries(transaction: $0, vault: vault)
                        .remove(ours, by: .person(person), at: moment)
                }
                #expect(try await fixture.count("alert_channel_secrets") == 0)
                try await fixture.webhook(at: site, name: "HOOK")
            }
        }
    }

    /// A key that is renewed leaves channels as they are.
    @Test func channels_go_on_after_the_keys_were_renewed() async throws {
        try await AlertFixture.with { fixture in
            try await FakeSite.with { _ in
                Self.ok()
            } _: { site in
                try await fixture.webhook(at: site)
                let outcome = try await KeyRotation(database: fixture.database, vault: fixture.vault)
                    .renewCompanyKeys(at: fixture.now) { _, _ in }
                #expect(outcome.rewrapped == 2 && outcome.isWhole)
                try await fixture.look([AlertFixture.failures(3)])
                try await fixture.work(site)
                #expect(site.asked.count == 1)
            }
        }
    }
}
