import Companies
import Foundation
import Postgres
import Vault

/// A stored secret with its place.
struct SecretRow: Sendable, RowDecodable {
    let connection: ConnectionID
    let field: String
    let purpose: String
    let sealed: SealedSecret

    static let columns: SQL = "connection_id, field, purpose, company_key_id, data_key_id, sealed_data_key, ciphertext"

    init(row: inout RowReader) throws {
        connection = ConnectionID(rawValue: try row.next())
        field = try row.next()
        purpose = try row.next()
        let companyKey: UUID = try row.next()
        let dataKey: UUID = try row.next()
        let sealedDataKey: Blob = try row.next()
        let ciphertext: Blob = try row.next()
        sealed = SealedSecret(
            companyKey: CompanyKeyID(rawValue: companyKey), dataKey: dataKey, sealedDataKey: sealedDataKey.bytes,
            ciphertext: ciphertext.bytes)
    }

    func place(in company: CompanyID) -> SecretPlace {
        Self.place(company, connection, field: field, purpose: purpose)
    }

    /// What a secret is bound to.
    static func place(
        _ company: CompanyID, _ connection: ConnectionID, field: String, purpose: String
    ) -> SecretPlace {
        SecretPlace(
            company: company.rawValue, table: "connection_secrets", row: connection.rawValue, field: field,
            purpose: purpose)
    }
}
