import Connectors
import Foundation
import Outbound
import SourceSimulation
import TestSupport
import Testing

/// Hacker News is read from the newest story back, each story at least once, and again while people still talk about it.
@Suite struct HackerNewsTests {
    private static let world = SourceWorld(seed: 31, start: SourceFixture.noon, spirits: 30, groceries: 20, stories: 5)

    private struct Reading: Sendable {
        let source: HackerNews
        let door: SourceDoor
        let simulator: Simulator

        /// Reads to the end of a run, or some pages of it.
        func run(
            from cursor: SourceCursor? = nil, most: Int = .max
        ) async throws -> (records: [Post], pages: Int, cursor: SourceCursor?) {
            try await PageStream(from: cursor) { try await source.posts(at: $0, through: door) }.all(most: most)
        }

        /// What there is between two moments, by its id.
        func truth(by moment: Date, since: Date) -> [String: Submission] {
            let posts = simulator.world.posts(by: moment, since: since)
            return Dictionary(uniqueKeysWithValues: posts.map { ("\($0.id)", $0) })
        }
    }

    private func with(daysBack: Double? = nil, _ body: (Reading) async throws -> Void) async throws {
        try await SourceFixture.with(Self.world) { fixture, simulator in
            let port = simulator.port(of: .hackernews)
            let since = daysBack.map { SourceFixture.noon - $0 * 86_400 }
            let source = try HackerNews(base: SourceFixture.base(port), since: since, now: { fixture.clock.now })
            let door = try fixture.door(source.profile, at: port)
            try await body(Reading(source: source, door: door, simulator: simulator))
        }
    }

    // MARK: - Whole runs

