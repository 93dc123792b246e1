import Postgres

/// A try to sign in that was counted.
struct BegunSignIn: RowDecodable {
    /// What checking the password needs; nil for an unknown or disabled person.
    let known: (identity: IdentityID, passwordHash: String)?
    let isKnownDevice: Bool
    /// Until the next try may be made; with more than 0 this one is refused.
    let waitSeconds: Int

    init(row: inout RowReader) throws {
        let identity: IdentityID? = try row.nextOptional()
        let hash: String? = try row.nextOptional()
        if let identity, let hash { known = (identity, hash) } else { known = nil }
        isKnownDevice = try row.next()
        let seconds: Double = try row.next()
        waitSeconds = seconds > 0 ? Int(min(seconds.rounded(.up), 86_400)) : 0
    }
}
