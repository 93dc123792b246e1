import Companies
import Dispatch
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Vault

/// While more passwords wait than can be checked, strangers are turned away before anything is counted (S-029).
@Suite struct SignInFloodTests {
    private static let cheap = PasswordHasher(
        parameters: HashingParameters(memoryKiB: 64, passes: 1, lanes: 1) ?? .standard)

    @Test func a_full_house_turns_strangers_away_uncounted_and_lets_a_known_browser_wait() async throws {
        try await TwoCompanies.with { fixture in
            let pool = HashingPool(hasher: Self.cheap, workers: 1, spares: 0, queueLimit: 1)
            let signIn = SignIn(database: fixture.database, hashing: pool)
            let (email, password) = ("ada@example.com", "correct horse battery")
            _ = try await CompanyRegistry(database: fixture.database).addMember(
                to: fixture.harbor.id, email: email, displayName: "Ada", role: .owner,
                passwordHash: try await pool.hash(try Password(password)), identity: IdentityID(rawValue: UUID()),
                at: fixture.now)
            func attempt(_ device: SecretToken?) -> SignInAttempt {
                SignInAttempt(email: email, password: password, device: device, network: "192.0.2.0/24")
            }
            guard case .opened(_, let known) = try await signIn.open(attempt(nil)) else {
                Issue.record("not let in")
                return
            }
            let owner = try await fixture.test.owner()
            try await owner.runScript("DELETE FROM sign_in_lanes")

            // One is at work until it is let go, one waits.
            let gate = DispatchSemaphore(value: 0)
            let holders = (0..<2).map { _ in Task { try await pool.perform { () throws(HashingError) in gate.wait() } }
            }
            while pool.load.running + pool.load.waiting < 2 { await Task.yield() }

            for device in [nil, SecretToken()] {
                await #expect(throws: HashingError.busy) { try await signIn.open(attempt(device)) }
            }
            let counted = try await owner.fetch(Query<Single<Int>>("SELECT count(*) FROM sign_in_lanes"))
            #expect(counted.first?.value == 0)

            let owners = Task { try await signIn.open(attempt(known)) }
            while pool.load.waiting < 2 { await Task.yield() }
            for _ in holders { gate.signal() }
            guard case .opened = try await owners.value else {
                Issue.record("the known browser is not let in")
                return
            }
            for holder in holders { try await holder.value }
        }
    }
}
