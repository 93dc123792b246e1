import Connectors
import Foundation
import Outbound
import SourceSimulation
import TestSupport
import Testing

/// Sources on this machine and the way to them: the real client and the real manners, over the sources' own clock, which only waiting
/// moves.
struct SourceFixture: Sendable {
    /// Thursday, 1 October 2026, 12:00 UTC.
    static let noon = Date(timeIntervalSince1970: 1_790_856_000)

    let clock: TestClock
    private let visitor: Visitor

    private init(ports: [Int], clock: TestClock) {
        self.clock = clock
        visitor = .onClock(clock, ports: ports)
    }

    /// A site that answers by a plan of the test's own.
    static func with(
        _ plan: @escaping FakeSite.Plan, _ body: (SourceFixture, FakeSite) async throws -> Void
    ) async throws {
        try await FakeSite.with { asked in
            asked.path == "/robots.txt" ? [.answer("404 Not Found")] : plan(asked)
        } _: { site in
            try await body(SourceFixture(ports: [site.port], clock: TestClock(noon)), site)
        }
    }

    /// Two sites of one source, for what is kept over all hosts.
    static func withTwo(
        _ plan: @escaping FakeSite.Plan, _ body: (SourceFixture, FakeSite, FakeSite) async throws -> Void
    ) async throws {
        let polite: FakeSite.Plan = { $0.path == "/robots.txt" ? [.answer("404 Not Found")] : plan($0) }
        try await FakeSite.with(polite) { one in
            try await FakeSite.with(polite) { other in
                try await body(SourceFixture(ports: [one.port, other.port], clock: TestClock(noon)), one, other)
            }
        }
    }

    /// The simulated sources.
    static func with(
        _ world: SourceWorld, _ body: (SourceFixture, Simulator) async throws -> Void
    ) async throws {
        try await Simulator.with(world) { simulator in
            let ports = Simulator.Source.allCases.map(simulator.port)
            try await body(SourceFixture(ports: ports, clock: simulator.clock), simulator)
        }
    }

    /// A door with cookies of its own, as each connection has, unless others are given.
    func door(
        _ profile: SourceProfile, at port: Int, jar: CookieJar = CookieJar(), limits: TransferLimits = .patient
    ) throws -> SourceDoor {
        SourceDoor(profile: profile.moved(to: try Self.base(port)), visitor: visitor, jar: jar, limits: limits)
    }

    static func base(_ port: Int) throws -> WebAddress { try WebAddress("http://127.0.0.1:\(port)/") }
}

extension PageStream {
    /// All records of the pages that come, how many pages, and the cursor of the last.
    func all(most: Int = .max) async throws -> (records: [Record], pages: Int, cursor: SourceCursor?) {
        var (records, pages) = ([Record](), 0)
        var last: SourceCursor?
        for try await page in self {
            records += page.records
            pages += 1
            last = page.cursor
            if pages == most { break }
        }
        return (records, pages, last)
    }
}
