import Postgres
import Vault

/// What checking a password needs to know about a person.
struct KnownIdentity: RowDecodable {
    let identity: IdentityID
    let passwordHash: String

    init(row: inout RowReader) throws {
        identity = try row.next()
        passwordHash = try row.next()
    }
}

extension SignIn {
    static func blob(_ hash: TokenHash) -> Blob { Blob(hash.bytes) }
}
