import Connectors
import Foundation
import Outbound
import TestSupport
import Testing
import Vault

/// What a connection brings to a visit.
@Suite struct SourceDoorTests {
    private static func key(_ user: String, of profile: SourceProfile) -> LoginKey {
        SourceLogin(user: SecretBytes(copying: user), password: SecretBytes(copying: "x")).key(of: profile.code)
    }

    @Test func two_connections_with_one_login_share_its_pace_over_all_hosts() async throws {
        try await SourceFixture.withTwo { _ in
            [.answer("200 OK", [:], Array("{}".utf8))]
        } _: { fixture, one, other in
            let profile = try LibDib(base: SourceFixture.base(one.port)).profile
            // Each with cookies of its own.
            let (first, second) = (try fixture.door(profile, at: one.port), try fixture.door(profile, at: other.port))
            // What each site has to say first is said, and its own pace forgotten.
            for door in [first, second] { _ = try await door.read("/") }
            fixture.clock.advance(by: 3_600)
            let start = fixture.clock.now
            _ = try await first.using(Self.key("Ada@example.com", of: profile)).read("/one")
            #expect(fixture.clock.now == start)
            _ = try await second.using(Self.key(" ada@example.com", of: profile)).read("/other")
            let then = fixture.clock.now
            #expect(then >= start + profile.policy.gap)
            // Another login does not wait.
            _ = try await first.using(Self.key("bea@example.com", of: profile)).read("/one")
            #expect(fixture.clock.now == then)
        }
    }
}