    @Test func every_story_is_found_also_behind_the_first_thousand_with_all_that_is_said_of_it() async throws {
        try await with(daysBack: 4) { reading in
            let began = reading.simulator.clock.now
            let run = try await reading.run()
            let ended = reading.simulator.clock.now
            let newest = try #require(run.records.map(\.published).max())
            let truth = reading.truth(by: newest, since: SourceFixture.noon - 4 * 86_400)
            #expect(truth.count > 1_000 && newest >= Self.world.posts(by: began).first?.published ?? .distantFuture)
            let found = Dictionary(run.records.map { ($0.externalID, $0) }) { first, _ in first }
            #expect(Set(truth.keys).isSubset(of: found.keys))
            // What shares its second with a story at the edge of two pages stands on both.
            #expect(run.records.count - found.count <= 3 * run.pages)
            for (id, story) in truth {
                let post = try #require(found[id])
                #expect(post.title == story.title && post.text == story.text && post.link == story.link)
                #expect(post.published == story.published && post.channel.isEmpty)
                #expect(post.url == "https://news.ycombinator.com/item?id=\(id)")
                #expect(post.tags == (story.kind == .story ? [] : [story.kind.rawValue]))
                let score = try #require(post.counts.score)
                let comments = try #require(post.counts.comments)
                let seed = Self.world.seed
                #expect(score >= story.points(at: began, seed: seed) && score <= story.points(at: ended, seed: seed))
                #expect(
                    comments >= story.comments(at: began, seed: seed)
                        && comments <= story.comments(at: ended, seed: seed))
            }
        }
    }

    @Test func the_next_run_reads_what_is_new_and_what_is_young() async throws {
        try await with(daysBack: 3) { reading in
            let first = try await reading.run()
            let newest = try #require(first.records.map(\.published).max())
            reading.simulator.clock.advance(by: 5 * 3_600)
            let second = try await reading.run(from: first.cursor)
            let until = try #require(second.records.map(\.published).max())
            let scores = Dictionary(second.records.map { ($0.externalID, $0.counts.score ?? 0) }) { first, _ in first }
            let young = reading.truth(by: until, since: newest - 48 * 3_600)
            #expect(Set(young.keys).isSubset(of: scores.keys) && until > newest)
            // No further back than a page.
            #expect(second.pages < first.pages && second.records.count < young.count + 100 + 3 * second.pages)
            let grown = first.records.filter { (scores[$0.externalID] ?? 0) > $0.counts.score ?? 0 }
            let shrunk = first.records.filter { (scores[$0.externalID] ?? .max) < $0.counts.score ?? 0 }
            #expect(!grown.isEmpty && shrunk.isEmpty)
        }
    }

    @Test func the_first_run_goes_back_a_week_where_nobody_says_how_far() async throws {
        try await with { reading in
            let run = try await reading.run()
            let newest = try #require(run.records.map(\.published).max())
            let oldest = try #require(run.records.map(\.published).min())
            #expect(oldest < newest - 7 * 86_400 && oldest > newest - 7.5 * 86_400)
        }
    }

    @Test func a_run_that_broke_off_goes_on_where_it_was() async throws {
        try await with(daysBack: 2) { reading in
            let first = try await reading.run(most: 3)
            let before = reading.simulator.asked(of: .hackernews).count
            // Kept as text between two processes.
            let kept = try JSONDecoder().decode(SourceCursor.self, from: JSONEncoder().encode(first.cursor))
            let rest = try await reading.run(from: kept)
            let newest = try #require(first.records.map(\.published).max())
            let truth = reading.truth(by: newest, since: SourceFixture.noon - 2 * 86_400)
            #expect(Set(truth.keys).isSubset(of: (first.records + rest.records).map(\.externalID)))
            let asked = reading.simulator.asked(of: .hackernews).dropFirst(before)
            #expect(asked.count == rest.pages && asked.allSatisfy { $0.path.contains("created_at_i%3C") })
            // The run counts from its beginning.
            #expect(rest.cursor?.values == ["newest": "\(Int(newest.timeIntervalSince1970))"])
        }
    }

    // MARK: - A search of the test's own

    private static let noon = Int(SourceFixture.noon.timeIntervalSince1970)

    /// Stories written in these seconds, with the window of the real search. A story's place in the list is its id.
    private static func search(_ seconds: [Int]) -> FakeSite.Plan {
        let stories = seconds.enumerated().sorted { ($0.element, $0.offset) > ($1.element, $1.offset) }
        return { asked in
            let before = asked.path.firstMatch(of: /created_at_i%3C([0-9]+)/).flatMap { Int($0.output.1) } ?? .max
            let page = asked.path.firstMatch(of: /&page=([0-9]+)/).flatMap { Int($0.output.1) } ?? 0
            let shown = stories.filter { $0.element < before }.prefix(1_000).dropFirst(page * 100).prefix(100)
            return Self.answer(
                shown.map { "{\"objectID\": \"\($0.offset)\", \"title\": \"x\", \"created_at_i\": \($0.element)}" })
        }
    }

    private static func answer(_ hits: [String]) -> [FakeSite.Step] {
        [.answer("200 OK", [:], Array("{\"hits\": [\(hits.joined(separator: ","))]}".utf8))]
    }

    private func with(
        _ plan: @escaping FakeSite.Plan, since: Int? = nil,
        _ body: (Search) async throws -> Void
    ) async throws {
        try await SourceFixture.with(plan) { fixture, site in
            let since = since.map { Date(timeIntervalSince1970: Double($0)) }
            let source = try HackerNews(base: SourceFixture.base(site.port), since: since, now: { fixture.clock.now })
            let door = try fixture.door(source.profile, at: site.port)
            try await body(Search(source: source, door: door))
        }
    }

    private struct Search: Sendable {
        let source: HackerNews
        let door: SourceDoor

        func run(
            from cursor: SourceCursor? = nil
        ) async throws -> (records: [Post], pages: Int, cursor: SourceCursor?) {
            try await PageStream(from: cursor) { try await source.posts(at: $0, through: door) }.all()
        }

        func page(at cursor: SourceCursor? = nil) async throws -> SourcePage<Post> {
            try await source.posts(at: cursor, through: door)
        }
    }

    @Test func stories_that_fill_more_than_a_page_in_one_second_are_all_found() async throws {
        let seconds = (1...30).map { Self.noon - $0 } + Array(repeating: Self.noon - 31, count: 250)
        let all = seconds + (32...71).map { Self.noon - $0 }
        try await with(Self.search(all), since: Self.noon - 600) { reading in
            let run = try await reading.run()
            #expect(Set(run.records.map(\.externalID)) == Set(all.indices.map { "\($0)" }) && run.pages < 12)
        }
    }

    @Test func more_in_one_second_than_anybody_is_shown_do_not_hold_a_run_up() async throws {
        let seconds = (1...30).map { Self.noon - $0 } + Array(repeating: Self.noon - 31, count: 1_200)
        try await with(Self.search(seconds + (32...71).map { Self.noon - $0 }), since: Self.noon - 600) { reading in
            let run = try await reading.run()
            #expect(Set(run.records.map(\.externalID)).count == 30 + 1_000 + 40 && run.pages < 18)
        }
    }

    @Test func a_run_that_is_long_enough_is_gone_on_with_by_the_next() async throws {
        try await with(Self.search((1...7_000).map { Self.noon - $0 }), since: Self.noon - 6_990) { reading in
            let first = try await reading.run()
            #expect(first.pages == 60 && first.cursor?["before"] != nil && first.cursor?["newest"] == nil)
            let second = try await reading.run(from: first.cursor)
            let found = Set((first.records + second.records).map(\.externalID))
            #expect((0..<6_990).allSatisfy { found.contains("\($0)") } && second.pages < 60)
            #expect(second.cursor?.values == ["newest": "\(Self.noon - 1)"])
        }
    }

    @Test func a_list_that_is_empty_where_stories_were_is_not_believed() async throws {
        try await with({ _ in Self.answer([]) }) { reading in
            let cursor = SourceCursor(["newest": "\(Self.noon - 3_600)"])
            let page = try await reading.page(at: cursor)
            #expect(page.records.isEmpty && page.isLast && page.cursor == cursor)
            // Half way, too: the next run reads all of it again.
            let half = SourceCursor([
                "newest": "\(Self.noon - 3_600)", "found": "\(Self.noon)", "before": "\(Self.noon - 60)",
                "goal": "\(Self.noon - 90_000)", "pages": "4",
            ])
            #expect(try await reading.page(at: half).cursor == cursor)
            // A site that has nothing yet.
            let none = try await reading.page()
            #expect(none.isLast && none.cursor == SourceCursor())
        }
    }

    @Test func a_search_that_does_not_go_back_is_told() async throws {
        let same = (1...100).map { number in
            "{\"objectID\": \"\(number)\", \"title\": \"x\", \"created_at_i\": \(Self.noon - number)}"
        }
        try await with({ _ in Self.answer(same) }, since: Self.noon - 86_400) { reading in
            // The edge is read again, as others of its second may not have fitted, and then there should be older ones.
            await #expect(throws: SourceProblem.wrongShape(expected: "older stories", found: "newer ones")) {
                try await reading.run()
            }
        }
    }

    // MARK: - Hostile answers

    @Test(arguments: [
        ("{}", "it has no id"), ("7", "it has no id"), ("null", "it has no id"), ("[[1]]", "it has no id"),
        ("{\"objectID\": 8863.5, \"title\": \"x\", \"created_at_i\": 1790000000}", "it has no id"),
        ("{\"objectID\": -1, \"title\": \"x\", \"created_at_i\": 1790000000}", "it has no id"),
        ("{\"objectID\": \"1/../2\", \"title\": \"x\", \"created_at_i\": 1790000000}", "it has no id"),
        ("{\"objectID\": {}, \"title\": \"x\", \"created_at_i\": 1790000000}", "it has no id"),
        ("{\"objectID\": \"1\", \"title\": \"x\"}", "it has no date"),
        (
            "{\"objectID\": \"1\", \"title\": \"x\", \"created_at_i\": \"soon\", \"created_at\": \"never\"}",
            "it has no date"
        ),
        ("{\"objectID\": \"1\", \"title\": \"x\", \"created_at_i\": 1e40}", "it has no date"),
        ("{\"objectID\": \"1\", \"title\": \"x\", \"created_at_i\": -1790000000}", "it has no date"),
        ("{\"objectID\": \"1\", \"title\": \"x\", \"created_at_i\": 99999999999999999999999}", "it has no date"),
        ("{\"objectID\": \"1\", \"title\": \"x\", \"created_at_i\": 1790000000.5}", "it has no date"),
        ("{\"objectID\": \"1\", \"title\": \"x\", \"created_at_i\": 1890000000}", "it is dated ahead"),
        ("{\"objectID\": \"1\", \"title\": \" \", \"created_at_i\": 1790000000}", "it says nothing"),
        ("{\"objectID\": \"1\", \"url\": \"javascript:alert(1)\", \"created_at_i\": 1790000000}", "it says nothing"),
    ])
    func a_story_that_cannot_be_read_is_told_and_its_neighbours_are_read(hit: String, reason: String) async throws {
        let good = "{\"objectID\": 5, \"title\": \"Rum\", \"created_at_i\": 1790000000}"
        try await with({ _ in Self.answer([good, hit, good]) }) { reading in
            let page = try await reading.page()
            #expect(page.records.map(\.externalID) == ["5", "5"])
            #expect(page.rejects == [RecordReject(index: 1, reason: reason)])
        }
    }

    @Test func a_story_says_no_more_than_it_should() async throws {
        let words = String(repeating: "tide mark ", count: 400)
        let hit = """
            {"objectID": "8863", "title": " Vec<T> &amp; the  R&#x27;s ", "url": "https://EXAMPLE.com/a?utm_source=hn&b=1&ref=hn#top",
             "author": "somebody", "points": -3, "num_comments": -4, "created_at_i": 1e400, "created_at": "2026-09-20T10:00:00.000Z",
             "story_text": "<p>Gin &#x27;n&#x27; <script>x</script><a href=\\"y\\">tonic</a></p>\(words)",
             "_tags": ["story", "author_somebody", "story_8863", 5, "show_hn", null, "show_hn", "front_page"]}
            """
        try await with({ _ in Self.answer([hit]) }) { reading in
            let post = try #require(try await reading.page().records.first)
            #expect(post.externalID == "8863" && post.url == "https://news.ycombinator.com/item?id=8863")
            #expect(post.title?.hasSuffix("& the R's") == true && post.link == "https://example.com/a?b=1")
            #expect(post.published == Date(timeIntervalSince1970: 1_789_898_400))
            #expect(post.counts == PostCounts(score: -3, comments: nil))
            #expect(post.tags == ["show_hn", "front_page"])
            let text = try #require(post.text)
            #expect(text.hasPrefix("Gin 'n' tonic") && text.count <= Post.mostText && text.hasSuffix("\u{2026}"))
            #expect(!"\(post)".contains("somebody"))
        }
    }

    @Test(arguments: ["1e30", "\"many\"", "[1]", "true", "4000000000", "1.5", "null"])
    func a_count_that_is_none_is_not_read(count: String) async throws {
        let hit = "{\"objectID\": 5, \"title\": \"Rum\", \"created_at_i\": 1790000000, \"points\": \(count)}"
        try await with({ _ in Self.answer([hit]) }) { reading in
            let page = try await reading.page()
            #expect(page.records.map(\.counts) == [PostCounts()])
        }
    }

    @Test func a_story_that_is_dated_ahead_hides_none_that_come() async throws {
        let hits = [Self.noon + 90_000, Self.noon - 60].map {
            "{\"objectID\": 5, \"title\": \"Rum\", \"created_at_i\": \($0)}"
        }
        try await with({ _ in Self.answer(hits) }, since: Self.noon) { reading in
            let page = try await reading.page()
            #expect(page.isLast && page.cursor.values == ["newest": "\(Self.noon - 60)"] && page.rejects.count == 1)
        }
    }

    @Test func a_page_without_a_date_ends_a_run_that_does_not_count() async throws {
        try await with({ _ in Self.answer(["{\"objectID\": 5, \"title\": \"Rum\"}"]) }) { reading in
            let cursor = SourceCursor([
                "newest": "\(Self.noon - 86_400)", "found": "\(Self.noon)", "before": "\(Self.noon - 60)", "page": "3",
            ])
            let page = try await reading.page(at: cursor)
            #expect(page.isLast && page.cursor.values == ["newest": "\(Self.noon - 86_400)"])
        }
    }

    @Test(arguments: [
        ["newest": "soon", "before": "-7", "page": "9999999999999999999", "pages": "-1"],
        ["newest": "9223372036854775807", "before": "9223372036854775807", "found": "-9223372036854775808"],
        ["goal": "-9223372036854775808", "page": "3", "pages": "10000000"],
    ])
    func a_cursor_that_is_none_begins_at_the_newest(values: [String: String]) async throws {
        try await with(Self.search((1...20).map { Self.noon - $0 }), since: Self.noon - 5) { reading in
            let page = try await reading.page(at: SourceCursor(values))
            #expect(page.records.count == 20)
        }
    }

    @Test(arguments: [
        "<html>Just a moment", "{}", "[]", "{\"hits\": 7}", "{\"hits\": {\"a\": 1}}", "", "null",
        "{\"hits\": " + String(repeating: "[", count: 100_000),
    ])
    func another_kind_of_answer_is_told(body: String) async throws {
        try await with({ _ in [.answer("200 OK", [:], Array(body.utf8))] }) { reading in
            await #expect {
                try await reading.page()
            } throws: { error in
                guard case .wrongShape = error as? SourceProblem else { return false }
                return true
            }
        }
    }
}
