import Companies
package import Vault

/// Ciphertexts with the keys they need, still sealed: taken in one transaction, opened once what it says is on record.
package struct ReleasedSecrets: Sendable {
    private let company: CompanyID
    private let table: SecretTable
    private let secrets: [(row: SecretRow, field: SecretField, key: WrappedCompanyKey)]

    /// - Throws: `VaultProblem`.
    init(_ rows: [SecretRow], of company: CompanyID, _ table: SecretTable, vault: SecretVault) throws {
        self.company = company
        self.table = table
        secrets = try rows.map { row in
            guard let field = SecretField(rawValue: row.field) else { throw VaultProblem.cannotOpen }
            return (row, field, try vault.keys.wrapped(row.sealed.companyKey, of: company.rawValue))
        }
    }

    package var isEmpty: Bool { secrets.isEmpty }

    /// The names of what is stored, in order.
    package var fields: [String] { secrets.map(\.row.field) }

    /// Opens them for the duration of `body`; afterwards they are wiped, whether it kept them or not.
    /// - Throws: `VaultProblem`.
    package func lend<Result>(
        _ vault: SecretVault, to body: (ConnectionSecrets) async throws -> Result
    ) async throws -> Result {
        let opened = try open(vault)
        defer { opened.wipe() }
        return try await body(opened)
    }

    private func open(_ vault: SecretVault) throws(VaultProblem) -> ConnectionSecrets {
        var opened: [SecretField: SecretBytes] = [:]
        do {
            for secret in secrets {
                let key = try vault.keys.open(secret.key)
                opened[secret.field] = try vault.open(
                    secret.row.sealed, of: secret.row.place(in: company, table), with: key)
            }
        } catch {
            ConnectionSecrets(opened).wipe()
            throw error
        }
        return ConnectionSecrets(opened)
    }
}
