package import SimulationSupport
import Synchronization

/// The sources of a world, each at an address of its own, with a clock that can be moved and a switch for faults each.
package struct Simulator: Sendable {
    package enum Source: String, Sendable, CaseIterable {
        case libdib, vinepair, giassi, hackernews, googletrends
    }

    package let world: SourceWorld
    /// The sources' clock; only tests and whoever runs the simulator move it.
    package let clock: TestClock
    package let libDib: LibDibSite
    private let sites: [Source: (site: FakeSite, wrongs: Wrongs)]

    /// What is switched on of a source that is not as it should be.
    private struct Wrongs: Sendable {
        let faults = FaultSwitch()
        let drift = DriftSwitch()
    }

    /// Runs all of them while `body` does.
    /// - Parameter latency: how long each answer takes, in milliseconds.
    package static func with<Result: Sendable>(
        _ world: SourceWorld, latency: Int = 0, _ body: (Simulator) async throws -> Result
    ) async throws -> Result {
        let clock = TestClock(world.start)
        let libDib = LibDibSite(world: world)
        let sites: [(Source, any SimulatedSite)] = [
            (.libdib, libDib), (.vinepair, VinePairSite(world: world)), (.giassi, GiassiSite(world: world)),
            (.hackernews, HackerNewsSite(world: world)), (.googletrends, GoogleTrendsSite(world: world)),
        ]
        return try await serve(sites[...], beside: [:], clock, latency) { running in
            try await body(Simulator(world: world, clock: clock, libDib: libDib, sites: running))
        }
    }

    /// Runs the first of some sites, and the others within, while `body` does.
    private static func serve<Result: Sendable>(
        _ sites: ArraySlice<(Source, any SimulatedSite)>, beside others: [Source: (site: FakeSite, wrongs: Wrongs)],
        _ clock: TestClock, _ latency: Int,
        _ body: ([Source: (site: FakeSite, wrongs: Wrongs)]) async throws -> Result
    ) async throws -> Result {
        guard let (source, site) = sites.first else { return try await body(others) }
        let wrongs = Wrongs()
        return try await FakeSite.with { asked in
            let steps = wrongs.drift.apply(to: site.answer(asked, at: clock.now), of: asked)
            let said = wrongs.faults.take(for: asked.path).map { $0.steps(instead: steps, of: asked) } ?? steps
            return latency > 0 ? [.pause(milliseconds: Int64(latency))] + said : said
        } _: { fake in
            let running = others.merging([source: (fake, wrongs)]) { $1 }
            return try await serve(sites.dropFirst(), beside: running, clock, latency, body)
        }
    }

    package func port(of source: Source) -> Int { sites[source]?.site.port ?? 0 }

    /// What a source was asked, in order.
    package func asked(of source: Source) -> [FakeSite.Asked] { sites[source]?.site.asked ?? [] }

    package func faults(of source: Source) -> FaultSwitch { sites[source]?.wrongs.faults ?? FaultSwitch() }

    package func drift(of source: Source) -> DriftSwitch { sites[source]?.wrongs.drift ?? DriftSwitch() }
}
