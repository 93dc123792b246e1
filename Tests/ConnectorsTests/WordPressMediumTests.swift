import Connectors
import Foundation
import HTTPTypes
import Outbound
import SourceSimulation
import TestSupport
import Testing

/// A medium is read page by page, over HTTP, and not again what was read.
@Suite struct WordPressMediumTests {
    private static let world = SourceWorld(seed: 3, start: SourceFixture.noon, stories: 80)

    private struct Reading: Sendable {
        let medium: WordPressMedium
        let door: SourceDoor
        let simulator: Simulator

        /// Reads to the end of a run.
        func run(from cursor: SourceCursor?) async throws -> (records: [Article], pages: Int, cursor: SourceCursor?) {
            try await PageStream(from: cursor) { try await medium.articles(at: $0, through: door) }.all()
        }

        /// What is published by now and was not at a moment.
        func truth(since: Date = .distantPast) -> [String] {
            simulator.world.stories(by: simulator.clock.now).filter { $0.published > since }
                .map { "https://vinepair.com/?p=\($0.id)" }
        }
    }

    private func with(
        hours: Double, since: Date? = nil, _ body: (Reading) async throws -> Void
    ) async throws {
        try await SourceFixture.with(Self.world) { fixture, simulator in
            simulator.clock.advance(by: hours * 3_600)
            let port = simulator.port(of: .vinepair)
            let profile = try VinePair.medium().profile
            let medium = WordPressMedium(profile: profile.moved(to: try SourceFixture.base(port)), since: since)
            try await body(Reading(medium: medium, door: try fixture.door(profile, at: port), simulator: simulator))
        }
    }

    @Test func a_run_reads_what_is_new_and_the_next_one_only_asks() async throws {
        try await with(hours: 40) { reading in
            let first = try await reading.run(from: nil)
            #expect(first.records.map(\.externalID) == Array(reading.truth().prefix(10)) && first.pages == 1)
            let article = try #require(first.records.first)
            let story = try #require(reading.simulator.world.stories(by: reading.simulator.clock.now).first)
            #expect(article.title == story.title && article.author == story.author && article.tags == story.tags)
            #expect(article.published == story.published && article.url == "https://vinepair.com/articles/\(story.id)/")
            #expect(article.summary == "It\u{2019}s here.")
            let second = try await reading.run(from: first.cursor)
            #expect(second.records.isEmpty && second.pages == 1 && second.cursor == first.cursor)
            #expect(reading.simulator.asked(of: .vinepair).last?.field("if-none-match") != nil)
        }
    }

    @Test func a_gap_is_closed_by_older_pages() async throws {
        try await with(hours: 20) { reading in
            let first = try await reading.run(from: nil)
            let moment = reading.simulator.clock.now
            reading.simulator.clock.advance(by: 150 * 3_600)
            let second = try await reading.run(from: first.cursor)
            let found = Set(second.records.map(\.externalID))
            #expect(reading.truth(since: moment).count > 20 && second.pages > 2)
            #expect(reading.truth(since: moment).allSatisfy(found.contains))
            #expect(try await reading.run(from: second.cursor).records.isEmpty)
        }
    }

    @Test func a_run_that_broke_off_goes_on_where_it_was() async throws {
        try await with(hours: 200, since: Self.world.start) { reading in
            let page = try await reading.medium.articles(at: nil, through: reading.door)
            #expect(page.records.count == 10 && !page.isLast)
            // Kept as text between two processes.
            let kept = try JSONDecoder().decode(SourceCursor.self, from: JSONEncoder().encode(page.cursor))
            let rest = try await reading.run(from: kept)
            #expect((page.records + rest.records).map(\.externalID) == reading.truth())
            #expect(try await reading.run(from: rest.cursor).records.isEmpty)
        }
    }

    @Test(arguments: [Fault.page, .challenge, .invalidText, .status(410), .redirectInside, .redirectLoop])
    func an_answer_that_is_no_feed_changes_nothing(fault: Fault) async throws {
        try await with(hours: 40) { reading in
            let first = try await reading.run(from: nil)
            let moment = reading.simulator.clock.now
            reading.simulator.clock.advance(by: 10 * 3_600)
            reading.simulator.faults(of: .vinepair).turnOn(fault, for: "/feed/")
            let broken = try? await reading.run(from: first.cursor).records
            #expect(broken == nil)
            reading.simulator.faults(of: .vinepair).clear()
            reading.simulator.clock.advance(by: 25 * 3_600)
            let found = Set(try await reading.run(from: first.cursor).records.map(\.externalID))
            #expect(reading.truth(since: moment).allSatisfy(found.contains))
        }
    }

    @Test func a_connector_reaches_its_own_source_only() async throws {
        try await with(hours: 1) { reading in
            for place in [
                "https://evil.example/", "//evil.example/", "http://169.254.169.254/", "x", "https://vinepair.com/",
            ] {
                await #expect(throws: SourceProblem.strangePlace) { try await reading.door.read(place) }
            }
            #expect(reading.simulator.asked(of: .vinepair).isEmpty)
        }
    }
}
