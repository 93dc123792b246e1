import Foundation
import Postgres
import Vault

/// A person's sealed seed, as it lies in `second_factors`.
struct SealedSeed: Sendable {
    let person: IdentityID
    let sealed: SealedSecret

    /// Reads person, company key, data key, sealed data key and ciphertext.
    init(row: inout RowReader) throws {
        person = try row.next()
        sealed = try Self.sealed(&row)
    }

    /// Reads company key, data key, sealed data key and ciphertext.
    static func sealed(_ row: inout RowReader) throws -> SealedSecret {
        let companyKey: UUID = try row.next()
        let dataKey: UUID = try row.next()
        let sealedDataKey: Blob = try row.next()
        let ciphertext: Blob = try row.next()
        return SealedSecret(
            companyKey: CompanyKeyID(rawValue: companyKey), dataKey: dataKey, sealedDataKey: sealedDataKey.bytes,
            ciphertext: ciphertext.bytes)
    }

    /// What a seed is bound to: the person. A person has no company, so the key is one of the house.
    static func place(of person: IdentityID) -> SecretPlace {
        SecretPlace(
            company: CompanyID.house.rawValue, table: "second_factors", row: person.rawValue, field: "seed",
            purpose: "second factor")
    }
}

extension SealedSeed: RowDecodable {}
