import Companies
import Foundation
import Postgres
import TestSupport
import Testing
import Vault

@testable import Alerts

/// Looks at figures, written down and told, against the database.
@Suite struct AlertWatchTests {
    @Test func what_is_wrong_is_one_alert_that_is_told_once_and_ends_by_itself() async throws {
        try await AlertFixture.with { fixture in
            try await fixture.add(NewChannel(kind: .email, name: "Admins", least: .notice))
            #expect(try await fixture.look([AlertFixture.failures(2)]) == (0, 0))
            #expect(try await fixture.look([AlertFixture.failures(3, detail: "The server answers 503.")]) == (1, 1))
            let alert = try #require(try await fixture.alerts().first)
            #expect(alert.sentence == "LibDib: 3 runs in a row failed" && alert.severity == .warning)
            #expect(alert.detail == "The server answers 503." && alert.state == .open)
            for count in [3.0, 4, 5] {
                fixture.wait(300)
                #expect(try await fixture.look([AlertFixture.failures(count)]).messages == 0)
            }
            fixture.wait(300)
            try await fixture.arrive()
            #expect(try await fixture.look([AlertFixture.failures(0)]) == (1, 1))
            let over = try #require(try await fixture.resolved().first)
            #expect(over.id == alert.id && over.worst == 5 && over.latest == 0 && over.resolution == .recovered)
            #expect(try await fixture.told().map(\.occasion) == [.recovered, .opened])
            let events = try await fixture.database.read(
                in: fixture.harbor, AlertDeskQueries.events(of: alert.id, in: fixture.harbor))
            #expect(events.map(\.kind) == [.opened, .worsened, .worsened, .resolved])
            // The other company has none of it, and its admin's mail says nothing.
            #expect(try await fixture.resolved(of: fixture.kestrel).isEmpty)
            #expect(try await fixture.told(in: fixture.kestrel).isEmpty)
        }
    }

    @Test func what_goes_wrong_together_is_told_together_and_what_is_critical_at_once() async throws {
        try await AlertFixture.with { fixture in
            try await fixture.add(NewChannel(kind: .email, name: "Admins", least: .notice))
            func shop(_ number: Int) -> MetricReading {
                AlertFixture.failures(3, "shop-\(number)", name: "Shop \(number)")
            }
            #expect(try await fixture.look((0..<5).map(shop)).messages == 1)
            #expect(try await fixture.told().first?.alerts == 5)
            // Two minutes later three more: they wait until five minutes are over.
            fixture.wait(120)
            #expect(try await fixture.look((0..<8).map(shop)).messages == 0)
            fixture.wait(180)
            #expect(try await fixture.look((0..<9).map(shop)).messages == 1)
            #expect(try await fixture.told().first?.alerts == 4)
            fixture.wait(10)
            let monitors = try await fixture.database.transaction(in: fixture.harbor) {
                try await MonitorQueries(transaction: $0).all()
            }
            let held = try #require(monitors.first { $0.metric == .held })
            try await fixture.database.transaction(in: fixture.harbor) {
                try await MonitorQueries(transaction: $0).change(
                    held.metric, MonitorChange(threshold: 1, patienceMinutes: 0, severity: .critical, isOn: true),
                    by: .person(fixture.person), at: fixture.now)
            }
            let waits = MetricReading(.held, subject: "shop-1", name: "Shop 1", value: 1)
            #expect(try await fixture.look([waits]).messages == 1)
            // A storm is cut into messages that every receiver takes; what is not looked at any more is told to nobody.
            fixture.wait(600)
            try await fixture.arrive()
            #expect(try await fixture.look((100..<165).map(shop), of: [.failures]).messages == 4)
        }
    }

