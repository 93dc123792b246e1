package import Companies
package import Foundation
import Postgres
package import Vault

/// Secrets of the channels that alerts are told on: written, removed, and released for one message. As with logins there is no way
/// to show a stored one to anybody.
package struct ChannelSecretQueries: Sendable {
    private let transaction: CompanyTransaction
    private let vault: SecretVault

    package init(transaction: CompanyTransaction, vault: SecretVault) {
        self.transaction = transaction
        self.vault = vault
    }

    private var secrets: SecretQueries { SecretQueries(transaction: transaction, table: .alertChannels) }

    /// Puts secrets in the place of all there were.
    /// - Throws: `VaultProblem`.
    package func replace(
        _ new: [SecretField: SecretBytes], of channel: UUID, by person: IdentityID, at moment: Date
    ) async throws {
        try await secrets.checkKeys(vault)
        try await secrets.remove(of: channel, purpose: nil)
        try await secrets.write(new, of: channel, purpose: .credential, by: person, at: moment, vault: vault)
    }

    /// Removes them for good.
    package func remove(of channel: UUID) async throws {
        try await secrets.remove(of: channel, purpose: nil)
    }

    /// What a channel has, still sealed. To be asked for in the transaction that notes what it is for.
    package func release(of channel: UUID) async throws -> ReleasedSecrets {
        try await secrets.release(of: channel, purpose: .credential, vault: vault)
    }
}
