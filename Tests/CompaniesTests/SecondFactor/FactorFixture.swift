import Companies
import Foundation
import Postgres
import TestSupport
import Testing
import Vault

/// A person in each of two companies, and what checks their second factors.
struct FactorFixture: Sendable {
    static let hashing = HashingPool(workers: 2, queueLimit: 64)
    static let password = "correct horse battery"

    let companies: TwoCompanies
    let keys: TestKeys
    let clock: TestClock
    let signIn: SignIn
    let factor: SecondFactor
    let ada: IdentityID
    let bob: IdentityID

    static func with(_ body: (FactorFixture) async throws -> Void) async throws {
        try await TwoCompanies.with(connections: 8) { companies in
            let hash = try await hashing.hash(try Password(password))
            var people: [IdentityID] = []
            for (name, company) in [("ada", companies.harbor), ("bob", companies.kestrel)] {
                people.append(
                    try await CompanyRegistry(database: companies.database).addMember(
                        to: company.id, email: "\(name)@example.com", displayName: name, role: .owner,
                        passwordHash: hash,
                        identity: IdentityID(rawValue: UUID()), at: companies.now))
            }
            let keys = try TestKeys()
            let clock = TestClock(companies.now)
            let signIn = SignIn(database: companies.database, hashing: hashing)
            let factor = SecondFactor(
                database: companies.database, signIn: signIn, vault: try keys.vault(), now: { clock.now })
            try await body(
                FactorFixture(
                    companies: companies, keys: keys, clock: clock, signIn: signIn, factor: factor, ada: people[0],
                    bob: people[1]))
        }
    }

    /// A try to sign in with the right password.
    func attempt(_ name: String = "ada", device: SecretToken? = nil) -> SignInAttempt {
        SignInAttempt(email: "\(name)@example.com", password: Self.password, device: device, network: nil)
    }

    func session(_ name: String = "ada") async throws -> SecretToken {
        guard case .opened(let session, _) = try await signIn.open(attempt(name)) else {
            throw FactorTestProblem(what: "no session")
        }
        return session
    }

    /// Half a session: the password was right.
    func half(_ name: String = "ada", device: SecretToken? = nil) async throws -> SecretToken {
        guard case .codeNeeded(let half) = try await signIn.open(attempt(name, device: device)) else {
            throw FactorTestProblem(what: "no half session")
        }
        return half
    }

    /// As many half sessions, each of a sign-in of its own.
    func halves(_ count: Int) async throws -> [SecretToken] {
        var halves: [SecretToken] = []
        for _ in 0..<count { halves.append(try await half()) }
        return halves
    }

    /// Sets up a second factor, as the person's app would.
    func enrol(
        _ name: String = "ada"
    ) async throws -> (session: SecretToken, seed: TimeCodeSeed, codes: [RecoveryCode]) {
        let person = name == "ada" ? ada : bob
        let session = try await session(name)
        #expect(try await factor.start(session, of: person))
        guard case .starting(let seed) = try await factor.state(session, of: person) else {
            throw FactorTestProblem(what: "nothing is being set up")
        }
        let outcome = try await factor.turnOn(session, of: person, code: try code(seed))
        guard case .turnedOn(let next, let codes) = outcome else {
            throw FactorTestProblem(what: "not turned on")
        }
        // The code of now is spent; later tries are made later.
        clock.advance(by: 60)
        return (next, seed, codes)
    }

    /// What the app shows, now or some steps away from it.
    func code(_ seed: TimeCodeSeed, steps: Int = 0) throws -> TypedCode {
        let step = TimeStep(number: TimeStep(at: clock.now).number + steps)
        let text = try #require(seed.code(of: step))
        return try #require(TypedCode(text))
    }

    /// A code that is not one of right now.
    func wrongCode(_ seed: TimeCodeSeed) throws -> TypedCode {
        let good = TimeStep.window(at: clock.now).compactMap { seed.code(of: $0) }
        let bad: String? = (0..<10).map { "00000\($0)" }.first { !good.contains($0) }
        return try #require(bad.flatMap { TypedCode($0) })
    }

    func complete(_ half: SecretToken, _ code: TypedCode, device: SecretToken? = nil) async throws -> SignInOutcome {
        try await factor.complete(half, code: code, device: device, agent: "Test")
    }

    func run(_ sql: String) async throws { try await companies.test.owner().runScript(sql) }
}

struct FactorTestProblem: Error { let what: String }
