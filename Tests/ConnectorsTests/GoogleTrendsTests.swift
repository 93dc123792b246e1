import Connectors
import Foundation
import Outbound
import SourceSimulation
import TestSupport
import Testing

/// Searches are counted as the source shows them: a few terms at a time, always beside the same one.
@Suite struct GoogleTrendsTests {
    private static let world = SourceWorld(seed: 42, start: SourceFixture.noon, spirits: 5, groceries: 5, stories: 5)
    private static let eight = [
        "tequila", "mezcal", "cacha\u{E7}a 51", "R&D = \"x\\y\" + 50%?", "#retro/tee|\u{1F943}", "old fashioned", "gin",
        "rum",
    ]

    private struct Reading: Sendable {
        let source: GoogleTrends
        let door: SourceDoor
        let simulator: Simulator
        let fixture: SourceFixture

        func run(
            from cursor: SourceCursor? = nil
        ) async throws -> (records: [SeriesPoint], pages: Int, cursor: SourceCursor?) {
            try await PageStream(from: cursor) { try await source.points(at: $0, through: door) }.all()
        }

        /// Another process's door: without the cookies of this one.
        var otherDoor: SourceDoor {
            get throws { try fixture.door(source.profile, at: simulator.port(of: .googletrends)) }
        }

        /// What was asked, without robots.txt and up to the question itself.
        var asked: [String] {
            simulator.asked(of: .googletrends).map(\.path).filter { $0 != "/robots.txt" }
                .map { String($0.prefix { $0 != "&" }) }
        }

        /// What there is to say about some terms beside each other.
        func truth(of terms: [String], in market: String = "US") -> [SeriesPoint] {
            let scale = "\(market.isEmpty ? "world" : market)|today 12-m|\(terms.joined(separator: ","))"
            return simulator.world.interest(in: terms, market: market, by: simulator.clock.now).flatMap { week in
                zip(terms, week.values).compactMap { term, value in
                    value.map {
                        SeriesPoint(
                            subject: term, measure: .searchInterest, market: market, from: week.from,
                            to: week.from + 7 * 86_400, value: Decimal($0), scale: scale, isPartial: week.isPartial)
                    }
                }
            }
        }
    }

    private func with(
        _ terms: [String], in market: GoogleTrendsMarket = .unitedStates, _ body: (Reading) async throws -> Void
    ) async throws {
        try await SourceFixture.with(Self.world) { fixture, simulator in
            let port = simulator.port(of: .googletrends)
            let source = try GoogleTrends(
                terms: SearchTerms(terms.joined(separator: "\n")), market: market, base: SourceFixture.base(port),
                now: { fixture.clock.now })
            let door = try fixture.door(source.profile, at: port)
            try await body(Reading(source: source, door: door, simulator: simulator, fixture: fixture))
        }
    }

    // MARK: - Whole runs

    @Test func every_term_is_read_once_beside_the_first_and_the_first_in_each_comparison() async throws {
        try await with(Self.eight) { reading in
            let run = try await reading.run()
            let (first, second) = (Array(Self.eight.prefix(5)), [Self.eight[0]] + Self.eight.dropFirst(5))
            #expect(run.records == reading.truth(of: first) + reading.truth(of: second) && run.pages == 2)
            // A year of weeks.
            #expect(run.records.count == 53 * 9 && run.cursor == SourceCursor())
            #expect(Set(run.records.map(\.scale)).count == 2 && run.records.map(\.value).max() == 100)
            let explore = "/trends/api/explore?hl=en-US"
            let chart = "/trends/api/widgetdata/multiline?hl=en-US"
            #expect(reading.asked == ["/?geo=US", explore, chart, explore, chart])
        }
    }

    @Test func stretches_follow_each_other_and_only_the_last_is_not_over() async throws {
        try await with(["tequila"]) { reading in
            let points = try await reading.run().records
            #expect(points == reading.truth(of: ["tequila"]))
            #expect(zip(points, points.dropFirst()).allSatisfy { $0.to == $1.from })
            #expect(points.map(\.isPartial) == Array(repeating: false, count: 52) + [true])
            let now = reading.simulator.clock.now
            #expect(points.last.map { $0.from <= now && $0.to > now } == true)
        }
    }

