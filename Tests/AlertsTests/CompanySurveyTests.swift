import Companies
import Connections
import Foundation
import Ingestion
import Jobs
import Postgres
import TestSupport
import Testing

@testable import Alerts

/// The figures of a company, from the runs it has.
@Suite struct CompanySurveyTests {
    /// A run as somebody tells it: how many hours ago, how it ended, with how many records.
    struct Run: Sendable {
        let hours: Double
        let state: RunState
        var cause: String?
        var items = 100
        var isComplete = true
    }

    private static func connect(_ fixture: AlertFixture, _ name: String, to company: CompanyID) async throws
        -> ConnectionID
    {
        let source = try #require(SourceCode(rawValue: "vinepair"))
        return try await fixture.database.transaction(in: company) {
            try await OpenConnectionQueries.ensure(
                source, name: name, settings: ["name": name], everyMinutes: 60, at: fixture.now - 30 * 86_400, in: $0)
        }
    }

    private static func write(
        _ runs: [Run], of connection: ConnectionID, _ fixture: AlertFixture, in company: CompanyID
    ) async throws {
        try await fixture.database.transaction(in: company) { transaction in
            let source = UUID()
            try await transaction.execute(
                """
                INSERT INTO sources (company_id, source_id, slug, title, created_at)
                VALUES (\(company), \(source), \("s" + source.uuidString.lowercased().prefix(8)), 'S', \(fixture.now))
                """)
            for run in runs {
                let moment = fixture.now - run.hours * 3_600
                try await transaction.execute(
                    """
                    INSERT INTO scrape_runs (company_id, run_id, source_id, connection_id, state, cause, started_at,
                        finished_at, items, is_complete, failure, hold_reason, book, file_name, rows_read, rows_good,
                        rows_rejected)
                    VALUES (\(company), \(UUID()), \(source), \(connection.rawValue), \(run.state.rawValue), \(run.cause),
                        \(moment), \(run.state == .running ? nil : moment + 60), \(run.items), \(run.isComplete),
                        \(run.state == .failed ? "it does not work" : nil), \(run.state == .held ? "half is gone" : nil),
                        'articles', 'x', 0, 0, 0)
                    """)
            }
        }
    }

    private static func values(_ fixture: AlertFixture, of company: CompanyID? = nil) async throws
        -> [String: [String: Double]]
    {
        let survey = try await AlertLook(
            at: company ?? fixture.harbor, database: fixture.database, platform: PlatformSurvey()
        ).survey(at: fixture.now) { Issue.record("\($0): \($1)") }
        return survey.readings.reduce(into: [:]) { $0[$1.metric.code, default: [:]][$1.name] = $1.value }
    }

    /// What the runs of a connection come to.
    struct Case: Sendable {
        let runs: [Run]
        let failures: Double
        /// Percent; nil where there is nothing to say.
        let share: Double?

        init(_ runs: [Run], failures: Double, share: Double? = nil) {
            self.runs = runs
            self.failures = failures
            self.share = share
        }
    }

    private static let cases: [Case] = [
        Case([Run(hours: 1, state: .applied)], failures: 0),
        Case(
            [Run(hours: 3, state: .applied), Run(hours: 2, state: .failed), Run(hours: 1, state: .failed)], failures: 2),
        Case((1...5).map { Run(hours: Double($0), state: .failed, cause: "unreachable") }, failures: 5, share: 0),
        // What was wanted so, and what a person stopped, is no failure.
        Case(
            [
                Run(hours: 1, state: .partial, cause: "limited"), Run(hours: 2, state: .partial, cause: "limited"),
                Run(hours: 3, state: .partial, cause: "limited"), Run(hours: 5, state: .failed, cause: "stopped"),
                Run(hours: 6, state: .applied), Run(hours: 7, state: .applied),
            ], failures: 0, share: 100),
        Case([Run(hours: 2, state: .applied), Run(hours: 1, state: .partial, cause: "unreachable")], failures: 1),
        // Older than a week says nothing of this one.
        Case((200...205).map { Run(hours: Double($0), state: .failed) }, failures: 6),
    ]

