import Companies
import Postgres
import TestSupport
import Testing

/// Mail that people have sent to others is counted, so that nobody is flooded.
@Suite struct MailCounterTests {
    @Test func three_an_hour_for_an_address_and_twenty_for_a_network() async throws {
        try await TwoCompanies.with { fixture in
            let counter = MailCounter(database: fixture.database)
            func count(_ address: String, _ network: String?, _ purpose: MailPurpose = .passwordReset) async throws
                -> MailAllowance
            {
                try await counter.count(purpose, to: address, from: network)
            }
            for _ in 0..<3 { #expect(try await count("ada@example.com", "1") == .allowed) }
            #expect(try await count("ADA@example.com", "1") == .addressFull)
            #expect(try await count("ada@example.com", nil) == .addressFull)
            // Another reason has lanes of its own.
            #expect(try await count("ada@example.com", "1", .invitation) == .allowed)
            for number in 0..<16 { #expect(try await count("\(number)@example.com", "1") == .allowed) }
            guard case .networkFull(let seconds) = try await count("another@example.com", "1") else {
                Issue.record("the network is not stopped")
                return
            }
            #expect((100...180).contains(seconds), "\(seconds)")
            // A network that is stopped fills nobody's lane.
            for _ in 0..<5 { _ = try await count("victim@example.com", "1") }
            #expect(try await count("victim@example.com", "2") == .allowed)
            try await fixture.test.owner().runScript(
                "UPDATE sign_in_lanes SET counted_at = counted_at - interval '20 minutes 1 second'")
            #expect(try await count("ada@example.com", "2") == .allowed)
            #expect(try await count("ada@example.com", "2") == .addressFull)
        }
    }
}
