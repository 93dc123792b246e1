import Companies
import Foundation
import Postgres
import Vault

/// A stored secret with its place.
struct SecretRow: Sendable, RowDecodable {
    /// What it belongs to, such as a connection.
    let owner: UUID
    let field: String
    let purpose: String
    let sealed: SealedSecret

    /// The columns of a row, in order.
    static func columns(of table: SecretTable) -> SQL {
        "\(table.owner), field, purpose, company_key_id, data_key_id, sealed_data_key, ciphertext"
    }

    init(row: inout RowReader) throws {
        owner = try row.next()
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

    func place(in company: CompanyID, _ table: SecretTable) -> SecretPlace {
        Self.place(company, table, owner, field: field, purpose: purpose)
    }

    /// What a secret is bound to.
    static func place(
        _ company: CompanyID, _ table: SecretTable, _ owner: UUID, field: String, purpose: String
    ) -> SecretPlace {
        SecretPlace(company: company.rawValue, table: table.rawValue, row: owner, field: field, purpose: purpose)
    }
}
