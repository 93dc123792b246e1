import Foundation
import Outbound
import TestSupport
import Testing

/// Visits through a proxy: what goes wrong at it says nothing about the site, which is not left alone for it.
@Suite struct ProxyVisitTests {
    /// How a proxy fails.
    enum Fault: CaseIterable, Sendable {
        case silence, hangingUp, refusal, overload

        var steps: [FakeSite.Step] {
            switch self {
            case .silence: [.hang]
            case .hangingUp: [.close]
            case .refusal: [.text("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"), .close]
            case .overload: [.text("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"), .close]
            }
        }

        var failure: WebFailure {
            switch self {
            case .silence, .hangingUp: .proxyFailed(nil)
            case .refusal: .proxyFailed(403)
            case .overload: .proxyFailed(503)
            }
        }

        /// Little patience with silence alone.
        var limits: TransferLimits {
            var limits = TransferLimits.patient
            if self == .silence { limits.connect = .milliseconds(50) }
            return limits
        }
    }

    private static func visitor(_ fixture: ProxyFixture) -> Visitor {
        let clock = TestClock(VisitFixture.noon)
        return Visitor(
            client: fixture.client, agent: "Tidemark", now: { clock.now },
            sleep: { clock.advance(by: $0 / .seconds(1)) }, alarm: VisitFixture.never, random: { $0.upperBound })
    }

    private static func failure(_ visitor: Visitor, _ limits: TransferLimits) async -> VisitFailure? {
        var policy = VisitPolicy()
        policy.honoursRobots = false
        policy.mostRetries = 0
        return await #expect(throws: VisitFailure.self) {
            try await visitor.visit(
                WebRequest(try WebAddress("https://\(ProxyFixture.host)/")), within: .any, policy: policy,
                limits: limits)
        }
    }

    @Test(arguments: Fault.allCases) func a_proxy_that_fails_does_not_have_the_site_left_alone(fault: Fault)
        async throws
    {
        try await ProxyFixture.with(proxy: { _ in fault.steps }) { fixture in
            let visitor = Self.visitor(fixture)
            // More than it takes, in a row and of all.
            for _ in 0..<25 { #expect(await Self.failure(visitor, fault.limits) == .web(fault.failure)) }
            let address = try WebAddress("https://\(ProxyFixture.host)/")
            #expect(!visitor.wasRefused(by: address))
        }
    }

    /// The proxy works, and says that the site does not.
    @Test func a_site_that_the_proxy_cannot_reach_is_left_alone() async throws {
        let words = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"
        try await ProxyFixture.with(proxy: { _ in [.text(words), .close] }) { fixture in
            let visitor = Self.visitor(fixture)
            for _ in 0..<5 { #expect(await Self.failure(visitor, .patient) == .web(.unreachable)) }
            guard case .notNow(.resting, _)? = await Self.failure(visitor, .patient) else {
                Issue.record("not left alone")
                return
            }
            #expect(fixture.proxy.asked.count == 5)
        }
    }
}
