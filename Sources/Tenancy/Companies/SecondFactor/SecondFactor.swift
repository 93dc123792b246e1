package import Foundation
import Postgres
package import Vault

/// A person's second factor: the codes of an app (RFC 6238), and recovery codes for whoever lost it.
///
/// Everything asks for the token of a session, or of half a one: whose it is decides what is there.
package struct SecondFactor: Sendable {
    let database: CompanyDatabase
    let signIn: SignIn
    let seeds: SeedVault
    let codes: CodeCheck
    let now: @Sendable () -> Date

    /// - Parameters:
    ///   - vault: seals seeds under keys of the house.
    ///   - now: the clock that codes are compared with.
    package init(
        database: CompanyDatabase, signIn: SignIn, vault: SecretVault, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.database = database
        self.signIn = signIn
        self.now = now
        seeds = SeedVault(database: database, vault: vault)
        codes = CodeCheck(seeds: seeds, now: now)
    }

    /// How it stands for the person of a session.
    /// - Throws: `VaultProblem` when a seed that is being set up cannot be opened.
    package func state(_ token: SecretToken, of person: IdentityID) async throws -> SecondFactorState {
        guard let (row, key) = try await row(token) else { return .off }
        if let since = row.turnedOnAt { return .on(since: since, codesLeft: row.codesLeft) }
        guard let sealed = row.seed, let key else { return .off }
        return .starting(try seeds.open(sealed, of: person, with: key))
    }

    /// Begins to set it up with a new seed, which only this session may see, for ten minutes.
    /// - Returns: whether it began; false with one that is on, or when the person did not confirm lately.
    /// - Throws: `VaultProblem` when there is no key to seal with.
    package func start(_ token: SecretToken, of person: IdentityID) async throws -> Bool {
        let seed = TimeCodeSeed()
        defer { seed.wipe() }
        return try await seeds.write(seed, of: person) { sealed in
            Query(
                """
                SELECT auth_start_second_factor(\(Self.blob(token)), \(sealed.companyKey.rawValue), \(sealed.dataKey),
                    \(Blob(sealed.sealedDataKey)), \(Blob(sealed.ciphertext)))
                """)
        }
    }

    /// Turns it on if the code is right. All other sessions of the person end.
    package func turnOn(
        _ token: SecretToken, of person: IdentityID, code: TypedCode
    ) async throws -> SecondFactorOutcome {
        guard let (row, key) = try await row(token), row.turnedOnAt == nil, let sealed = row.seed, let key else {
            return .ended
        }
        let seed = try seeds.open(sealed, of: person, with: key)
        defer { seed.wipe() }
        guard let step = seed.step(of: code, at: now()) else { return .wrong }
        let (next, codes) = (SecretToken(), Self.newCodes())
        let isOn = try await database.auth.fetch(
            Query<Single<Bool>>(
                """
                SELECT auth_turn_on_second_factor(\(Self.blob(token)), \(Self.blob(next)), \(sealed.dataKey),
                    \(step.number), \(codes.map { Blob($0.hash.bytes) }))
                """))
        return isOn.first?.value == true ? .turnedOn(session: next, codes: codes) : .ended
    }

    /// New recovery codes in the place of all there were; nil without a second factor, or when the person did not
    /// confirm lately.
    package func renewCodes(_ token: SecretToken) async throws -> [RecoveryCode]? {
        let codes = Self.newCodes()
        let isRenewed = try await database.auth.fetch(
            Query<Single<Bool>>(
                "SELECT auth_renew_recovery_codes(\(Self.blob(token)), \(codes.map { Blob($0.hash.bytes) }))"))
        return isRenewed.first?.value == true ? codes : nil
    }

    /// Turns it off with password and code. All other sessions of the person end; this one goes on under the token that
    /// is answered.
    /// - Throws: `HashingError.busy` when too many sign-ins wait; then nothing has changed.
    package func turnOff(
        _ token: SecretToken, _ attempt: SignInAttempt, code: TypedCode?
    ) async throws -> ConfirmOutcome {
        try await prove(token, attempt, code, by: "auth_turn_off_second_factor")
    }

    /// Checks again that the person of a session is who they are, by their password and, with a second factor, a code;
    /// the session goes on under the token that is answered. Counted like a sign-in.
    /// - Parameter code: nil if none was typed; without a second factor it does not matter.
    /// - Throws: `HashingError.busy` when too many sign-ins wait; then nothing has changed.
    package func confirm(
        _ token: SecretToken, _ attempt: SignInAttempt, code: TypedCode?
    ) async throws -> ConfirmOutcome {
        try await prove(token, attempt, code, by: "auth_confirm_session")
    }

    /// Whether the person of a session has one.
    package func isOn(_ token: SecretToken) async throws -> Bool {
        let rows = try await database.auth.fetch(
            Query<Single<Bool>>(
                "SELECT turned_on_at IS NOT NULL FROM auth_second_factor(\(Self.blob(token)))"))
        return rows.first?.value == true
    }

    /// How many members the company of an owner's session has, and how many of them have a second factor; zeros for
    /// anybody else.
    package func counts(_ token: SecretToken) async throws -> (members: Int, secured: Int) {
        let rows = try await database.auth.fetch(
            Query<Pair<Int, Int>>("SELECT members, secured FROM auth_second_factor_counts(\(Self.blob(token)))"))
        return rows.first.map { ($0.first, $0.second) } ?? (0, 0)
    }

    /// Checks password and code, and then does what a function of the database does with both.
    private func prove(
        _ token: SecretToken, _ attempt: SignInAttempt, _ code: TypedCode?, by function: SQL
    ) async throws -> ConfirmOutcome {
        guard let begun = try await signIn.begin(attempt) else { return .wrong }
        if let refused = try await signIn.refusal(begun, attempt) { return refused }
        var checked = CheckedCode.wrong
        if let code { checked = try await codes.check(code, of: .session(token), device: attempt.device) }
        if case .throttled(let seconds) = checked { return .throttled(seconds: seconds) }
        let next = SecretToken()
        let device = attempt.device.map { Blob($0.hash.bytes) }
        let (step, recovery) = checked.spending
        let isDone = try await database.auth.fetch(
            Query<Single<Bool>>(
                """
                SELECT \(function)(\(Self.blob(token)), \(Self.blob(next)), \(attempt.email), \(device),
                    \(begun.isKnownDevice), \(attempt.network), \(step), \(recovery))
                """))
        return isDone.first?.value == true ? .confirmed(next) : .wrong
    }

    private func row(_ token: SecretToken) async throws -> (row: SecondFactorRow, key: WrappedCompanyKey?)? {
        try await seeds.read(
            Query<SecondFactorRow>(
                """
                SELECT turned_on_at, codes_left, company_key_id, data_key_id, sealed_data_key, ciphertext
                FROM auth_second_factor(\(Self.blob(token)))
                """)
        ) { $0.seed }
    }

    private static func newCodes() -> [RecoveryCode] { (0..<RecoveryCode.setSize).map { _ in RecoveryCode() } }

    static func blob(_ token: SecretToken) -> Blob { Blob(token.hash.bytes) }
}
