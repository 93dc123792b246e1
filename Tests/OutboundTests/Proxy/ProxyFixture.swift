import Foundation
import HTTPTypes
import Synchronization
import TestSupport
import Testing
import Vault

@testable import Outbound

/// A site that stands for one of the internet, a proxy that stands for the way there, and a client that knows no other.
struct ProxyFixture: Sendable {
    /// What the site's certificate is for.
    static let host = "other.example"
    static let outside = "93.184.216.34"

    /// What the site's name stands for, which a test may change.
    final class Names: Sendable {
        private let addresses = Mutex([outside])

        func become(_ addresses: String...) { self.addresses.withLock { $0 = addresses } }

        func look(_ port: Int) -> [NetworkAddress] {
            addresses.withLock { $0 }.compactMap { NetworkAddress($0, port: port) }
        }
    }

    let site: FakeSite
    let proxy: FakeSite
    let client: WebClient
    let names: Names
    let clock: TestClock

    /// - Parameters:
    ///   - user: with a password, as they stand before the proxy's host; nil for none.
    ///   - answer: what the proxy does; nil to lead to the site, wherever it was asked to go.
    ///   - plan: what the site does.
    static func with(
        user: String? = nil, proxy answer: FakeSite.Plan? = nil,
        site plan: @escaping FakeSite.Plan = { _ in [.answer()] }, _ body: (ProxyFixture) async throws -> Void
    ) async throws {
        try await FakeSite.with(isEncrypted: true, flaw: .otherName, plan) { site in
            let port = site.port
            let tunnel: FakeSite.Plan = { _ in
                [.text("HTTP/1.1 200 Connection established\r\nSet-Cookie: proxy=1\r\n\r\n"), .join(port: port)]
            }
            try await FakeSite.with(answer ?? tunnel) { proxy in
                let setting = "http://\(user.map { "\($0)@" } ?? "")127.0.0.1:\(proxy.port)"
                let (names, clock) = (Names(), TestClock(Date(timeIntervalSince1970: 0)))
                let client = WebClient(
                    userAgent: "Tidemark/test", reach: Reach(), certificates: FakeSite.certificatePath(.otherName),
                    proxy: try WebProxy(SecretBytes(copying: setting)),
                    book: NameBook(lookUp: { _, port in names.look(port) }, now: { clock.now }),
                    mayConnect: { _ in false }, vetsFirst: true)
                try await body(
                    ProxyFixture(site: site, proxy: proxy, client: client, names: names, clock: clock))
            }
        }
    }

    func fetch(
        _ place: String = "https://\(host)/", jar: CookieJar? = nil, secrets: HTTPFields = [:],
        limits: TransferLimits = .patient
    ) async throws -> WebAnswer {
        try await client.fetch(
            WebRequest(try WebAddress(place), secretFields: secrets), within: .any, jar: jar, limits: limits)
    }

    func failure(
        _ place: String = "https://\(host)/", limits: TransferLimits = .patient
    ) async -> WebFailure? {
        await #expect(throws: WebFailure.self) { _ = try await fetch(place, limits: limits) }
    }
}
