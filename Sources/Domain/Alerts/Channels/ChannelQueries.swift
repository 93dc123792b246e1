package import Companies
import Connections
package import Foundation
import Jobs
import Postgres
package import Vault

/// A company's channels, as its admins look after them. What is stored of an address or a key is shown to nobody.
package struct ChannelQueries: Sendable {
    private let transaction: CompanyTransaction
    private let vault: SecretVault

    package init(transaction: CompanyTransaction, vault: SecretVault) {
        self.transaction = transaction
        self.vault = vault
    }

    private var secrets: ChannelSecretQueries { ChannelSecretQueries(transaction: transaction, vault: vault) }

    /// Makes a channel.
    /// - Returns: its id, and for a webhook the key its messages are signed with: to be shown once.
    /// - Throws: `ChannelProblem`, `VaultProblem`.
    package func add(
        _ new: NewChannel, by person: IdentityID, as actor: AuditActor, at moment: Date
    ) async throws -> (id: ChannelID, signingKey: WebhookKey?) {
        guard try await count() < ChannelProblem.most else { throw ChannelProblem.tooMany }
        let id = ChannelID()
        do {
            try await transaction.execute(
                """
                INSERT INTO alert_channels (company_id, channel_id, kind, name, least, recipients, host, created_at,
                    created_by)
                VALUES (\(transaction.company), \(id.rawValue), \(new.kind.rawValue), \(new.name), \(new.least.rawValue),
                    \(new.recipients.map(\.rawValue)), \(new.host), \(moment), \(person))
                """)
        } catch let error as DatabaseError where error.constraint == "alert_channels_name" {
            throw ChannelProblem.nameTaken
        }
        let key = try await seal(new, into: id, by: person, at: moment)
        try await record(.channelAdded, id, new.kind, by: actor)
        return (id, key)
    }

    /// Puts another address or key in the place of the one there was. A channel that did not work is tried again.
    /// - Throws: `ChannelProblem.unknown`, `VaultProblem`.
    package func replace(
        _ id: ChannelID, with new: NewChannel, by person: IdentityID, as actor: AuditActor, at moment: Date
    ) async throws -> WebhookKey? {
        let changed = try await transaction.execute(
            """
            UPDATE alert_channels SET host = \(new.host), recipients = \(new.recipients.map(\.rawValue)),
                least = \(new.least.rawValue), broken_at = NULL, broken_why = NULL, version = version + 1
            WHERE \(row(id)) AND removed_at IS NULL AND kind = \(new.kind.rawValue)
            """)
        guard changed == 1 else { throw ChannelProblem.unknown }
        let key = try await seal(new, into: id, by: person, at: moment)
        try await record(.channelReplaced, id, new.kind, by: actor)
        return key
    }

    /// Nothing is told there any more, and what was stored of it is gone.
    /// - Throws: `ChannelProblem.unknown`.
    package func remove(_ id: ChannelID, by actor: AuditActor, at moment: Date) async throws {
        let kinds = try await transaction.fetch(
            Query<Single<String>>(
                """
                UPDATE alert_channels SET removed_at = \(moment), host = NULL, recipients = '{}'
                WHERE \(row(id)) AND removed_at IS NULL RETURNING kind
                """))
        guard let kind = kinds.first.flatMap({ ChannelKind(rawValue: $0.value) }) else { throw ChannelProblem.unknown }
        try await secrets.remove(of: id.rawValue)
        try await transaction.execute(
            """
            UPDATE alert_deliveries SET state = 'failed', last_problem = 'the channel was removed'
            WHERE company_id = \(transaction.company) AND channel_id = \(id.rawValue) AND state = 'queued'
            """)
        try await record(.channelRemoved, id, kind, by: actor)
    }

    /// Tells the channel something that is no alert, by the way every alert takes.
    /// - Throws: `ChannelProblem.unknown`.
    @discardableResult
    package func test(_ id: ChannelID, by actor: AuditActor, at moment: Date) async throws -> DeliveryID {
        let rows = try await transaction.fetch(ChannelRow.all(of: transaction.company, only: id))
        guard let channel = rows.first else { throw ChannelProblem.unknown }
        let delivery = DeliveryID()
        try await transaction.execute(
            """
            INSERT INTO alert_deliveries (company_id, delivery_id, channel_id, occasion, queued_at, asked_by)
            VALUES (\(transaction.company), \(delivery.rawValue), \(id.rawValue), 'test', \(moment), \(actor.id))
            """)
        try await transaction.enqueue(DeliverAlerts(delivery: delivery))
        try await record(.channelTested, id, channel.kind, by: actor)
        return delivery
    }

    private func seal(
        _ new: NewChannel, into id: ChannelID, by person: IdentityID, at moment: Date
    ) async throws -> WebhookKey? {
        guard new.kind != .email else { return nil }
        let key = new.kind == .webhook ? WebhookKey() : nil
        var all = new.secrets
        if let key, let field = SecretField.signingKey { all[field] = SecretBytes(copying: key.text) }
        try await secrets.replace(all, of: id.rawValue, by: person, at: moment)
        return key
    }

    private func count() async throws -> Int {
        try await transaction.fetch(
            Query<Single<Int>>(
                """
                SELECT count(*) FROM alert_channels WHERE company_id = \(transaction.company) AND removed_at IS NULL
                """)
        ).first?.value ?? 0
    }

    private func row(_ id: ChannelID) -> SQL { "company_id = \(transaction.company) AND channel_id = \(id.rawValue)" }

    private func record(
        _ action: AuditAction, _ id: ChannelID, _ kind: ChannelKind, by actor: AuditActor
    ) async throws {
        try await transaction.record(
            AuditEvent(action, by: actor, on: AuditSubject("channel", id), facts: ["kind": kind.rawValue]))
    }
}
