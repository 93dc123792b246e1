import Companies
import Connections
import Foundation
import Ingestion
import Postgres
import SourceSimulation
import TestSupport
import Testing

/// The watch says what changed and why when a source drifts, and nothing while goods do what goods do.
@Suite struct RunWatchTests {
    private static let normalDays = 5

    /// Reads a connection day after day; what is held is a mistake.
    private func days(_ count: Int, _ connection: ConnectionID, _ fixture: CollectionFixture) async throws
        -> [RunReport]
    {
        let access = try fixture.access()
        var reports: [RunReport] = []
        for _ in 0..<count {
            reports.append(try await fixture.reading(.house, access: access, who: .command).run(connection))
            fixture.clock.advance(by: 86_400)
        }
        return reports
    }

    @Test(arguments: Drift.allCases.filter { $0.cause != .market })
    func a_source_that_drifts_is_held_with_the_right_cause(_ drift: Drift) async throws {
        try await CollectionFixture.with(seed: 21) { fixture in
            let connection = try await fixture.connectGiassi()
            #expect(try await days(Self.normalDays, connection, fixture).allSatisfy { $0.state == .applied })
            let before: String = try await fixture.one(Self.digest, in: .house)
            fixture.simulator.drift(of: .giassi).turnOn(drift)
            let report = try await fixture.reading(.house, who: .command).run(connection)
            #expect(report.state == .held && report.cause == .looksWrong, "\(drift): \(report)")
            #expect(report.verdict.map { "\($0)" } == "\(drift.cause)", "\(drift): \(report.sentence ?? "")")
            #expect(report.sentence?.isEmpty == false)
            // Yesterday's listings are what everybody goes on to see.
            let after: String = try await fixture.one(Self.digest, in: .house)
            #expect(before == after, "\(drift)")
            // The source is as it was, and so is everything else; what was held is no more.
            fixture.simulator.drift(of: .giassi).clear()
            fixture.clock.advance(by: 86_400)
            let next = try await fixture.reading(.house, who: .command).run(connection)
            #expect(next.state == .applied, "\(drift): \(next.sentence ?? "")")
            #expect(try await fixture.count("scrape_runs WHERE state = 'held'", in: .house) == 0)
            #expect(try await fixture.count("staged_rows", in: .house) == 0)
        }
    }

    @Test(arguments: Drift.allCases.filter { $0.cause == .market })
    func what_the_market_does_is_called_that(_ drift: Drift) async throws {
        try await CollectionFixture.with(seed: 22) { fixture in
            let connection = try await fixture.connectGiassi()
            #expect(try await days(Self.normalDays, connection, fixture).allSatisfy { $0.state == .applied })
            fixture.simulator.drift(of: .giassi).turnOn(drift)
            let report = try await fixture.reading(.house, who: .command).run(connection)
            #expect(report.verdict == .market, "\(drift): \(report.sentence ?? "")")
            // A list that lost a fifth waits for a person; prices and stock are what they are.
            #expect(report.state == (drift == .suppliersGone ? .held : .applied), "\(drift): \(report)")
        }
    }

    @Test(arguments: [31, 32, 33] as [UInt64])
    func sixty_normal_days_of_a_shop_are_quiet(_ seed: UInt64) async throws {
        try await CollectionFixture.with(seed: seed) { fixture in
            let connection = try await fixture.connectGiassi()
            let reports = try await days(60, connection, fixture)
            let loud = reports.filter { $0.state != .applied || $0.verdict != nil }
            #expect(loud.isEmpty, "seed \(seed): \(loud)")
            #expect(reports.count == 60)
        }
    }

    @Test func sixty_normal_days_of_a_distributor_and_a_medium_are_quiet() async throws {
        try await CollectionFixture.with(seed: 34, stories: 600) { fixture in
            let distributor = try await fixture.connectLibDib(fixture.harbor)
            let medium = try await fixture.connect(.vinepair)
            let access = try fixture.access()
            fixture.clock.advance(by: 10 * 86_400)
            for day in 0..<60 {
                let list = try await fixture.reading(fixture.harbor, access: access).run(distributor)
                #expect(list.state == .applied && list.verdict == nil, "day \(day): \(list)")
                let feed = try await fixture.reading(.house, access: access, who: .command).run(medium)
                #expect(feed.state == .applied && feed.verdict == nil, "day \(day): \(feed)")
                fixture.clock.advance(by: 86_400)
            }
        }
    }

    private static let digest: SQL = """
        SELECT coalesce(md5(string_agg(item_key || ':' || coalesce(price_minor, 0) || ':' || name || ':' || last_seen, ',' ORDER BY item_key)), '')
        FROM listings
        """
}