    @Test func the_next_run_begins_at_the_first_comparison_without_asking_for_the_cookie_again() async throws {
        try await with(Self.eight) { reading in
            let first = try await reading.run()
            reading.simulator.clock.advance(by: 86_400)
            let second = try await reading.run(from: first.cursor)
            #expect(second.pages == 2 && second.records.count == 53 * 9)
            // The week that is not over is guessed anew.
            #expect(second.records != first.records && second.records.map(\.from) == first.records.map(\.from))
            #expect(reading.asked.count { $0.hasPrefix("/?geo=") } == 1)
        }
    }

    @Test func a_run_that_broke_off_goes_on_with_its_next_comparison_also_without_the_cookie() async throws {
        try await with(Self.eight) { reading in
            let first = try await reading.source.points(at: nil, through: reading.door)
            #expect(!first.isLast)
            let kept = try JSONDecoder().decode(SourceCursor.self, from: JSONEncoder().encode(first.cursor))
            let second = try await reading.source.points(at: kept, through: try reading.otherDoor)
            #expect(second.isLast && Set(second.records.map(\.subject)) == Set(Self.eight.prefix(1) + Self.eight[5...]))
            // The questions of a run stand in one order, whoever asks them.
            #expect(reading.asked.count { $0.hasPrefix("/?geo=") } == 1)
        }
    }

    @Test func a_cursor_of_more_terms_than_there_are_begins_at_the_first() async throws {
        try await with(["tequila", "gin"]) { reading in
            for group in ["7", "-1", "soon", "9223372036854775807"] {
                let page = try await reading.source.points(at: SourceCursor(["group": group]), through: reading.door)
                #expect(page.isLast && page.records == reading.truth(of: ["tequila", "gin"]))
            }
        }
    }

    @Test func the_world_is_a_market_too() async throws {
        try await with(["tequila", "gin"], in: .world) { reading in
            let found = try await reading.run().records
            #expect(found == reading.truth(of: ["tequila", "gin"], in: ""))
            #expect(reading.asked.first == "/?geo=")
        }
    }

    @Test func what_nobody_searches_for_has_no_points() async throws {
        try await with(["tequila", "zzz nobody"]) { reading in
            let run = try await reading.run()
            #expect(run.records == reading.truth(of: ["tequila", "zzz nobody"]))
            #expect(Set(run.records.map(\.subject)) == ["tequila"])
        }
        try await with(["zzz nobody", "zzz nothing"]) { reading in
            let page = try await reading.source.points(at: nil, through: reading.door)
            #expect(page.records.isEmpty && page.rejects.isEmpty && page.isLast)
        }
    }

    @Test func what_is_hardly_searched_for_is_nothing_beside_what_is() async throws {
        try await with(Self.eight) { reading in
            let weeks = reading.simulator.world.interest(
                in: Array(Self.eight.prefix(5)), market: "US", by: reading.simulator.clock.now)
            #expect(weeks.contains { $0.areTiny.contains(true) })
            let found = try await reading.run().records
            #expect(found.contains { $0.value == 0 })
        }
    }

    @Test func a_scale_is_never_too_long() async throws {
        let long = (0..<5).map { String(repeating: "\($0)", count: SearchTerms.longest) }
        try await with(long) { reading in
            let scales = Set(try await reading.run().records.map(\.scale))
            #expect(scales.count == 1 && scales.allSatisfy { $0.unicodeScalars.count <= 600 })
        }
    }

    // MARK: - What goes wrong

    @Test func a_token_that_is_not_good_any_more_is_asked_for_anew_once() async throws {
        try await with(["tequila", "gin"]) { reading in
            let faults = reading.simulator.faults(of: .googletrends)
            faults.turnOn(.status(401), for: "/trends/api/widgetdata/", times: 1)
            let found = try await reading.run().records
            #expect(found == reading.truth(of: ["tequila", "gin"]))
            #expect(reading.asked.count { $0.hasPrefix("/trends/api/explore") } == 2)
            faults.turnOn(.status(401), for: "/trends/api/widgetdata/")
            await #expect(throws: SourceProblem.notUnderstood(status: 401)) { try await reading.run() }
            #expect(reading.asked.count { $0.hasPrefix("/trends/api/explore") } == 4)
        }
    }

