import HTTPTypes
import Outbound
import Synchronization
import TestSupport
import Testing

/// How a site is visited (G-EGR-03).
@Suite struct VisitorTests {
    /// Answers in turn, the last again and again.
    private static func inTurn(_ steps: [FakeSite.Step]) -> FakeSite.Plan {
        let turn = Gauge()
        return { _ in [steps[min(turn.next(), steps.count - 1)]] }
    }

    private final class Gauge: Sendable {
        private let count = Mutex(0)

        func next() -> Int {
            count.withLock { count in
                defer { count += 1 }
                return count
            }
        }
    }

    @Test func requests_keep_their_distance_over_one_connection() async throws {
        try await VisitFixture.with { _ in
            [.answer()]
        } _: { fixture in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<12 { group.addTask { try await fixture.visit("/\(number)") } }
                try await group.waitForAll()
            }
            #expect(Set(fixture.paths).count == 12 && fixture.site.connections == 1)
            // robots.txt was the first of thirteen, and asked for once.
            #expect(fixture.site.asked.count == 13 && fixture.waits.seconds == Array(repeating: 1, count: 12))
        }
    }

    @Test func the_site_may_ask_for_more_distance_and_not_for_less() async throws {
        try await VisitFixture.with(robots: .text("User-agent: *\nCrawl-delay: 10")) { _ in
            [.answer()]
        } _: {
            fixture in
            for _ in 0..<3 { try await fixture.visit() }
            // The first came before the file was read.
            #expect(fixture.waits.seconds == [1, 10, 10])
        }
        try await VisitFixture.with(robots: .text("User-agent: *\nCrawl-delay: 0.1")) { _ in
            [.answer()]
        } _: {
            fixture in
            for _ in 0..<3 { try await fixture.visit() }
            #expect(fixture.waits.seconds == [1, 1, 1])
        }
    }

    @Test func what_the_file_rules_out_is_not_asked() async throws {
        try await VisitFixture.with(robots: .text("User-agent: tidemark\nDisallow: /api/")) { _ in
            [.answer()]
        } _: { fixture in
            #expect(await fixture.failure("/api/x?y") == .notAllowed("/api/x?y"))
            let visit = try await fixture.visit("/apiary")
            #expect(fixture.paths == ["/apiary"] && visit.robotsHash?.count == 32)
            var free = VisitPolicy()
            free.honoursRobots = false
            #expect(try await fixture.visit("/api/x", policy: free).robotsHash == nil)
        }
    }

    @Test(arguments: [("404 Not Found", true), ("410 Gone", true), ("403 Forbidden", false), ("401 No", false)])
    func a_site_without_the_file_may_be_read_and_one_that_hides_it_not(status: String, isAllowed: Bool) async throws {
        try await VisitFixture.with(robots: .status(status)) { _ in
            [.answer()]
        } _: { fixture in
            var patient = VisitPolicy()
            patient.patience = 3_600
            if isAllowed {
                try await fixture.visit(policy: patient)
            } else {
                #expect(await fixture.failure("/x", policy: patient) == .notAllowed("/x"))
            }
        }
    }

    @Test func a_site_that_cannot_say_what_may_be_read_is_asked_again_later() async throws {
        let answers = Self.inTurn([
            .answer("500 Oops"), .answer("200 OK", [:], Array("User-agent: *\nDisallow: /b".utf8)),
            .answer("500 Oops"),
        ])
        try await VisitFixture.with(robots: VisitFixture.RobotsFile { answers(FakeSite.Asked()) }) { _ in
            [.answer()]
        } _: { fixture in
            #expect(await fixture.failure("/a") == .notNow(.unreadable, seconds: 300))
            #expect(await fixture.failure("/a") == .notNow(.unreadable, seconds: 300))
            fixture.clock.advance(by: 301)
            try await fixture.visit("/a")
            fixture.clock.advance(by: 25 * 3_600)
            // The file cannot be had; the last good copy holds.
            try await fixture.visit("/a")
            #expect(await fixture.failure("/b") == .notAllowed("/b"))
            #expect(fixture.paths == ["/a", "/a"])
            #expect(fixture.site.asked.count { $0.path == "/robots.txt" } == 3)
        }
    }

    @Test func a_site_that_had_no_file_is_read_on_when_it_cannot_say() async throws {
        let answers = Self.inTurn([.answer("404 Not Found"), .answer("500 Oops")])
        try await VisitFixture.with(robots: VisitFixture.RobotsFile { answers(FakeSite.Asked()) }) { _ in
            [.answer()]
        } _: { fixture in
            try await fixture.visit("/a")
            fixture.clock.advance(by: 25 * 3_600)
            try await fixture.visit("/b")
            #expect(fixture.paths == ["/a", "/b"])
        }
    }

    @Test(arguments: [
        ("120", 120.0), ("Thu, 01 Oct 2026 12:02:00 GMT", 120), ("0", 5), ("Thu, 01 Oct 2026 11:00:00 GMT", 5),
        ("nonsense", 5),
    ])
    func a_site_that_asks_us_to_wait_is_waited_for(field: String, seconds: Double) async throws {
        let plan = Self.inTurn([
            .answer("429 Slow down", ["Retry-After": field, "Date": "Thu, 01 Oct 2026 12:00:00 GMT"]), .answer(),
        ])
        try await VisitFixture.with(plan) { fixture in
            let visit = try await fixture.visit()
            #expect(visit.retries == 1 && visit.verdict == .good)
            #expect(fixture.waits.seconds == [1, seconds])
            // Twice as slow from then on.
            try await fixture.visit()
            #expect(fixture.waits.seconds.last == 2)
        }
    }

    @Test func a_long_wait_ends_the_visit_and_holds_for_those_that_follow() async throws {
        let plan = Self.inTurn([.answer("429 Slow down", ["Retry-After": "3600"]), .answer()])
        try await VisitFixture.with(plan) { fixture in
            #expect(await fixture.failure() == .notNow(.asked, seconds: 3_600))
            #expect(await fixture.failure() == .notNow(.asked, seconds: 3_600))
            #expect(fixture.paths.count == 1)
            fixture.clock.advance(by: 3_600)
            try await fixture.visit()
        }
    }

    @Test func a_fault_that_passes_costs_a_further_try() async throws {
        let plan = Self.inTurn([
            .answer("500 Oops"), .answer("504 Oops"), .answer("502 Oops"), .answer("200 OK", [:], [65]),
        ])
        try await VisitFixture.with(plan) { fixture in
            let visit = try await fixture.visit()
            #expect(visit.retries == 3 && visit.answer.body == [65])
            // Drawn from 0 to 2, 4 and 8; the pace is waited for where it is longer.
            #expect(fixture.waits.seconds == [1, 2, 4, 8])
        }
    }

    @Test func a_site_that_does_not_work_is_left_alone_and_tried_with_one_visit() async throws {
        try await VisitFixture.with { _ in
            [.answer("500 Oops")]
        } _: { fixture in
            var once = VisitPolicy()
            once.mostRetries = 0
            for _ in 0..<5 { #expect(await fixture.failure(policy: once) == .faulty(status: 500)) }
            guard case .notNow(.resting, let seconds) = await fixture.failure(policy: once) else {
                Issue.record("not left alone")
                return
            }
            #expect(seconds > 890 && seconds <= 900 && fixture.paths.count == 5)
            fixture.clock.advance(by: 900)
            #expect(await fixture.failure(policy: once) == .faulty(status: 500))
            guard case .notNow(.resting, let again) = await fixture.failure(policy: once) else {
                Issue.record("not left alone after the probe")
                return
            }
            #expect(again > 1_790 && fixture.paths.count == 6)
        }
    }

    @Test func a_site_in_trouble_is_not_burdened_with_more_tries() async throws {
        let turn = Gauge()
        // Every third answer is good, so that the site is never left alone.
        try await VisitFixture.with { _ in
            [turn.next() % 3 == 2 ? .answer() : .answer("500 Oops")]
        } _: { fixture in
            var failures = 0
            for _ in 0..<60 {
                do { try await fixture.visit() } catch is VisitFailure {
                    failures += 1
                    fixture.clock.advance(by: 86_400)
                }
            }
            // Ten tries to begin with, and one for every ten requests after that.
            #expect(failures > 20 && fixture.paths.count <= 60 + 10 + 12)
        }
    }

    @Test func a_refusal_is_taken_as_one() async throws {
        let page = Array("<title>Just a moment...</title>".utf8)
        try await VisitFixture.with { _ in
            [.answer("403 Forbidden", ["cf-mitigated": "challenge"], page)]
        } _: {
            fixture in
            #expect(await fixture.failure() == .refused(status: 403, .cloudflare))
            guard case .notNow(.resting, _) = await fixture.failure() else {
                Issue.record("asked again")
                return
            }
            #expect(fixture.paths.count == 1 && fixture.wasRefused)
        }
    }

    @Test func a_site_is_visited_at_the_time_of_day_it_wants() async throws {
        try await VisitFixture.with(robots: .text("User-agent: *\nVisit-time: 1300-1400")) { _ in
            [.answer()]
        } _: {
            fixture in
            guard case .notNow(.window, let seconds) = await fixture.failure() else {
                Issue.record("visited outside of its hours")
                return
            }
            #expect(seconds > 3_590 && seconds <= 3_600 && fixture.paths.isEmpty)
            fixture.clock.advance(by: 3_600)
            try await fixture.visit()
        }
    }

    @Test func no_more_is_asked_in_a_day_than_may_be() async throws {
        try await VisitFixture.with { _ in
            [.answer("200 OK", [:], [UInt8](repeating: 65, count: 1_000))]
        } _: { fixture in
            var policy = VisitPolicy()
            policy.requestsPerDay = 4
            // robots.txt counts too.
            for _ in 0..<3 { try await fixture.visit(policy: policy) }
            guard case .notNow(.budget, _) = await fixture.failure(policy: policy) else {
                Issue.record("asked more than it may")
                return
            }
            policy.requestsPerDay = nil
            policy.bytesPerDay = 3_000
            guard case .notNow(.budget, _) = await fixture.failure(policy: policy) else {
                Issue.record("took more than it may")
                return
            }
            fixture.clock.advance(by: 24 * 3_600)
            try await fixture.visit(policy: policy)
            #expect(fixture.paths.count == 4)
        }
    }

    @Test func a_visit_that_is_called_off_makes_room() async throws {
        let turn = Gauge()
        try await VisitFixture.with { _ in
            [turn.next() == 0 ? .hang : .answer()]
        } _: { fixture in
            let first = Task { try await fixture.visit("/first") }
            while fixture.paths.isEmpty { await Task.yield() }
            let second = Task { try await fixture.visit("/second") }
            let third = Task { try await fixture.visit("/third") }
            second.cancel()
            await #expect(throws: CancellationError.self) { try await second.value }
            first.cancel()
            await #expect(throws: CancellationError.self) { try await first.value }
            let last = try await third.value
            #expect(last.verdict == .good)
        }
    }

    @Test func whoever_stands_in_line_is_told_to_come_again_when_time_is_up() async throws {
        try await VisitFixture.with(rings: true) { asked in
            asked.path == "/first" ? [.hang] : [.answer()]
        } _: { fixture in
            let first = Task { try await fixture.visit("/first") }
            while fixture.paths.isEmpty { await Task.yield() }
            #expect(await fixture.failure("/second") == .notNow(.line, seconds: 300))
            first.cancel()
            await #expect(throws: CancellationError.self) { try await first.value }
            // It took nobody's place with it.
            try await fixture.visit("/third")
            #expect(fixture.paths == ["/first", "/third"])
        }
    }
}