    @Test func somebody_who_looks_after_it_or_wants_to_hear_nothing_is_left_alone() async throws {
        try await AlertFixture.with { fixture in
            try await fixture.add(NewChannel(kind: .email, name: "Admins", least: .notice))
            try await fixture.look([AlertFixture.failures(3, "a"), AlertFixture.failures(3, "b")])
            let alerts = try await fixture.alerts()
            func desk(_ body: @Sendable (AlertDeskQueries) async throws -> AlertDeskQueries.Outcome) async throws
                -> AlertDeskQueries.Outcome
            {
                try await fixture.database.transaction(in: fixture.harbor) {
                    try await body(AlertDeskQueries(transaction: $0))
                }
            }
            let (first, second) = (alerts[0].id, alerts[1].id)
            let (actor, moment) = (AuditActor.person(fixture.person), fixture.now)
            #expect(try await desk { try await $0.acknowledge(first, by: actor, at: moment) } == .done)
            #expect(try await desk { try await $0.acknowledge(first, by: actor, at: moment) } == .nothing)
            #expect(
                try await desk { try await $0.silence(second, until: moment + 3_600, by: actor, at: moment) } == .done)
            // Nobody is reminded of the one, nor told of the other; a day later of what is silent no more.
            fixture.wait(3_000)
            #expect(
                try await fixture.look([AlertFixture.failures(9, "a"), AlertFixture.failures(9, "b")]).messages == 0)
            fixture.wait(86_400)
            #expect(
                try await fixture.look([AlertFixture.failures(9, "a"), AlertFixture.failures(9, "b")]).messages == 1)
            #expect(try await fixture.told().first.map { [$0.occasion == .reminder, $0.alerts == 1] } == [true, true])
            #expect(try await desk { try await $0.close(second, by: actor, at: fixture.now) } == .done)
            #expect(try await fixture.alerts().map(\.id) == [first])
            // What somebody closed and what is still wrong is another alert.
            try await fixture.look([AlertFixture.failures(9, "a"), AlertFixture.failures(9, "b")])
            #expect(try await fixture.alerts().count == 2)
            // Another company's alert is none.
            let others = try await fixture.database.transaction(in: fixture.kestrel) {
                try await AlertDeskQueries(transaction: $0).acknowledge(first, by: actor, at: moment)
            }
            #expect(others == .nothing)
            let events = try await fixture.database.read(
                in: fixture.harbor, AuditTrail.newest(of: fixture.harbor, AuditFilter(area: "alert"), limit: 20))
            #expect(
                events.map(\.action).reversed() == ["alert.acknowledged", "alert.silenced", "alert.closed"])
        }
    }

    @Test func a_silent_figure_is_told_when_the_silence_ends() async throws {
        try await AlertFixture.with { fixture in
            try await fixture.add(NewChannel(kind: .email, name: "Admins", least: .notice))
            let monitors = try await fixture.database.transaction(in: fixture.harbor) {
                try await MonitorQueries(transaction: $0).ensure(at: fixture.now)
            }
            let failures = try #require(monitors.first { $0.metric == .failures })
            try await fixture.database.transaction(in: fixture.harbor) {
                try await MonitorQueries(transaction: $0)
                    .silence(
                        failures.metric, until: fixture.now + 3_600, by: .person(fixture.person), at: fixture.now)
            }
            #expect(try await fixture.look([AlertFixture.failures(3)]) == (1, 0))
            #expect(try await fixture.alerts().first?.isSilent(at: fixture.now) == true)
            fixture.wait(3_601)
            #expect(try await fixture.look([AlertFixture.failures(3)]).messages == 1)
        }
    }

    @Test func a_channel_hears_what_matters_enough_and_not_of_what_was_over_before_it_was_told() async throws {
        try await AlertFixture.with { fixture in
            let email = NewChannel.self
            try await fixture.add(try email.init(kind: .email, name: "All", least: .notice))
            try await fixture.add(try email.init(kind: .email, name: "Worst", least: .critical))
            try await fixture.look([AlertFixture.failures(3)])
            #expect(try await fixture.told().map(\.channelName) == ["All"])
            // Within the five minutes: begun and over.
            fixture.wait(60)
            try await fixture.look([AlertFixture.failures(3), AlertFixture.failures(3, "b")])
            fixture.wait(60)
            try await fixture.look([AlertFixture.failures(3), AlertFixture.failures(0, "b")])
            fixture.wait(600)
            #expect(try await fixture.look([AlertFixture.failures(3), AlertFixture.failures(0, "b")]).messages == 0)
            #expect(try await fixture.resolved().count == 1)
        }
    }

    @Test func monitors_are_everybodys_own_and_only_make_sense() async throws {
        try await AlertFixture.with { fixture in
            func monitors(of company: CompanyID) async throws -> [Alerts.Monitor] {
                try await fixture.database.transaction(in: company) {
                    try await MonitorQueries(transaction: $0).ensure(at: fixture.now)
                }
            }
            let (ours, theirs, platforms) = (
                try await monitors(of: fixture.harbor), try await monitors(of: fixture.kestrel),
                try await monitors(of: .house)
            )
            #expect(ours.count == 10 && platforms.count == MonitoredMetric.named.count)
            #expect(Set(ours.map(\.id)).isDisjoint(with: theirs.map(\.id)))
            #expect(ours.map(\.metric) == Array(MonitoredMetric.named.prefix(10)))
            let age = try #require(ours.first { $0.metric == .age })
            func change(_ threshold: Double, patience: Int = 0, at company: CompanyID? = nil) async throws {
                try await fixture.database.transaction(in: company ?? fixture.harbor) {
                    try await MonitorQueries(transaction: $0).change(
                        age.metric,
                        MonitorChange(
                            threshold: threshold, patienceMinutes: patience, severity: .critical, isOn: true),
                        by: .person(fixture.person), at: fixture.now)
                }
            }
            try await change(6)
            await #expect(throws: MonitorProblem.threshold(2...8_760, .hours)) { try await change(0) }
            await #expect(throws: MonitorProblem.threshold(2...8_760, .hours)) { try await change(.nan) }
            await #expect(throws: MonitorProblem.patience) { try await change(6, patience: 1_441) }
            #expect(try await monitors(of: fixture.kestrel).first { $0.metric == .age }?.threshold == 24)
            // Any figure of processes, for the platform alone.
            func add(_ family: String, to company: CompanyID) async throws {
                try await fixture.database.transaction(in: company) {
                    try await MonitorQueries(transaction: $0)
                        .add(family, threshold: 10, by: .staff(fixture.person), at: fixture.now)
                }
            }
            await #expect(throws: MonitorProblem.figure) { try await add("tidemark_jobs_dead", to: fixture.harbor) }
            await #expect(throws: MonitorProblem.figure) { try await add("x; DROP", to: .house) }
            try await add("tidemark_jobs_dead", to: .house)
            await #expect(throws: MonitorProblem.taken) { try await add("tidemark_jobs_dead", to: .house) }
        }
    }

    @Test(arguments: [
        ("alert_monitors_severity_known", AlertSeverity.allCases.map(\.rawValue)),
        ("alerts_severity_known", AlertSeverity.allCases.map(\.rawValue)),
        ("alert_channels_least_known", AlertSeverity.allCases.map(\.rawValue)),
        ("alerts_state_known", AlertState.allCases.map(\.rawValue)),
        ("alerts_resolution_known", AlertResolution.allCases.map(\.rawValue)),
        ("alert_events_kind_known", AlertEventKind.allCases.map(\.rawValue)),
        ("alert_channels_kind_known", ChannelKind.allCases.map(\.rawValue)),
        ("alert_deliveries_occasion_known", AlertOccasion.allCases.map(\.rawValue)),
        ("alert_deliveries_state_known", DeliveryState.allCases.map(\.rawValue)),
    ])
    func the_words_in_code_and_in_the_database_are_the_same(constraint: String, words: [String]) async throws {
        try await TestDatabase.with { test in
            let known = try await test.words(of: constraint)
            #expect(known == Set(words))
        }
    }

    @Test func what_is_old_is_let_go_of_and_what_lives_is_not_told_again() async throws {
        try await AlertFixture.with { fixture in
            try await fixture.add(NewChannel(kind: .email, name: "Admins", least: .notice))
            try await fixture.look([
                AlertFixture.failures(3, "old"), AlertFixture.failures(3, "lives"), AlertFixture.failures(3, "ends"),
            ])
            try await fixture.look([
                AlertFixture.failures(0, "old"), AlertFixture.failures(3, "lives"), AlertFixture.failures(3, "ends"),
            ])
            try await fixture.arrive()
            fixture.wait(366 * 86_400)
            // What is old goes when something ends.
            try await fixture.look([AlertFixture.failures(5, "lives"), AlertFixture.failures(0, "ends")])
            #expect(try await fixture.resolved().map(\.subject) == ["ends"])
            #expect(try await fixture.alerts().map(\.subject) == ["lives"])
            #expect(try await fixture.told().filter { $0.occasion == .opened }.count == 1)
        }
    }

    /// Two processes that look at once make one alert, and one message.
    @Test func looks_at_the_same_time_do_not_double_anything() async throws {
        try await AlertFixture.with { fixture in
            try await fixture.add(NewChannel(kind: .email, name: "Admins", least: .notice))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<6 { group.addTask { try await fixture.look([AlertFixture.failures(3)]) } }
                try await group.waitForAll()
            }
            #expect(try await fixture.alerts().count == 1)
            #expect(try await fixture.told().count == 1)
        }
    }
}
