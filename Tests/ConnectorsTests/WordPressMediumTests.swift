import Connectors
import Foundation
import HTTPTypes
import Outbound
import Synchronization
import TestSupport
import Testing

/// A medium is read page by page, over HTTP, and not again what was read.
@Suite struct WordPressMediumTests {
    /// A medium that publishes: articles by number, one an hour, a window of three.
    private final class Newsroom: Sendable {
        private let count: Mutex<Int>
        private let broken = Mutex<String?>(nil)

        init(_ count: Int) { self.count = Mutex(count) }

        func publish(_ more: Int) { count.withLock { $0 += more } }

        func answerWith(_ page: String?) { broken.withLock { $0 = page } }

        func answer(_ asked: FakeSite.Asked) -> [FakeSite.Step] {
            if let page = broken.withLock({ $0 }) { return [.answer("200 OK", [:], Array(page.utf8))] }
            let newest = count.withLock { $0 }
            let page = asked.path.split(separator: "=").dropFirst().first.flatMap { Int($0) } ?? 1
            let (tag, modified) = ("\"\(newest)\"", "Thu, 01 Oct 2026 \(10 + newest % 10):00:00 GMT")
            if page == 1, asked.field("if-none-match") == tag, asked.field("if-modified-since") == modified {
                return [.answer("304 Not Modified", ["ETag": tag])]
            }
            let last = newest - (page - 1) * 3
            guard last > 0 else { return [.answer("404 Not Found")] }
            let items = stride(from: last, to: max(0, last - 3), by: -1).map { number in
                """
                <item><title>Article \(number)</title><link>https://news.example/\(number)</link><guid isPermaLink="false">\(number)</guid>
                <pubDate>\(Self.date(number))</pubDate></item>
                """
            }
            let feed = "<rss version=\"2.0\"><channel><title>News</title>\(items.joined())</channel></rss>"
            return [.answer("200 OK", ["ETag": tag, "Last-Modified": modified], Array(feed.utf8))]
        }

        static func moment(_ number: Int) -> Date {
            Date(timeIntervalSince1970: 1_790_000_000 + Double(number) * 3_600)
        }

        private static func date(_ number: Int) -> String {
            let style = Date.VerbatimFormatStyle(
                format:
                    "\(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) +0000",
                locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
            return moment(number).formatted(style)
        }
    }

    private struct Reading: Sendable {
        let medium: WordPressMedium
        let door: SourceDoor

        /// Reads to the end of a run.
        func run(from cursor: SourceCursor?) async throws -> (titles: [String], pages: Int, cursor: SourceCursor?) {
            var (titles, pages, last) = ([String](), 0, cursor)
            for try await page in PageStream(from: cursor, { try await medium.articles(at: $0, through: door) }) {
                titles += page.records.map(\.externalID)
                pages += 1
                last = page.cursor
            }
            return (titles, pages, last)
        }
    }

    private func with(
        _ newsroom: Newsroom, since: Date? = nil, _ body: (SourceFixture, Reading) async throws -> Void
    ) async throws {
        try await SourceFixture.with(newsroom.answer) { fixture in
            let profile = try VinePair.medium().profile
            let medium = WordPressMedium(profile: profile.moved(to: fixture.base), since: since)
            try await body(fixture, Reading(medium: medium, door: fixture.door(profile)))
        }
    }

    @Test func a_run_reads_what_is_new_and_the_next_one_only_asks() async throws {
        let newsroom = Newsroom(3)
        try await with(newsroom) { site, reading in
            let first = try await reading.run(from: nil)
            #expect(first.titles == ["3", "2", "1"] && first.pages == 1)
            let second = try await reading.run(from: first.cursor)
            #expect(second.titles.isEmpty && second.pages == 1 && second.cursor == first.cursor)
            #expect(site.asked.last?.field("if-none-match") == "\"3\"")
            newsroom.publish(2)
            let third = try await reading.run(from: second.cursor)
            #expect(third.titles == ["5", "4", "3"] && third.pages == 1)
        }
    }

    @Test func a_gap_is_closed_by_older_pages() async throws {
        let newsroom = Newsroom(3)
        try await with(newsroom) { site, reading in
            let first = try await reading.run(from: nil)
            newsroom.publish(7)
            let second = try await reading.run(from: first.cursor)
            #expect(second.titles == ["10", "9", "8", "7", "6", "5", "4", "3", "2"] && second.pages == 3)
            #expect(try await reading.run(from: second.cursor).titles.isEmpty)
        }
    }

    @Test func a_run_that_broke_off_goes_on_where_it_was() async throws {
        let newsroom = Newsroom(12)
        try await with(newsroom, since: Newsroom.moment(1)) { site, reading in
            let page = try await reading.medium.articles(at: nil, through: reading.door)
            #expect(page.records.map(\.externalID) == ["12", "11", "10"] && !page.isLast)
            // Kept as text between two processes.
            let kept = try JSONDecoder().decode(SourceCursor.self, from: JSONEncoder().encode(page.cursor))
            let rest = try await reading.run(from: kept)
            #expect(rest.titles.first == "9" && rest.titles.last == "1" && rest.pages == 3)
            #expect(try await reading.run(from: rest.cursor).titles.isEmpty)
        }
    }

    @Test func a_first_run_ends_where_the_medium_does() async throws {
        try await with(Newsroom(4), since: .distantPast) { _, reading in
            let run = try await reading.run(from: nil)
            #expect(run.titles == ["4", "3", "2", "1"] && run.pages == 3)
        }
    }

    @Test func a_page_at_the_address_of_the_feed_changes_nothing() async throws {
        let newsroom = Newsroom(3)
        try await with(newsroom) { site, reading in
            let first = try await reading.run(from: nil)
            newsroom.publish(1)
            newsroom.answerWith("<html><body>We use cookies</body></html>")
            await #expect(throws: SourceProblem.wrongShape(expected: "a feed", found: "a document of the kind “html”"))
            {
                try await reading.run(from: first.cursor)
            }
            newsroom.answerWith(nil)
            #expect(try await reading.run(from: first.cursor).titles == ["4", "3", "2"])
        }
    }

    @Test func a_connector_reaches_its_own_source_only() async throws {
        try await with(Newsroom(1)) { site, reading in
            for place in [
                "https://evil.example/", "//evil.example/", "http://169.254.169.254/", "x", "https://vinepair.com/",
            ] {
                await #expect(throws: SourceProblem.strangePlace) { try await reading.door.read(place) }
            }
            #expect(site.asked.isEmpty)
        }
    }
}
