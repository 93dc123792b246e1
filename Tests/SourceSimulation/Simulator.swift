import Synchronization
package import TestSupport

/// The sources of a world, each at an address of its own, with a clock that can be moved and a switch for faults each.
package struct Simulator: Sendable {
    package enum Source: String, Sendable, CaseIterable {
        case libdib, vinepair, giassi
    }

    package let world: SourceWorld
    /// The sources' clock; only tests and whoever runs the simulator move it.
    package let clock: TestClock
    package let libDib: LibDibSite
    private let sites: [Source: (site: FakeSite, faults: FaultSwitch)]

    /// Runs all of them while `body` does.
    package static func with<Result: Sendable>(
        _ world: SourceWorld, _ body: (Simulator) async throws -> Result
    ) async throws -> Result {
        let clock = TestClock(world.start)
        let libDib = LibDibSite(world: world)
        return try await serve(libDib, clock) { libDibSite, libDibFaults in
            try await serve(VinePairSite(world: world), clock) { medium, mediumFaults in
                try await serve(GiassiSite(world: world), clock) { shop, shopFaults in
                    try await body(
                        Simulator(
                            world: world, clock: clock, libDib: libDib,
                            sites: [
                                .libdib: (libDibSite, libDibFaults), .vinepair: (medium, mediumFaults),
                                .giassi: (shop, shopFaults),
                            ]))
                }
            }
        }
    }

    private static func serve<Result: Sendable>(
        _ site: some SimulatedSite, _ clock: TestClock, _ body: (FakeSite, FaultSwitch) async throws -> Result
    ) async throws -> Result {
        let faults = FaultSwitch()
        return try await FakeSite.with { asked in
            let steps = site.answer(asked, at: clock.now)
            return faults.take(for: asked.path).map { $0.steps(instead: steps, of: asked) } ?? steps
        } _: {
            try await body($0, faults)
        }
    }

    package func port(of source: Source) -> Int { sites[source]?.site.port ?? 0 }

    /// What a source was asked, in order.
    package func asked(of source: Source) -> [FakeSite.Asked] { sites[source]?.site.asked ?? [] }

    package func faults(of source: Source) -> FaultSwitch { sites[source]?.faults ?? FaultSwitch() }
}
