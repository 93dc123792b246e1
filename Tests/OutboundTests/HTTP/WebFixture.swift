import HTTPTypes
import Outbound
import TestSupport
import Testing

/// A site, and a client that may reach it.
struct WebFixture: Sendable {
    let site: FakeSite
    let client: WebClient
    let base: String
    let scope: HostScope

    /// - Parameter isNamed: whether the site is among the addresses that may be reached although they are not public.
    static func with(
        isEncrypted: Bool = false, isNamed: Bool = true, _ plan: @escaping FakeSite.Plan,
        _ body: (WebFixture) async throws -> Void
    ) async throws {
        try await FakeSite.with(isEncrypted: isEncrypted, plan) { site in
            let address = try #require(NetworkAddress("127.0.0.1", port: site.port))
            let client = WebClient(
                userAgent: "Tidemark/test", reach: Reach(named: isNamed ? [address] : []),
                certificates: isEncrypted ? FakeSite.certificatePath() : nil)
            try await body(
                WebFixture(
                    site: site, client: client, base: "\(isEncrypted ? "https" : "http")://127.0.0.1:\(site.port)",
                    scope: HostScope(["127.0.0.1"])))
        }
    }

    func address(_ path: String = "/") throws -> WebAddress { try WebAddress(base + path) }

    func fetch(
        _ path: String = "/", jar: CookieJar? = nil, limits: TransferLimits = .patient
    ) async throws -> WebAnswer {
        try await client.fetch(WebRequest(try address(path)), within: scope, jar: jar, limits: limits)
    }

    func failure(_ path: String = "/", limits: TransferLimits = .patient) async -> WebFailure? {
        await #expect(throws: WebFailure.self) { _ = try await fetch(path, limits: limits) }
    }
}
