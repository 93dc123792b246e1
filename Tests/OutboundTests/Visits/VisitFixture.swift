import Foundation
import Outbound
import Synchronization
import TestSupport
import Testing

/// A site, a visitor, and a clock that only waiting moves.
struct VisitFixture: Sendable {
    /// What `/robots.txt` answers with.
    struct RobotsFile: Sendable {
        let steps: @Sendable () -> [FakeSite.Step]

        static let missing = status("404 Not Found")

        static func status(_ status: String) -> RobotsFile { RobotsFile { [.answer(status)] } }

        static func text(_ text: String) -> RobotsFile { RobotsFile { [.answer("200 OK", [:], Array(text.utf8))] } }
    }

    /// What the visitor waited for, in seconds, in order.
    final class Waits: Sendable {
        private let kept = Mutex<[Double]>([])

        var seconds: [Double] { kept.withLock { $0 } }

        func add(_ duration: Duration) -> Double {
            let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
            kept.withLock { $0.append(seconds) }
            return seconds
        }
    }

    typealias Alarm = @Sendable (Duration) async throws -> Void

    /// An alarm whose time has come.
    private static let atOnce: Alarm = { _ in }

    /// A busy machine may let a visit stand in line for as long as it likes.
    static let never: Alarm = { _ in try await TestClock.waitForEver() }

    /// Thursday, 1 October 2026, 12:00 UTC.
    static let noon = Date(timeIntervalSince1970: 1_790_856_000)

    let site: FakeSite
    let visitor: Visitor
    let clock: TestClock
    let waits: Waits

    private init(site: FakeSite, visitor: Visitor, clock: TestClock, waits: Waits) {
        (self.site, self.visitor, self.clock, self.waits) = (site, visitor, clock, waits)
    }

    /// - Returns: one for each of the sites, with one visitor for all.
    private static func all(_ sites: FakeSite..., alarm: @escaping Alarm) throws -> [VisitFixture] {
        let named = try sites.map { try #require(NetworkAddress("127.0.0.1", port: $0.port)) }
        let (clock, waits) = (TestClock(Self.noon), Waits())
        let visitor = Visitor(
            client: WebClient(userAgent: "Tidemark/test", reach: Reach(named: Set(named))), agent: "Tidemark",
            now: { clock.now }, sleep: { clock.advance(by: waits.add($0)) }, alarm: alarm, random: { $0.upperBound })
        return sites.map { VisitFixture(site: $0, visitor: visitor, clock: clock, waits: waits) }
    }

    /// - Parameters:
    ///   - rings: whether the end of a wait in line has come as soon as it begins; else it never comes.
    ///   - plan: the steps for everything but `/robots.txt`.
    static func with(
        robots: RobotsFile = .missing, rings: Bool = false, _ plan: @escaping FakeSite.Plan,
        _ body: (VisitFixture) async throws -> Void
    ) async throws {
        try await FakeSite.with { asked in
            asked.path == "/robots.txt" ? robots.steps() : plan(asked)
        } _: { site in
            try await body(try all(site, alarm: rings ? Self.atOnce : Self.never)[0])
        }
    }

    /// Two sites without a robots.txt that one visitor visits.
    static func withTwo(
        rings: Bool = false, _ plan: @escaping FakeSite.Plan,
        _ body: (VisitFixture, VisitFixture) async throws -> Void
    ) async throws {
        let polite: FakeSite.Plan = { $0.path == "/robots.txt" ? RobotsFile.missing.steps() : plan($0) }
        try await FakeSite.with(polite) { first in
            try await FakeSite.with(polite) { second in
                let fixtures = try all(first, second, alarm: rings ? Self.atOnce : Self.never)
                try await body(fixtures[0], fixtures[1])
            }
        }
    }

    /// Paths that were asked for, robots.txt left out.
    var paths: [String] { site.asked.map(\.path).filter { $0 != "/robots.txt" } }

    var wasRefused: Bool {
        (try? WebAddress("http://127.0.0.1:\(site.port)/")).map(visitor.wasRefused) ?? false
    }

    @discardableResult
    func visit(
        _ path: String = "/", login: LoginKey? = nil, policy: VisitPolicy = VisitPolicy()
    ) async throws -> Visit {
        let address = try WebAddress("http://127.0.0.1:\(site.port)\(path)")
        return try await visitor.visit(
            WebRequest(address), within: HostScope(["127.0.0.1"]), login: login, policy: policy, limits: .patient)
    }

    func failure(
        _ path: String = "/", login: LoginKey? = nil, policy: VisitPolicy = VisitPolicy()
    ) async -> VisitFailure? {
        await #expect(throws: VisitFailure.self) { try await visit(path, login: login, policy: policy) }
    }
}
