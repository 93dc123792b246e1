import Companies
import Connections
import Connectors
import Foundation
import Outbound
import Vault

/// The session of a connection with its source: kept between runs, begun anew when it is over.
struct ConnectionSession: Sendable {
    /// Times a run signs in at most, the first included: whoever cannot stay signed in is not helped by more, and an account may be locked (F-30).
    static let mostSignIns = 3

    let connection: ConnectionID
    let company: CompanyID
    let database: CompanyDatabase
    let login: any SignInSource
    let uses: CredentialUseQueries
    let jar: CookieJar
    let occasion: @Sendable (UseReason) -> UseOccasion
    let now: @Sendable () -> Date

    private static let cookies = SecretField(rawValue: "cookies")
    /// Which login the session was begun with, so that it is known without opening the login.
    private static let account = SecretField(rawValue: "account")

    /// Takes up the session of the last run, if there is one.
    /// - Returns: which login it was begun with; nil without a session, and for one from before that was kept.
    func resume() async throws -> LoginKey? {
        do {
            return try await uses.open(connection, in: company, .session, for: occasion(.fetch)) { _, secrets in
                guard let field = Self.cookies, let kept = secrets[field] else { return nil }
                jar.contents = kept.withBytes { String(decoding: $0, as: UTF8.self) }.split(separator: "\n")
                    .map(String.init)
                return Self.account.flatMap { secrets[$0] }.flatMap { LoginKey(bytes: $0.withBytes { Array($0) }) }
            }
        } catch ConnectionProblem.notStored {
            return nil
        } catch let problem as ConnectionProblem {
            throw RunTrouble(.noLogin, .end, problem.description)
        }
    }

    /// Signs in with the stored login, and keeps the session.
    /// - Parameter run: whose sign-ins are counted, over all of its attempts.
    /// - Returns: which login it was.
    /// - Throws: `RunTrouble` with the cause `no_login`; what the source says of the login; `SourceProblem.signedOut` when the run
    ///   has signed in often enough.
    func begin(through door: SourceDoor, in run: UUID) async throws -> LoginKey {
        let before = try await database.transaction(in: company) {
            try await SourceRunQueries(transaction: $0).signIns(of: run)
        }
        guard before < Self.mostSignIns else { throw SourceProblem.signedOut }
        jar.contents = []
        let (facts, key): (ConnectionFacts, LoginKey)
        do {
            (facts, key) = try await uses.open(connection, in: company, .credential, for: occasion(.signIn)) {
                facts, secrets in
                guard let given = LoginSource.find(facts.source.rawValue)?.login(from: { secrets[$0] }) else {
                    throw RunTrouble(.noLogin, .end, "a field of the login is missing")
                }
                let key = given.key(of: facts.source.rawValue)
                try await login.signIn(given, through: door.using(key))
                return (facts, key)
            }
        } catch let problem as ConnectionProblem {
            throw RunTrouble(.noLogin, .end, problem.description)
        } catch let problem as VaultProblem {
            throw RunTrouble(.noLogin, .end, problem.description)
        }
        let lines = jar.contents.joined(separator: "\n")
        guard let field = Self.cookies, let account = Self.account, !lines.isEmpty else { return key }
        let moment = now()
        try await database.transaction(in: company) { transaction in
            try await uses.keepSession(
                [field: SecretBytes(copying: lines), account: SecretBytes(copying: key.bytes)], of: facts,
                expiresAt: nil, at: moment, in: transaction)
        }
        return key
    }
}
