import Companies
import Connections
import Foundation
import Ingestion
import Postgres
import SourceSimulation
import TestSupport
import Testing

/// What people say and what they search for is read as goods are: kept, looked at, taken over, and read anew.
@Suite struct TalkReadingTests {
    private static let terms = ["tequila", "mezcal", "cold brew", "oat milk", "hard seltzer", "orange wine"]

    @Test func a_community_is_read_from_a_week_back_and_then_on() async throws {
        try await CollectionFixture.with { fixture in
            let connection = try await fixture.connect(.hackernews)
            fixture.clock.advance(by: 3_600)
            let world = fixture.simulator.world
            let first = try await fixture.reading(.house, who: .command).run(connection)
            #expect(first.state == .applied && first.isComplete && first.rejects == 0)
            // The page that reaches the week's beginning brings some that are older.
            let week = world.posts(by: fixture.clock.now, since: fixture.clock.now - 7 * 86_400)
            #expect(first.new >= week.count - 1 && first.new < week.count + 100)
            let points: Int = try await fixture.one(
                "SELECT score FROM posts WHERE external_id = \("\(try #require(week.first).id)")", in: .house)
            #expect(points == week.first?.points(at: fixture.clock.now, seed: world.seed))
            // Each says which answer it came from.
            let evidenced = try await fixture.count(
                """
                posts p JOIN raw_records r ON r.company_id = p.company_id AND r.run_id = p.run_id
                    AND r.record = p.line / 1000000 WHERE r.status = 200
                """, in: .house)
            #expect(evidenced == first.new)

            let moment = fixture.clock.now
            fixture.clock.advance(by: 6 * 3_600)
            let later = try await fixture.reading(.house, who: .command).run(connection)
            let since = world.posts(by: fixture.clock.now, since: moment + 1)
            #expect(later.state == .applied && later.new == since.count)
            // Young ones have more points than they had.
            #expect(later.changed > 0)
            // Nobody's name is anywhere in what was read of it.
            #expect(try await fixture.count("posts WHERE concat(title, body, tags) LIKE '%author_%'", in: .house) == 0)
        }
    }

    @Test func searches_are_kept_by_what_they_may_be_compared_with() async throws {
        try await CollectionFixture.with { fixture in
            let connection = try await fixture.connectSearches(Self.terms)
            let first = try await fixture.reading(.house, who: .command).run(connection)
            #expect(first.state == .applied && first.isComplete && first.pages == 2)
            let scales: Int = try await fixture.one("SELECT count(DISTINCT scale) FROM series_points", in: .house)
            #expect(scales == 2)
            // The first term stands in both comparisons, the others in one.
            let times: Int = try await fixture.one(
                "SELECT count(DISTINCT scale) FROM series_points WHERE subject = 'tequila'", in: .house)
            #expect(times == 2)
            let highest: Int = try await fixture.one(
                "SELECT min(most)::bigint FROM (SELECT max(value) AS most FROM series_points GROUP BY scale) s",
                in: .house)
            #expect(highest == 100)
            #expect(try await fixture.count("series_points WHERE is_partial", in: .house) > 0)
            try await expectTruth(fixture)

            // Weeks later the source counts by another measure: nothing of the old one stays beside it.
            fixture.clock.advance(by: 21 * 86_400)
            let later = try await fixture.reading(.house, who: .command).run(connection)
            #expect(later.state == .applied && later.new > 0)
            try await expectTruth(fixture)
        }
    }

    /// What is kept of searches is what the source says now, point by point.
    private func expectTruth(_ fixture: CollectionFixture, sourceLocation: SourceLocation = #_sourceLocation)
        async throws
    {
        var truth: [String: Int] = [:]
        for terms in [Array(Self.terms.prefix(5)), [Self.terms[0], Self.terms[5]]] {
            for week in fixture.simulator.world.interest(in: terms, market: "US", by: fixture.clock.now) {
                for (term, value) in zip(terms, week.values) {
                    guard let value else { continue }
                    truth["\(term) \(terms.count) \(Int(week.from.timeIntervalSince1970))"] = value
                }
            }
        }
        let rows = try await fixture.database.read(
            in: .house,
            Query<Single<String>>(
                """
                SELECT concat_ws(' ', subject, cardinality(string_to_array(scale, ',')), extract(epoch FROM starts_at)::bigint)
                    || '=' || value FROM series_points
                """))
        let found = Set(rows.map(\.value))
        #expect(found == Set(truth.map { "\($0.key)=\($0.value)" }), sourceLocation: sourceLocation)
    }

    @Test func what_one_company_asks_about_nobody_else_sees() async throws {
        try await CollectionFixture.with { fixture in
            let own = try await fixture.connectSearches(["secret launch", "tequila"], for: fixture.harbor)
            let talk = try await fixture.connect(.hackernews, for: fixture.harbor)
            #expect(try await fixture.reading(fixture.harbor).run(own).state == .applied)
            #expect(try await fixture.reading(fixture.harbor).run(talk).state == .applied)
            #expect(try await fixture.count("series_points", in: fixture.harbor) > 0)
            #expect(try await fixture.count("posts", in: fixture.harbor) > 0)
            for company in [fixture.kestrel, .house] {
                for table: SQL in [
                    "series_points", "posts", "staged_series", "staged_posts", "raw_records", "connections",
                    "scrape_runs",
                ] {
                    #expect(try await fixture.count(table, in: company) == 0)
                }
            }
            // The platform's own are everybody's, and each says whose it is.
            let shared = try await fixture.connectSearches(["tequila"])
            _ = try await fixture.reading(.house, who: .command).run(shared)
            #expect(try await fixture.count("series_points", in: fixture.kestrel) > 0)
            #expect(
                try await fixture.count("series_points WHERE subject = 'secret launch'", in: fixture.kestrel) == 0)
        }
    }

    private func replayed(_ fixture: CollectionFixture, applies: Bool) async throws -> [ReplayReport] {
        let reports = Collected<ReplayReport>()
        // Everything is still in the database.
        let lake = BronzeLake(
            database: fixture.database, storage: LakeFolder(path: "/nowhere"), duckDB: DuckDB(path: DuckDB.inTests))
        try await RunReplay(database: fixture.database, access: try fixture.access(), lake: lake).replay(
            .house, from: .distantPast, to: Date(timeIntervalSince1970: 4_000_000_000), applies: applies
        ) { report, _ in reports.add(report) }
        return reports.all
    }

    @Test func the_past_read_anew_is_what_is_kept() async throws {
        try await CollectionFixture.with { fixture in
            let connections = [
                try await fixture.connect(.hackernews), try await fixture.connectSearches(Self.terms),
            ]
            for connection in connections {
                _ = try await fixture.reading(.house, who: .command).run(connection)
            }
            let reports = try await replayed(fixture, applies: false)
            #expect(reports.count == 2)
            for report in reports {
                #expect(report.problem == nil && report.records > 0)
                #expect(report.added == 0 && report.changed == 0 && report.missing == 0, "\(report.samples)")
            }
            // What somebody broke since is shown, and mended when that is wanted.
            try await fixture.database.transaction(in: .house) { transaction in
                _ = try await transaction.execute(all: [
                    "UPDATE posts SET title = 'broken' WHERE external_id = (SELECT min(external_id) FROM posts)",
                    "UPDATE series_points SET value = value + 1 WHERE subject = 'mezcal'",
                    "DELETE FROM series_points WHERE subject = 'oat milk'",
                ])
            }
            let seen = try await replayed(fixture, applies: true)
            #expect(seen.contains { $0.changed == 1 && $0.added == 0 && $0.isApplied })
            #expect(seen.contains { $0.changed > 50 && $0.added > 50 && $0.isApplied })
            try await expectTruth(fixture)
            #expect(try await fixture.count("posts WHERE title = 'broken'", in: .house) == 0)
        }
    }

    @Test func a_community_that_changed_its_answers_is_held() async throws {
        try await CollectionFixture.with { fixture in
            let connection = try await fixture.connect(.hackernews)
            for _ in 0..<4 {
                fixture.clock.advance(by: 6 * 3_600)
                #expect(try await fixture.reading(.house, who: .command).run(connection).state == .applied)
            }
            let before = try await fixture.count("posts WHERE title IS NULL", in: .house)
            fixture.clock.advance(by: 6 * 3_600)
            fixture.simulator.faults(of: .hackernews).turnOn(.renamed("title", to: "headline"), for: "/api/")
            let report = try await fixture.reading(.house, who: .command).run(connection)
            #expect(report.state == .held && report.verdict == .site, "\(report.sentence ?? "-")")
            #expect(report.sentence?.contains("title") == true)
            #expect(try await fixture.count("posts WHERE title IS NULL", in: .house) == before)
        }
    }
}
