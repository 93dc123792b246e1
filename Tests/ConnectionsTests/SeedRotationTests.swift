import Companies
import Connections
import Foundation
import Postgres
import TestSupport
import Testing
import Vault

/// Second factors live through a rotation of keys: their seeds are under keys of the house.
@Suite struct SeedRotationTests {
    private static let hashing = HashingPool(workers: 2, queueLimit: 16)
    private static let password = "correct horse battery"

    private struct Enrolled {
        let person: IdentityID
        let email: String
        let seed: TimeCodeSeed
    }

    private func enrol(_ email: String, _ fixture: VaultFixture, _ clock: TestClock) async throws -> Enrolled {
        let person = try await CompanyRegistry(database: fixture.database).addMember(
            to: fixture.harbor, email: email, displayName: "x", role: .viewer,
            passwordHash: try await Self.hashing.hash(try Password(Self.password)),
            identity: IdentityID(rawValue: UUID()), at: clock.now)
        let factor = try factor(fixture, clock)
        guard
            case .opened(let session, _) = try await SignIn(database: fixture.database, hashing: Self.hashing)
                .open(SignInAttempt(email: email, password: Self.password, device: nil, network: nil))
        else { throw ConnectionProblem.unknown }
        #expect(try await factor.start(session, of: person))
        guard case .starting(let seed) = try await factor.state(session, of: person),
            case .turnedOn = try await factor.turnOn(session, of: person, code: try code(seed, clock))
        else { throw ConnectionProblem.unknown }
        return Enrolled(person: person, email: email, seed: seed)
    }

    private func factor(_ fixture: VaultFixture, _ clock: TestClock) throws -> SecondFactor {
        SecondFactor(
            database: fixture.database, signIn: SignIn(database: fixture.database, hashing: Self.hashing),
            vault: try fixture.vault(), now: { clock.now })
    }

    private func code(_ seed: TimeCodeSeed, _ clock: TestClock) throws -> TypedCode {
        let text = try #require(seed.code(of: TimeStep(at: clock.now)))
        return try #require(TypedCode(text))
    }

    private func canSignIn(_ who: Enrolled, _ fixture: VaultFixture, _ clock: TestClock) async throws -> Bool {
        clock.advance(by: 60)
        guard
            case .codeNeeded(let half) = try await SignIn(database: fixture.database, hashing: Self.hashing)
                .open(SignInAttempt(email: who.email, password: Self.password, device: nil, network: nil)),
            case .opened = try await factor(fixture, clock).complete(
                half, code: try code(who.seed, clock), device: nil, agent: "")
        else { return false }
        return true
    }

    @Test func seeds_are_under_the_new_key_of_the_house_and_open_on() async throws {
        try await VaultFixture.with { fixture in
            let clock = TestClock(fixture.companies.now)
            var people: [Enrolled] = []
            for n in 0..<5 { people.append(try await enrol("p\(n)@example.com", fixture, clock)) }
            let house = CompanyID.house.rawValue
            let old = try #require(try fixture.directory.keys(of: house).last)
            let outcome = try await KeyRotation(database: fixture.database, vault: try fixture.vault(), batch: 2)
                .renewCompanyKeys(at: clock.now) { _, _ in }
            #expect(outcome.isWhole && outcome.rewrapped == 5)
            #expect(try fixture.directory.keys(of: house).map(\.keyID) != [old.keyID])
            #expect(try fixture.directory.retiredKeys(of: house).map(\.keyID) == [old.keyID])
            for person in people { #expect(try await canSignIn(person, fixture, clock)) }
            let status = try await VaultStatus.read(fixture.database, vault: try fixture.vault())
            let line = try #require(status.companies.last)
            #expect(line.slug == "house" && line.secrets == 5 && line.olderSecrets == 0 && line.lostSecrets == 0)
        }
    }

    @Test func a_seed_that_no_key_opens_keeps_the_old_key_and_is_named() async throws {
        try await VaultFixture.with { fixture in
            let clock = TestClock(fixture.companies.now)
            let good = try await enrol("good@example.com", fixture, clock)
            let bad = try await enrol("bad@example.com", fixture, clock)
            try await fixture.companies.test.owner().runScript(
                """
                UPDATE second_factors SET sealed_data_key = set_byte(sealed_data_key, 124, get_byte(sealed_data_key, 124) # 1)
                WHERE identity_id = '\(bad.person)'
                """)
            let rotation = KeyRotation(database: fixture.database, vault: try fixture.vault())
            let outcome = try await rotation.renewCompanyKeys(at: clock.now) { _, _ in }
            #expect(outcome.unreadableSeeds == [bad.person] && !outcome.isWhole)
            #expect(try fixture.directory.keys(of: CompanyID.house.rawValue).count == 2)
            #expect(try rotation.isUnfinished())
            #expect(try await canSignIn(good, fixture, clock))
        }
    }
}
