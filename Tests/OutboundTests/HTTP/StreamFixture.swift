import Synchronization
import TestSupport
import Testing

@testable import Outbound

/// A site that speaks HTTP/2, a client that may reach it, and what its sockets were connected to.
struct StreamFixture: Sendable {
    /// Addresses that sockets were to be connected to.
    final class Sockets: Sendable {
        private let addresses = Mutex<[NetworkAddress]>([])

        var all: [NetworkAddress] { addresses.withLock { $0 } }

        func note(_ address: NetworkAddress) { addresses.withLock { $0.append(address) } }
    }

    let site: StreamSite
    let client: WebClient
    let sockets: Sockets
    let address: NetworkAddress

    static func with(_ plan: @escaping StreamSite.Plan, _ body: (StreamFixture) async throws -> Void) async throws {
        try await StreamSite.with(plan) { site in
            let address = try #require(NetworkAddress("127.0.0.1", port: site.port))
            let sockets = Sockets()
            let client = WebClient(
                userAgent: "Tidemark/test", reach: Reach(named: [address]), certificates: FakeSite.certificatePath(),
                names: ["localhost:\(site.port):127.0.0.1"],
                mayConnect: { target in
                    sockets.note(target)
                    return target == address
                }, vetsFirst: false)
            try await body(StreamFixture(site: site, client: client, sockets: sockets, address: address))
        }
    }

    func fetch(
        _ path: String = "/", host: String = "127.0.0.1", jar: CookieJar? = nil,
        limits: TransferLimits = .patient
    ) async throws -> WebAnswer {
        let request = WebRequest(try WebAddress("https://\(host):\(site.port)\(path)"))
        return try await client.fetch(request, within: .any, jar: jar, limits: limits)
    }

    func failure(_ path: String = "/", limits: TransferLimits = .patient) async -> WebFailure? {
        await #expect(throws: WebFailure.self) { _ = try await fetch(path, limits: limits) }
    }
}