    @Test(arguments: cases)
    func failures_in_a_row_and_the_share_that_went_well(of told: Case) async throws {
        try await AlertFixture.with { fixture in
            let connection = try await Self.connect(fixture, "VinePair", to: fixture.harbor)
            try await Self.write(told.runs, of: connection, fixture, in: fixture.harbor)
            let values = try await Self.values(fixture)
            #expect(values["source.failures"]?["VinePair"] == told.failures)
            #expect(values["source.success"]?["VinePair"] == told.share)
            // Nobody else's.
            #expect(try await Self.values(fixture, of: fixture.kestrel)["source.failures"] == nil)
        }
    }

    @Test func records_are_held_against_comparable_readings() async throws {
        try await AlertFixture.with { fixture in
            let connection = try await Self.connect(fixture, "VinePair", to: fixture.harbor)
            let before = (2..<6).map { Run(hours: Double($0), state: .applied, items: 100) }
            // A part of a source is comparable with nothing.
            let part = Run(hours: 1, state: .partial, cause: "limited", items: 3, isComplete: false)
            try await Self.write(before + [part], of: connection, fixture, in: fixture.harbor)
            #expect(try await Self.values(fixture)["source.volume"]?["VinePair"] == 100)
            try await Self.write(
                [Run(hours: 0.5, state: .held, items: 40)], of: connection, fixture, in: fixture.harbor)
            let values = try await Self.values(fixture)
            #expect(values["source.volume"]?["VinePair"] == 40 && values["source.held"]?["VinePair"] == 1)
        }
    }

    @Test func what_is_not_read_ages_and_what_somebody_paused_is_not_watched() async throws {
        try await AlertFixture.with { fixture in
            let read = try await Self.connect(fixture, "Read", to: fixture.harbor)
            _ = try await Self.connect(fixture, "Never", to: fixture.harbor)
            let paused = try await Self.connect(fixture, "Paused", to: fixture.harbor)
            try await Self.write([Run(hours: 25, state: .applied)], of: read, fixture, in: fixture.harbor)
            _ = try await fixture.database.transaction(in: fixture.harbor) {
                try await SourceSwitchQueries(transaction: $0)
                    .set(paused: true, paused, by: .command, at: fixture.now)
            }
            let ages = try await Self.values(fixture)["source.age"]
            #expect(ages?["Read"].map { $0.rounded() } == 25 && ages?["Never"] == 720 && ages?["Paused"] == nil)
        }
    }

    @Test func a_login_that_is_refused_is_told_at_once() async throws {
        try await AlertFixture.with { fixture in
            let connection = try await Self.connect(fixture, "VinePair", to: fixture.harbor)
            try await fixture.database.transaction(in: fixture.harbor) {
                try await ConnectionHealthQueries.note(.refused, "no", of: connection, at: fixture.now, in: $0)
            }
            #expect(try await Self.values(fixture)["source.login"]?["VinePair"] == 1)
        }
    }

    @Test func a_cycle_that_does_not_end_and_jobs_that_were_given_up() async throws {
        try await AlertFixture.with { fixture in
            #expect(try await Self.values(fixture)["cycle.age"]?[""] == 0)
            let job = try await fixture.database.transaction(in: fixture.harbor) { transaction in
                try #require(try await WatchFigures.request(in: transaction))
            }
            try await fixture.database.transaction(in: fixture.harbor) { transaction in
                let queries = CycleQueries(transaction: transaction)
                let cycle = UUID()
                try await queries.begin(cycle, at: fixture.now - 6_000, due: fixture.now, person: nil)
                try await queries.add([CycleStep(.match, job: job, startsBy: fixture.now)], to: cycle)
            }
            #expect(try await Self.values(fixture)["cycle.age"]?[""] == 100)
            _ = try await fixture.database.transaction(in: fixture.harbor) { transaction in
                try await transaction.execute(
                    """
                    INSERT INTO job_outcomes (company_id, job_id, state, attempts, finished_at)
                    VALUES (\(fixture.harbor), \(job.rawValue), 'dead', 1, \(fixture.now - 60))
                    """)
            }
            let values = try await Self.values(fixture)
            #expect(values["cycle.age"]?[""] == 0 && values["jobs.dead"]?[""] == 1)
        }
    }
}