    @Test func the_source_holds_a_token_to_its_question_and_its_time() async throws {
        try await with(["tequila"]) { reading in
            _ = try await reading.run()
            let path = try #require(reading.simulator.asked(of: .googletrends).last?.path)
            #expect(try await reading.door.read(path).verdict == .good)
            #expect(try await reading.door.read(path.replacing("tequila", with: "vodka")).verdict == .signedOut)
            reading.simulator.clock.advance(by: 700)
            #expect(try await reading.door.read(path).verdict == .signedOut)
        }
    }

    @Test func the_source_compares_five_terms_and_no_sixth() async throws {
        try await with(["tequila"]) { reading in
            _ = try await reading.run()
            func verdict(_ terms: Int) async throws -> AnswerVerdict {
                let item = "%7B%22keyword%22:%22gin%22,%22geo%22:%22US%22,%22time%22:%22today%2012-m%22%7D"
                let items = Array(repeating: item, count: terms).joined(separator: ",")
                return try await reading.door.read(
                    "/trends/api/explore?hl=en-US&tz=0&req=%7B%22comparisonItem%22:%5B\(items)%5D%7D"
                ).verdict
            }
            #expect(try await verdict(5) == .good)
            #expect(try await verdict(6) == .notUnderstood)
        }
    }

    @Test(arguments: ["/trends/api/explore", "/trends/api/widgetdata/"])
    func a_question_that_is_not_understood_is_told(place: String) async throws {
        try await with(["tequila"]) { reading in
            reading.simulator.faults(of: .googletrends).turnOn(.status(400), for: place)
            await #expect(throws: SourceProblem.notUnderstood(status: 400)) { try await reading.run() }
        }
    }

    @Test(arguments: ["/?geo=", "/trends/api/explore", "/trends/api/widgetdata/"])
    func being_sent_to_where_a_person_is_asked_for_means_too_fast(place: String) async throws {
        try await with(["tequila"]) { reading in
            let faults = reading.simulator.faults(of: .googletrends)
            faults.turnOn(.redirect(to: "https://www.google.com/sorry/index?continue=x"), for: place)
            await #expect(throws: VisitFailure.notNow(.asked, seconds: 900)) { try await reading.run() }
            faults.clear()
            faults.turnOn(.redirect(to: "https://elsewhere.example/"), for: place)
            await #expect(throws: VisitFailure.web(.strangeHost("elsewhere.example"))) { try await reading.run() }
            faults.clear()
            faults.turnOn(.status(429), for: place)
            await #expect(throws: VisitFailure.notNow(.asked, seconds: 5)) { try await reading.run() }
        }
    }

    // MARK: - Hostile answers

    /// What the charts of a term say, in an offer that is as it should be.
    private static func chart(_ entries: String) -> FakeSite.Plan {
        plan(offer: offer, chart: ")]}',\n{\"default\": {\"timelineData\": [\(entries)]}}")
    }

    private static let offer = """
        )]}'
        {"widgets": [7, {"id": "GEO_MAP"}, {"id": "TIMESERIES", "token": "t", "request": {"resolution": "WEEK", "n": 1.50}}]}
        """

    private static func plan(offer: String, chart: String) -> FakeSite.Plan {
        { asked in
            let isOffer = asked.path.hasPrefix("/trends/api/explore")
            let isChart = asked.path.hasPrefix("/trends/api/widgetdata")
            return [.answer("200 OK", [:], Array((isOffer ? offer : isChart ? chart : "").utf8))]
        }
    }

    private func with(
        _ plan: @escaping FakeSite.Plan, _ terms: String = "gin",
        _ body: (@Sendable () async throws -> SourcePage<SeriesPoint>, FakeSite) async throws -> Void
    ) async throws {
        try await SourceFixture.with(plan) { fixture, site in
            let source = try GoogleTrends(
                terms: SearchTerms(terms), market: .canada, base: SourceFixture.base(site.port),
                now: { fixture.clock.now })
            let door = try fixture.door(source.profile, at: site.port)
            try await body({ try await source.points(at: nil, through: door) }, site)
        }
    }

