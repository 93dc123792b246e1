import Foundation
import Postgres
import Vault

/// A second factor as `auth_second_factor` answers it: on, or a seed that is being set up.
struct SecondFactorRow: Sendable, RowDecodable {
    let turnedOnAt: Date?
    let codesLeft: Int
    let seed: SealedSecret?

    init(row: inout RowReader) throws {
        turnedOnAt = try row.nextOptional()
        codesLeft = try row.next()
        let companyKey: UUID? = try row.nextOptional()
        let dataKey: UUID? = try row.nextOptional()
        let sealedDataKey: Blob? = try row.nextOptional()
        let ciphertext: Blob? = try row.nextOptional()
        if let companyKey, let dataKey, let sealedDataKey, let ciphertext {
            seed = SealedSecret(
                companyKey: CompanyKeyID(rawValue: companyKey), dataKey: dataKey, sealedDataKey: sealedDataKey.bytes,
                ciphertext: ciphertext.bytes)
        } else {
            seed = nil
        }
    }
}
