import Companies
import Foundation
import Postgres
import TestSupport
import Testing
import Vault

/// Guessing is slowed down, and the person guessed about is not locked out (S-027, S-028).
@Suite struct SignInThrottleTests {
    private static let hashing = HashingPool(
        hasher: PasswordHasher(parameters: HashingParameters(memoryKiB: 64, passes: 1, lanes: 1) ?? .standard),
        workers: 2,
        queueLimit: 256)
    private static let (email, password) = ("ada@example.com", "correct horse battery")

    private struct Door {
        let fixture: TwoCompanies
        let signIn: SignIn

        func attempt(
            _ password: String, email: String = SignInThrottleTests.email, device: SecretToken? = nil,
            network: String? = nil
        ) async throws -> SignInOutcome {
            try await signIn.open(SignInAttempt(email: email, password: password, device: device, network: network))
        }

        /// Puts back by so long what lanes and devices remember.
        func pass(_ interval: String) async throws {
            try await fixture.test.owner().runScript(
                """
                UPDATE sign_in_lanes SET counted_at = counted_at - interval '\(interval)';
                UPDATE known_devices SET seen_at = seen_at - interval '\(interval)'
                """)
        }
    }

    private func withDoor(_ body: @Sendable (Door) async throws -> Void) async throws {
        try await TwoCompanies.with { fixture in
            let hash = try await Self.hashing.hash(try Password(Self.password))
            _ = try await CompanyRegistry(database: fixture.database).addMember(
                to: fixture.harbor.id, email: Self.email, displayName: "Ada", role: .owner, passwordHash: hash,
                identity: IdentityID(rawValue: UUID()), at: fixture.now)
            try await body(Door(fixture: fixture, signIn: SignIn(database: fixture.database, hashing: Self.hashing)))
        }
    }

    @Test(arguments: [Self.email, "nobody@example.com"])
    func the_eleventh_wrong_password_waits_whether_the_address_is_known_or_not(email: String) async throws {
        try await withDoor { door in
            for _ in 0..<10 {
                guard case .wrong = try await door.attempt("wrong", email: email) else {
                    Issue.record("too early")
                    return
                }
            }
            guard case .throttled(let seconds) = try await door.attempt(Self.password, email: " \(email.uppercased()) ")
            else {
                Issue.record("not slowed down")
                return
            }
            // One drains in sixteen minutes.
            #expect((900...960).contains(seconds), "\(seconds)")
            try await door.pass("961 seconds")
            guard case .wrong = try await door.attempt("wrong", email: email) else {
                Issue.record("still slowed down")
                return
            }
            guard case .throttled = try await door.attempt("wrong", email: email) else {
                Issue.record("two drained")
                return
            }
        }
    }

    @Test func a_known_browser_is_let_in_while_strangers_are_not() async throws {
        try await withDoor { door in
            guard case .opened(_, let device) = try await door.attempt(Self.password) else {
                Issue.record("not let in")
                return
            }
            for _ in 0..<20 { _ = try await door.attempt("wrong") }
            guard case .throttled = try await door.attempt(Self.password) else {
                Issue.record("strangers are let in")
                return
            }
            guard case .opened(_, let again) = try await door.attempt(Self.password, device: device) else {
                Issue.record("the owner is locked out")
                return
            }
            #expect(again.text == device.text)
            // A browser known to one person is a stranger to another.
            for _ in 0..<10 { _ = try await door.attempt("wrong", email: "bob@example.com", device: device) }
            guard case .throttled = try await door.attempt("wrong", email: "bob@example.com", device: device) else {
                Issue.record("the browser was taken for known")
                return
            }
        }
    }

    @Test func a_stolen_browser_guesses_ten_times_and_no_browser_is_known_after_half_a_year_or_a_new_password()
        async throws
    {
        try await withDoor { door in
            guard case .opened(_, let device) = try await door.attempt(Self.password) else {
                Issue.record("not let in")
                return
            }
            for _ in 0..<10 { _ = try await door.attempt("wrong", device: device) }
            guard case .throttled(let seconds) = try await door.attempt(Self.password, device: device) else {
                Issue.record("not slowed down")
                return
            }
            #expect((1...60).contains(seconds), "\(seconds)")
            try await door.pass("181 days")
            guard case .opened(_, let next) = try await door.attempt(Self.password, device: device) else {
                Issue.record("not let in")
                return
            }
            #expect(next.text != device.text)
            let person = try await door.fixture.test.owner().fetch(
                Query<Single<UUID>>("SELECT identity_id FROM identities WHERE email = \(Self.email)"))
            let identity = IdentityID(rawValue: try #require(person.first?.value))
            let hash = try await Self.hashing.hash(try Password(Self.password))
            try await CompanyRegistry(database: door.fixture.database).setPassword(of: identity, hash: hash)
            guard case .opened(_, let last) = try await door.attempt(Self.password, device: next) else {
                Issue.record("not let in")
                return
            }
            #expect(last.text != next.text)
        }
    }

    @Test func a_network_is_slowed_down_over_all_addresses_and_fills_nobodys_lane_then() async throws {
        try await withDoor { door in
            for number in 0..<50 {
                guard case .wrong = try await door.attempt("x", email: "p\(number)@example.com", network: "192.0.2.7")
                else {
                    Issue.record("too early: \(number)")
                    return
                }
            }
            for _ in 0..<20 {
                guard case .throttled(let seconds) = try await door.attempt("wrong", network: "192.0.2.7") else {
                    Issue.record("not slowed down")
                    return
                }
                #expect((1...12).contains(seconds))
            }
            guard case .opened = try await door.attempt(Self.password, network: "192.0.2.8") else {
                Issue.record("another network stopped the person")
                return
            }
        }
    }

    /// However many networks guess at once about one person: the count comes before the check.
    @Test func two_hundred_at_once_check_ten() async throws {
        try await withDoor { door in
            let checked = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        if case .wrong = try await door.attempt("wrong", network: "n\(number)") { true } else { false }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(checked == 10)
        }
    }

    @Test func right_passwords_are_not_counted() async throws {
        try await withDoor { door in
            for _ in 0..<60 {
                guard case .opened = try await door.attempt(Self.password, network: "192.0.2.7") else {
                    Issue.record("slowed down")
                    return
                }
            }
            let devices = try await door.fixture.test.owner().fetch(
                Query<Single<Int>>("SELECT count(*) FROM known_devices"))
            #expect(devices.first?.value == 50)
        }
    }

    @Test func what_was_typed_is_not_kept() async throws {
        try await withDoor { door in
            _ = try await door.attempt("wrong", email: "CANARY@example.com", network: "192.0.2.7")
            let kept = try await door.fixture.test.owner().fetch(
                Query<Single<String>>("SELECT convert_from(lane_hash, 'LATIN1') || l::text FROM sign_in_lanes l"))
            #expect(kept.count == 2)
            #expect(!kept.contains { $0.value.lowercased().contains("canary") || $0.value.contains("192.0.2") })
        }
    }
}
