import Foundation
import Postgres
import Vault

/// Checks codes of second factors. Tries of an app's codes are counted for the person, whatever session they come from;
/// recovery codes need no counting at 125 bits, so whoever is locked out by others has a way in.
struct CodeCheck: Sendable {
    /// Who types the code.
    enum Asker: Sendable {
        case half(SecretToken)
        case session(SecretToken)
    }

    let seeds: SeedVault
    let now: @Sendable () -> Date

    /// - Parameter device: what the browser kept from a sign-in before.
    func check(_ code: TypedCode, of asker: Asker, device: SecretToken?) async throws -> CheckedCode {
        if case .recovery(let code) = code { return .recovery(code.hash) }
        let (half, session): (Blob?, Blob?) =
            switch asker {
            case .half(let token): (Blob(token.hash.bytes), nil)
            case .session(let token): (nil, Blob(token.hash.bytes))
            }
        let begun = try await seeds.read(
            Query<BegunCode>(
                """
                SELECT identity_id, company_key_id, data_key_id, sealed_data_key, ciphertext, is_known_device, wait_seconds
                FROM auth_begin_code(\(half), \(session), \(device.map { Blob($0.hash.bytes) }))
                """)
        ) { $0.waitSeconds > 0 ? nil : $0.seed.sealed }
        guard let (row, key) = begun else { return .wrong }
        guard row.waitSeconds == 0, let key else { return .throttled(seconds: max(1, row.waitSeconds)) }
        let seed = try seeds.open(row.seed.sealed, of: row.seed.person, with: key)
        defer { seed.wipe() }
        guard let step = seed.step(of: code, at: now()) else { return .wrong }
        return .time(step, isKnownDevice: row.isKnownDevice)
    }
}

extension CheckedCode {
    /// What spends the code: its step, or the hash of a recovery code.
    var spending: (step: Int?, recovery: Blob?) {
        switch self {
        case .time(let step, _): (step.number, nil)
        case .recovery(let hash): (nil, Blob(hash.bytes))
        case .wrong, .throttled: (nil, nil)
        }
    }
}
