import Companies
import Foundation
import Logging
import Postgres
import Telemetry
import TestSupport
import Testing

@testable import Alerts

/// What processes say of themselves, and what it comes to.
@Suite struct ProcessReadingsTests {
    private static let now = Date(timeIntervalSince1970: 1_763_683_200)

    private static func figure(
        _ name: String, _ value: Double, minutes: Double, _ process: String = "a:1", labels: String = ""
    ) -> ProcessFigure {
        ProcessFigure(process: process, figure: name, labels: labels, minute: now + minutes * 60, value: value)
    }

    @Test func faults_are_a_share_of_the_requests_of_all_processes() {
        let figures = [
            Self.figure("requests.all", 1_000, minutes: -5), Self.figure("requests.all", 1_090, minutes: 0),
            Self.figure("requests.faults", 10, minutes: -5), Self.figure("requests.faults", 16, minutes: 0),
            // Began anew in between: what it counts since then is what has risen.
            Self.figure("requests.all", 500, minutes: -5, "b:1"), Self.figure("requests.all", 10, minutes: -1, "b:1"),
            Self.figure("requests.faults", 0, minutes: -5, "b:1"),
            Self.figure("requests.faults", 4, minutes: -1, "b:1"),
        ]
        let reading = ProcessReadings(figures, known: [], at: Self.now).faults.first
        #expect(reading?.value == 10 && reading?.metric == .faults)
        // Too few to say anything.
        let few = [Self.figure("requests.all", 0, minutes: -5), Self.figure("requests.all", 19, minutes: 0)]
        #expect(ProcessReadings(few, known: [], at: Self.now).faults.first?.value == nil)
        #expect(ProcessReadings([], known: [], at: Self.now).faults.first?.value == nil)
    }

    @Test func a_pool_is_as_full_as_the_fullest_of_the_processes_that_are_there() {
        let labels = "client=\"tidemark serve\",role=\"app\""
        let figures = [
            Self.figure("database.pool", 20, minutes: -1, labels: labels),
            Self.figure("database.pool", 90, minutes: -2, "b:1", labels: labels),
            Self.figure("database.pool", 30, minutes: -1, "b:1", labels: labels),
            // Silent for too long.
            Self.figure("database.pool", 100, minutes: -4, "c:1", labels: labels),
        ]
        let readings = ProcessReadings(figures, known: [], at: Self.now).pool
        #expect(readings.map(\.value) == [30] && readings.map(\.name) == ["tidemark serve, app"])
    }

    @Test func what_all_processes_are_silent_about_has_no_value_and_is_not_gone() {
        let figures = [Self.figure("database.pool", 100, minutes: -4, labels: "role=\"app\"")]
        let known = [
            FigureSeriesRow(figure: "database.pool", labels: "role=\"app\""),
            FigureSeriesRow(figure: "process.x_total:counter", labels: "a=\"b\""),
        ]
        let readings = ProcessReadings(figures, known: known, at: Self.now)
        #expect(readings.pool.map(\.subject) == ["role=\"app\""] && readings.pool.map(\.value) == [nil])
        #expect(readings.family("x_total").map(\.subject) == ["a=\"b\""])
        #expect(readings.family("x_total").map(\.value) == [nil])
    }

    @Test func a_named_figure_is_a_level_or_a_rise_in_a_minute() {
        let figures = [
            Self.figure("process.tidemark_jobs_dead", 7, minutes: -1),
            Self.figure("process.x_total:counter", 100, minutes: -5),
            Self.figure("process.x_total:counter", 150, minutes: 0),
        ]
        let readings = ProcessReadings(figures, known: [], at: Self.now)
        #expect(readings.family("tidemark_jobs_dead").map(\.value) == [7])
        #expect(readings.family("x_total").map(\.value) == [10])
        #expect(readings.family("nothing").isEmpty)
    }

    @Test func a_process_says_what_monitors_ask_for_and_another_hears_it() async throws {
        try await AlertFixture.with { fixture in
            try await fixture.database.transaction(in: .house) {
                try await MonitorQueries(transaction: $0)
                    .add("things_left", threshold: 5, by: .staff(fixture.person), at: fixture.now)
            }
            let registry = MetricsRegistry()
            registry.observe("things_left", .gauge, [("kind", "a")]) { 9 }
            registry.observe("nobody_asked", .gauge) { 1 }
            registry.observe(
                "tidemark_db_connections", .gauge, [("client", "t"), ("role", "app"), ("state", "leased")]
            ) { 9 }
            registry.observe("tidemark_db_connections_limit", .gauge, [("client", "t"), ("role", "app")]) { 10 }
            registry.observe("tidemark_http_requests_total", .counter, [("route", "/"), ("status", "503")]) { 3 }
            registry.observe("tidemark_http_requests_total", .counter, [("route", "/"), ("status", "200")]) { 40 }
            let keeper = FigureKeeper(
                process: "here:1", registry: registry, database: fixture.database,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, now: { fixture.now })
            try await keeper.keep()
            try await keeper.keep()
            let rows = try await fixture.database.read(in: .house, ProcessFigureQueries.lately(at: fixture.now))
            #expect(
                Set(rows.map { "\($0.figure) \($0.value)" }) == [
                    "process.things_left 9.0", "database.pool 90.0", "requests.all 43.0", "requests.faults 3.0",
                ])
            // Companies see nothing of it.
            #expect(try await fixture.count("process_figures") == 0)
            let survey = try await AlertLook(at: .house, database: fixture.database, platform: PlatformSurvey())
                .survey(at: fixture.now) { Issue.record("\($0): \($1)") }
            #expect(survey.readings.contains { $0.metric == .process("things_left") && $0.value == 9 })
            #expect(survey.readings.contains { $0.metric == .pool && $0.value == 90 })
            #expect(survey.readings.contains { $0.metric == .queue })
        }
    }

    @Test func a_disk_that_fills_is_seen() async throws {
        try await AlertFixture.with { fixture in
            let platform = PlatformSurvey(folders: [
                (name: "lake", path: "/"), (name: "later", path: "/there/is/no/such/folder"),
            ])
            let survey = try await AlertLook(at: .house, database: fixture.database, platform: platform)
                .survey(at: fixture.now) { Issue.record("\($0): \($1)") }
            let storage = survey.readings.filter { $0.metric == .storage }
            #expect(storage.map(\.name) == ["lake", "later"])
            #expect(storage.allSatisfy { (0...100).contains($0.value ?? -1) })
            // A company does not hear of the platform's disks.
            let theirs = try await AlertLook(at: fixture.harbor, database: fixture.database, platform: platform)
                .survey(at: fixture.now) { Issue.record("\($0): \($1)") }
            #expect(!theirs.metrics.contains(.storage) && theirs.metrics.contains(.failures))
        }
    }
}
