package import Outbound
package import SimulationSupport

import struct Foundation.Date

/// A provider of models at an address of this machine.
package struct SimulatedProvider: Sendable {
    package let dialect: ProviderDialect
    package let site: ProviderSite
    private let fake: FakeSite

    /// Faults of connections, which come before the site's own.
    package let faults: FaultSwitch

    /// Runs it while `body` does.
    package static func with<Result: Sendable>(
        _ dialect: ProviderDialect, _ body: (SimulatedProvider) async throws -> Result
    ) async throws -> Result {
        let (site, faults) = (ProviderSite(dialect), FaultSwitch())
        return try await FakeSite.with { asked in
            if let fault = faults.take(for: asked.path) {
                return fault.steps(instead: site.answer(asked, at: Date()), of: asked)
            }
            return site.answer(asked, at: Date())
        } _: { fake in
            try await body(SimulatedProvider(dialect: dialect, site: site, fake: fake, faults: faults))
        }
    }

    private init(dialect: ProviderDialect, site: ProviderSite, fake: FakeSite, faults: FaultSwitch) {
        self.dialect = dialect
        self.site = site
        self.fake = fake
        self.faults = faults
    }

    /// What addresses of it begin with.
    package var base: WebAddress {
        get throws { try WebAddress("http://127.0.0.1:\(fake.port)/v1") }
    }

    /// Where alone a client has to be able to go.
    package var reach: Reach { Reach(named: Set([NetworkAddress("127.0.0.1", port: fake.port)].compactMap(\.self))) }

    package var asked: [FakeSite.Asked] { fake.asked }
}
