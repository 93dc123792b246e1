import Outbound
import Synchronization
import TestSupport
import Testing
import Vault

/// A login is used in one place at a time, whoever uses it and wherever.
@Suite struct LoginTests {
    private static func key(_ user: String, of source: String = "libdib") -> LoginKey {
        LoginKey(source: source, user: SecretBytes(copying: user))
    }

    /// Without a pace of the host's, and many at once: only the login holds anybody back.
    private static func open(loginGap: Double? = 0) -> VisitPolicy {
        var policy = VisitPolicy()
        policy.honoursRobots = false
        policy.gap = 0
        policy.mostAtOnce = 16
        policy.loginGap = loginGap
        return policy
    }

    /// How many requests with each login were under way at once.
    private final class Gauge: Sendable {
        private let counts = Mutex<(now: [String: Int], most: [String: Int])>(([:], [:]))

        var most: [String: Int] { counts.withLock(\.most) }

        func begin(_ login: String) {
            counts.withLock { counts in
                counts.now[login, default: 0] += 1
                counts.most[login] = max(counts.most[login] ?? 0, counts.now[login] ?? 0)
            }
        }

        func end(_ login: String) { counts.withLock { $0.now[login, default: 0] -= 1 } }
    }

    @Test func two_connections_with_one_login_never_ask_at_once() async throws {
        let gauge = Gauge()
        let plan: FakeSite.Plan = { asked in
            let login = String(asked.path.dropFirst().prefix { $0 != "/" })
            gauge.begin(login)
            return [.pause(milliseconds: 1), .note { gauge.end(login) }, .answer()]
        }
        try await VisitFixture.withTwo(plan) { one, other in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<36 {
                    let login = ["ada", "bea", "cleo"][number % 3]
                    let fixture = number % 2 == 0 ? one : other
                    group.addTask {
                        try await fixture.visit("/\(login)/\(number)", login: Self.key(login), policy: Self.open())
                    }
                }
                try await group.waitForAll()
            }
            #expect(one.site.asked.count + other.site.asked.count == 36)
            #expect(gauge.most == ["ada": 1, "bea": 1, "cleo": 1])
        }
    }

    @Test(.timeLimit(.minutes(60))) func another_login_does_not_wait_and_a_visit_that_is_called_off_makes_room()
        async throws
    {
        try await VisitFixture.withTwo { asked in
            asked.path == "/first" ? [.hang] : [.answer()]
        } _: { one, other in
            let first = Task { try await one.visit("/first", login: Self.key("ada"), policy: Self.open()) }
            while one.paths.isEmpty { await Task.yield() }
            let second = Task { try await other.visit("/second", login: Self.key("ADA "), policy: Self.open()) }
            try await other.visit("/third", login: Self.key("bea"), policy: Self.open())
            try await other.visit("/fourth", policy: Self.open())
            #expect(other.paths == ["/third", "/fourth"])
            first.cancel()
            await #expect(throws: CancellationError.self) { try await first.value }
            #expect(try await second.value.verdict == .good)
            #expect(other.paths == ["/third", "/fourth", "/second"])
        }
    }

    @Test func a_login_has_a_pace_of_its_own_over_all_hosts() async throws {
        try await VisitFixture.withTwo { _ in
            [.answer()]
        } _: { one, other in
            let policy = Self.open(loginGap: 5)
            for fixture in [one, other, one] { try await fixture.visit(login: Self.key("ada"), policy: policy) }
            try await other.visit(login: Self.key("bea"), policy: policy)
            try await other.visit(policy: policy)
            #expect(one.waits.seconds == [5, 5])
            one.clock.advance(by: 3)
            try await other.visit(login: Self.key("ada"), policy: policy)
            #expect(one.waits.seconds == [5, 5, 2])
        }
    }

    @Test func without_one_of_its_own_it_is_the_pace_of_the_source() async throws {
        try await VisitFixture.withTwo { _ in
            [.answer()]
        } _: { one, other in
            var policy = Self.open(loginGap: nil)
            policy.gap = 2
            for fixture in [one, other, one, one] { try await fixture.visit(login: Self.key("ada"), policy: policy) }
            #expect(one.waits.seconds == [2, 2, 2])
        }
    }

    @Test func a_pace_beyond_all_patience_ends_the_visit() async throws {
        try await VisitFixture.with { _ in
            [.answer()]
        } _: { fixture in
            let policy = Self.open(loginGap: 400)
            try await fixture.visit(login: Self.key("ada"), policy: policy)
            let failure = await fixture.failure(login: Self.key("ada"), policy: policy)
            #expect(failure == .notNow(.asked, seconds: 400) && fixture.paths.count == 1)
            // It gave the login back.
            fixture.clock.advance(by: 400)
            try await fixture.visit(login: Self.key("ada"), policy: policy)
        }
    }

    @Test func whoever_stands_in_line_for_a_login_is_told_to_come_again_when_time_is_up() async throws {
        try await VisitFixture.withTwo(rings: true) { asked in
            asked.path == "/first" ? [.hang] : [.answer()]
        } _: { one, other in
            let first = Task { try await one.visit("/first", login: Self.key("ada"), policy: Self.open()) }
            while one.paths.isEmpty { await Task.yield() }
            let failure = await other.failure(login: Self.key("ada"), policy: Self.open())
            #expect(failure == .notNow(.line, seconds: 300) && other.paths.isEmpty)
            first.cancel()
            await #expect(throws: CancellationError.self) { try await first.value }
            try await other.visit(login: Self.key("ada"), policy: Self.open())
        }
    }

    /// Between two tries others may use the login.
    @Test(.timeLimit(.minutes(60))) func a_login_is_free_while_a_further_try_is_waited_for() async throws {
        let hasFailed = Atomic<Bool>(false)
        try await VisitFixture.withTwo { asked in
            let isFirst = asked.path == "/twice" && !hasFailed.exchange(true, ordering: .relaxed)
            return [isFirst ? .answer("500 Oops") : .answer()]
        } _: { one, other in
            let address = try WebAddress("http://127.0.0.1:\(other.site.port)/between")
            let named = try [one, other].map { try #require(NetworkAddress("127.0.0.1", port: $0.site.port)) }
            let own = Mutex<Visitor?>(nil)
            let visitor = Visitor(
                client: WebClient(userAgent: "t", reach: Reach(named: Set(named))), agent: "Tidemark",
                sleep: { _ in
                    _ = try await own.withLock { $0 }?.visit(
                        WebRequest(address), within: .any, login: Self.key("ada"), policy: Self.open(),
                        limits: .patient)
                })
            own.withLock { $0 = visitor }
            let place = try WebAddress("http://127.0.0.1:\(one.site.port)/twice")
            let visit = try await visitor.visit(
                WebRequest(place), within: .any, login: Self.key("ada"), policy: Self.open(), limits: .patient)
            #expect(visit.retries == 1 && one.paths == ["/twice", "/twice"] && other.paths == ["/between"])
            own.withLock { $0 = nil }
        }
    }

    @Test func a_key_says_which_login_it_is_and_not_whose() throws {
        let key = Self.key("Ada@Example.com")
        #expect(key == Self.key(" ada@example.com\t") && key != Self.key("bea@example.com"))
        #expect(key != Self.key("ada@example.com", of: "sgws"))
        // The border between the two is part of it.
        #expect(Self.key("ba", of: "a") != Self.key("a", of: "ab"))
        #expect(LoginKey(bytes: key.bytes) == key && LoginKey(bytes: Array(key.bytes.dropLast())) == nil)
        var shown = "\(key) \(String(reflecting: key))"
        dump(key, to: &shown)
        #expect(shown == "[a login] [a login]- [a login]\n")
    }
}
