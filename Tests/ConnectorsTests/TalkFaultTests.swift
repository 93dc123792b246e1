import Connectors
import Foundation
import Outbound
import SourceSimulation
import TestSupport
import Testing

/// What goes wrong for good where people talk and search: each ends in a state with a name, and afterwards everything is there.
@Suite struct TalkFaultTests {
    typealias End = FaultTests.End

    private static let world = SourceWorld(seed: 23, start: SourceFixture.noon, spirits: 5, groceries: 5, stories: 5)

    /// How reading a page ended.
    private func end<Record: Sendable>(_ read: () async throws -> SourcePage<Record>) async throws -> End {
        do {
            let page = try await read()
            return .read(records: page.records.count, rejects: page.rejects.count)
        } catch let failure as VisitFailure {
            return .visit(failure)
        } catch let problem as SourceProblem {
            return .source(problem)
        }
    }

    @Test(arguments: [
        (Fault.status(503), End.visit(.faulty(status: 503))),
        (.status(403), .visit(.refused(status: 403, nil))),
        (.page, .source(.wrongShape(expected: "JSON", found: "a page"))),
        (.truncatedGzip, .visit(.web(.broken))),
        (.invalidText, .read(records: 0, rejects: 100)),
    ])
    func a_fault_of_hacker_news_has_a_name(fault: Fault, expected: End) async throws {
        try await SourceFixture.with(Self.world) { fixture, simulator in
            let port = simulator.port(of: .hackernews)
            let source = try HackerNews(base: SourceFixture.base(port), now: { fixture.clock.now })
            let door = try fixture.door(source.profile, at: port)
            simulator.faults(of: .hackernews).turnOn(fault, for: "/api/v1/")
            #expect(try await end { try await source.posts(at: nil, through: door) } == expected)
            simulator.faults(of: .hackernews).clear()
            if case .visit(.refused) = expected { return }
            fixture.clock.advance(by: 3 * 3_600)
            #expect(try await source.posts(at: nil, through: door).records.count == 100)
        }
    }

    @Test(arguments: [
        (Fault.status(503), End.visit(.faulty(status: 503))),
        (.status(429, retryAfter: "60"), .visit(.notNow(.asked, seconds: 60))),
        (.page, .source(.wrongShape(expected: "JSON", found: "a page"))),
        (.truncatedGzip, .visit(.web(.broken))),
        (.invalidText, .source(.wrongShape(expected: "a series", found: "JSON without one"))),
    ])
    func a_fault_of_google_trends_has_a_name(fault: Fault, expected: End) async throws {
        try await SourceFixture.with(Self.world) { fixture, simulator in
            let port = simulator.port(of: .googletrends)
            let source = try GoogleTrends(
                terms: SearchTerms("gin\nrum"), market: .brazil, base: SourceFixture.base(port),
                now: { fixture.clock.now })
            let door = try fixture.door(source.profile, at: port)
            simulator.faults(of: .googletrends).turnOn(fault, for: "/trends/api/widgetdata/")
            #expect(try await end { try await source.points(at: nil, through: door) } == expected)
            simulator.faults(of: .googletrends).clear()
            fixture.clock.advance(by: 3 * 3_600)
            #expect(try await source.points(at: nil, through: door).records.count == 2 * 53)
        }
    }

    @Test func a_fault_that_passes_loses_nothing() async throws {
        try await SourceFixture.with(Self.world) { fixture, simulator in
            let port = simulator.port(of: .hackernews)
            let since = SourceFixture.noon - 86_400
            let source = try HackerNews(base: SourceFixture.base(port), since: since, now: { fixture.clock.now })
            let door = try fixture.door(source.profile, at: port)
            let faults = simulator.faults(of: .hackernews)
            faults.turnOn(.status(503, retryAfter: "20"), for: "/api/v1/", times: 2)
            faults.turnOn(.reset, for: "/api/v1/", times: 1)
            let run = try await PageStream { try await source.posts(at: $0, through: door) }.all()
            let truth = Self.world.posts(by: SourceFixture.noon, since: since).map { "\($0.id)" }
            #expect(Set(truth).isSubset(of: run.records.map(\.externalID)))
        }
    }
}
