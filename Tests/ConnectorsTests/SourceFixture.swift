import Connectors
import Foundation
import Outbound
import TestSupport
import Testing

/// A site that plays a source, and the way to it: the real client and the real manners over a clock that only waiting moves.
struct SourceFixture: Sendable {
    /// Thursday, 1 October 2026, 12:00 UTC.
    static let noon = Date(timeIntervalSince1970: 1_790_856_000)

    let site: FakeSite
    let base: WebAddress
    let clock = TestClock(Self.noon)
    private let visitor: Visitor

    private init(site: FakeSite) throws {
        self.site = site
        base = try WebAddress("http://127.0.0.1:\(site.port)/")
        let address = try #require(NetworkAddress("127.0.0.1", port: site.port))
        let clock = clock
        visitor = Visitor(
            client: WebClient(userAgent: "Tidemark/test", reach: Reach(named: [address])), agent: "Tidemark",
            now: { clock.now }, sleep: { clock.advance(by: Double($0.components.seconds) + 1) },
            random: { $0.upperBound })
    }

    static func with(_ plan: @escaping FakeSite.Plan, _ body: (SourceFixture) async throws -> Void) async throws {
        try await FakeSite.with { asked in
            asked.path == "/robots.txt" ? [.answer("404 Not Found")] : plan(asked)
        } _: { site in
            try await body(try SourceFixture(site: site))
        }
    }

    /// A door with cookies of its own, as each connection has.
    func door(_ profile: SourceProfile, jar: CookieJar = CookieJar()) -> SourceDoor {
        SourceDoor(profile: profile.moved(to: base), visitor: visitor, jar: jar)
    }

    /// What was asked for, robots.txt left out.
    var asked: [FakeSite.Asked] { site.asked.filter { $0.path != "/robots.txt" } }
}

extension FakeSite.Step {
    static func json(_ text: String, _ fields: [String: String] = [:], status: String = "200 OK") -> FakeSite.Step {
        .answer(status, fields.merging(["Content-Type": "application/json"]) { $1 }, Array(text.utf8))
    }
}