    @Test(arguments: [
        ("{}", "it has no time that can be"), ("7", "it has no time that can be"),
        ("{\"time\": \"soon\", \"value\": [1]}", "it has no time that can be"),
        ("{\"time\": 1e40, \"value\": [1]}", "it has no time that can be"),
        ("{\"time\": \"-1790467200\", \"value\": [1]}", "it has no time that can be"),
        ("{\"time\": \"1790467200.5\", \"value\": [1]}", "it has no time that can be"),
        // Ahead, and before the one before it.
        ("{\"time\": \"1991072000\", \"value\": [1]}", "it has no time that can be"),
        ("{\"time\": \"1700000000\", \"value\": [1]}", "it has no time that can be"),
        ("{\"time\": \"1790467200\"}", "it has 0 values for 1 terms"),
        ("{\"time\": \"1790467200\", \"value\": 7}", "it has 0 values for 1 terms"),
        ("{\"time\": \"1790467200\", \"value\": [1, 2]}", "it has 2 values for 1 terms"),
        ("{\"time\": \"1790467200\", \"value\": [-1]}", "a value of it is none from 0 to 100"),
        ("{\"time\": \"1790467200\", \"value\": [101]}", "a value of it is none from 0 to 100"),
        ("{\"time\": \"1790467200\", \"value\": [1e400]}", "a value of it is none from 0 to 100"),
        ("{\"time\": \"1790467200\", \"value\": [\"many\"]}", "a value of it is none from 0 to 100"),
        ("{\"time\": \"1790467200\", \"value\": [null]}", "a value of it is none from 0 to 100"),
    ])
    func a_stretch_that_cannot_be_read_is_told_and_its_neighbours_are_read(entry: String, reason: String) async throws {
        let good = "{\"time\": \"1789862400\", \"value\": [12]}"
        try await with(Self.chart("\(good), \(entry)")) { read, _ in
            let page = try await read()
            #expect(page.rejects == [RecordReject(index: 1, reason: reason)])
            let from = Date(timeIntervalSince1970: 1_789_862_400)
            #expect(
                page.records == [
                    SeriesPoint(
                        subject: "gin", measure: .searchInterest, market: "CA", from: from, to: from + 7 * 86_400,
                        value: 12, scale: "CA|today 12-m|gin")
                ])
        }
    }

    @Test func an_offer_is_sent_back_as_it_came_and_values_need_no_marks() async throws {
        let entries = """
            {"time": 1789862400, "value": [12.5, "7"], "hasData": [true], "formattedValue": "?"},
            {"time": "1790467200", "value": [3, 4], "hasData": [false, true], "isPartial": true}
            """
        try await with(Self.chart(entries), "gin\nrum") { read, site in
            let page = try await read()
            #expect(page.records.map(\.value) == [12.5, 7, 4] && page.records.map(\.subject) == ["gin", "rum", "rum"])
            #expect(page.records.map(\.isPartial) == [false, false, true] && page.rejects.isEmpty)
            let sent = site.asked.last?.path.removingPercentEncoding
            #expect(sent?.hasSuffix("&req={\"resolution\":\"WEEK\",\"n\":1.50}&token=t") == true)
        }
    }

    @Test(arguments: [
        "<html>{\"default\": 1}", "{}", "", ")]}'", "{\"default\": {\"timelineData\": 7}}", "{\"default\": []}",
        "{\"default\": " + String(repeating: "[", count: 100_000),
    ])
    func another_kind_of_chart_is_told(body: String) async throws {
        try await expectWrongShape(Self.plan(offer: Self.offer, chart: body))
    }

    @Test(arguments: [
        "<html>{}", "{}", "", "{\"widgets\": 7}", "{\"widgets\": []}", "{\"widgets\": [{\"id\": \"TIMESERIES\"}]}",
        "{\"widgets\": [{\"id\": \"TIMESERIES\", \"token\": \"t\", \"request\": [1]}]}",
        "{\"widgets\": [{\"id\": \"TIMESERIES\", \"token\": null, \"request\": {}}]}",
    ])
    func another_kind_of_offer_is_told(body: String) async throws {
        try await expectWrongShape(Self.plan(offer: body, chart: "{}"))
    }

    private func expectWrongShape(_ plan: @escaping FakeSite.Plan) async throws {
        try await with(plan) { read, _ in
            await #expect {
                try await read()
            } throws: { error in
                guard case .wrongShape = error as? SourceProblem else { return false }
                return true
            }
        }
    }

    @Test func a_refusal_that_asks_for_a_person_means_too_fast_as_well() async throws {
        let page = Array("<a href=\"https://www.google.com/sorry/index\">Are you a person?</a>".utf8)
        try await with({ _ in [.answer("429 Too Many Requests", [:], page)] }) { read, _ in
            await #expect(throws: VisitFailure.notNow(.asked, seconds: 900)) { try await read() }
        }
    }
}
