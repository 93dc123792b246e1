import Foundation
import Postgres
import Synchronization
import Telemetry
import Vault

/// Puts transactions into a company, sealed: the policies believe a company only with the proof that this process made, so
/// SQL that somebody smuggles in can name another one and gets an error.
///
/// The seal is HMAC-SHA-256 over company and second (migration 0012). Its key comes from the database through the auth role,
/// which the runtime role cannot become.
final class ScopeSealer: Sendable {
    private struct State {
        var key: [UInt8] = []
        var learnedAt = Date.distantPast
        /// Sealed scopes, made anew with the key.
        var scopes: [CompanyID: String] = [:]

        /// A clock that was set back makes nothing fresh for longer.
        func isFresh(_ moment: Date) -> Bool {
            (0..<ScopeSealer.lifetime).contains(moment.timeIntervalSince(learnedAt))
        }
    }

    /// How long key and scopes are kept, in seconds: so long nothing works after a database was restored under its processes.
    /// The database takes seals for two hours, and for one after their key was retired.
    private static let lifetime: TimeInterval = 60
    private static let mostScopes = 10_000

    private let auth: ConnectionPool
    private let now: @Sendable () -> Date
    private let state = Mutex(State())

    init(auth: ConnectionPool, now: @escaping @Sendable () -> Date = { Date() }) {
        self.auth = auth
        self.now = now
    }

    /// What begins every transaction of a company: first whatever a smuggled statement of the one before may have left in the
    /// session is taken back (settings, advisory locks), then the company is set. Transaction-local, so nothing outlives it.
    /// - Throws: `DatabaseError` when the key cannot be had.
    func opening(_ company: CompanyID) async throws -> [SQL] { ["RESET ALL", try await setting(company)] }

    private func setting(_ company: CompanyID) async throws -> SQL {
        let moment = now()
        if let scope = state.withLock({ $0.isFresh(moment) ? $0.scopes[company] : nil }) { return Self.setting(scope) }
        if !state.withLock({ $0.isFresh(moment) }) {
            let keys = try await auth.fetch(Query<Single<Blob>>("SELECT auth_scope_key()"))
            guard let key = keys.first?.value.bytes, key.count == 32 else {
                throw DatabaseError(state: .scopeRefused, message: "the database has no key for scopes")
            }
            state.withLock { $0 = State(key: key, learnedAt: moment) }
        }
        return Self.setting(
            state.withLock { state in
                let scope = Self.seal(company, at: moment, with: state.key)
                if state.scopes.count >= Self.mostScopes { state.scopes = [:] }
                state.scopes[company] = scope
                return scope
            })
    }

    /// Company, second and proof, as `scope_company()` reads them.
    static func seal(_ company: CompanyID, at moment: Date, with key: [UInt8]) -> String {
        let message = "\(company).\(Int(moment.timeIntervalSince1970))."
        return message + HexDigits.text(hmacSHA256(key: key, message: Array(message.utf8)))
    }

    private static func setting(_ scope: String) -> SQL {
        "SELECT set_config('tidemark.scope', \(scope), true), pg_advisory_unlock_all()"
    }
}
