import Foundation
package import Outbound
package import SimulationSupport

extension Visitor {
    /// The real manners over a clock that only waiting moves, allowed to sites on this machine.
    package static func onClock(_ clock: TestClock, ports: [Int]) -> Visitor {
        let named = ports.compactMap { NetworkAddress("127.0.0.1", port: $0) }
        return Visitor(
            client: WebClient(userAgent: "Tidemark/test", reach: Reach(named: Set(named))), agent: "Tidemark",
            now: { clock.now }, sleep: { clock.advance(by: Double($0.components.seconds) + 1) },
            alarm: { _ in try await TestClock.waitForEver() }, random: { $0.upperBound })
    }
}

extension Simulator {
    /// Where each source is, by code.
    package var places: [String: WebAddress] {
        get throws {
            var places: [String: WebAddress] = [:]
            for source in Source.allCases {
                places[source.rawValue] = try WebAddress("http://127.0.0.1:\(port(of: source))/")
            }
            return places
        }
    }

    /// A visitor of its own over the sources' clock.
    package func visitor() -> Visitor { .onClock(clock, ports: Source.allCases.map(port)) }
}
