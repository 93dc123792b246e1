import Companies
import Connections
import Foundation
import Mail
import Outbound
import Postgres
import Vault

/// One message on its way: what an attempt needs, and what came of it.
struct DeliveryQueries {
    let delivery: DeliveryID
    let transaction: CompanyTransaction

    /// What an attempt needs.
    struct Attempt: Sendable {
        let message: AlertMessage
        let channel: ChannelRow
        let secrets: ReleasedSecrets
        let attempts: Int
        let age: Double
    }

    /// Counts an attempt, and takes what it needs: with that the use of what is sealed is on record before anything is opened.
    /// - Returns: nil when there is nothing to tell (any more).
    func begin(
        vault: SecretVault, at moment: Date, link: @escaping @Sendable (AlertID?) -> String
    ) async throws -> Attempt? {
        let begun = try await transaction.fetch(
            Query<BegunDelivery>(
                """
                UPDATE alert_deliveries SET attempts = attempts + 1 WHERE \(row) AND state = 'queued'
                RETURNING channel_id, attempts, queued_at
                """))
        guard let begun = begun.first else { return nil }
        let channels = try await transaction.fetch(
            ChannelRow.all(of: transaction.company, only: ChannelID(rawValue: begun.channel)))
        guard let channel = channels.first,
            let message = try await AlertMessageQueries.load(delivery, in: transaction, link: link)
        else { return nil }
        return Attempt(
            message: message, channel: channel,
            secrets: try await ChannelSecretQueries(transaction: transaction, vault: vault)
                .release(of: begun.channel),
            attempts: begun.attempts, age: moment.timeIntervalSince(begun.queuedAt))
    }

    /// The other side has taken it. A channel that did not work before does.
    func noteDelivered(status: Int?, at moment: Date) async throws {
        _ = try await transaction.execute(
            all: [
                """
                UPDATE alert_deliveries SET state = 'delivered', delivered_at = \(moment), last_status = \(status),
                    last_problem = NULL
                WHERE \(row) AND state = 'queued'
                """,
                """
                UPDATE alert_channels SET broken_at = NULL, broken_why = NULL WHERE company_id = \(transaction.company)
                    AND broken_at IS NOT NULL
                    AND channel_id = (SELECT channel_id FROM alert_deliveries WHERE \(row) AND state = 'delivered')
                """,
            ])
    }

    /// An attempt went wrong, and another one follows.
    func noteProblem(_ problem: String, status: Int?) async throws {
        try await transaction.execute(
            """
            UPDATE alert_deliveries SET last_status = \(status), last_problem = left(\(problem), 400)
            WHERE \(row) AND state = 'queued'
            """)
    }

    /// Nobody tries again. Of a channel that does not work any more nothing else is tried either, and what it was to be told of it is
    /// told once it works again.
    func noteFailed(_ problem: String, status: Int?, isChannelBroken: Bool, at moment: Date) async throws {
        try await transaction.execute(
            """
            UPDATE alert_deliveries SET state = 'failed', last_status = \(status), last_problem = left(\(problem), 400)
            WHERE \(row) AND state = 'queued'
            """)
        guard isChannelBroken else { return }
        _ = try await transaction.execute(
            all: [
                """
                UPDATE alert_channels SET broken_at = \(moment), broken_why = left(\(problem), 400)
                WHERE company_id = \(transaction.company) AND broken_at IS NULL AND removed_at IS NULL
                    AND channel_id = (SELECT channel_id FROM alert_deliveries WHERE \(row))
                """,
                """
                DELETE FROM alert_tellings WHERE company_id = \(transaction.company)
                    AND delivery_id = \(delivery.rawValue)
                """,
            ])
    }

    /// Has a letter written to each address. What became of them stands in the list of mails.
    func post(to addresses: [String]) async throws {
        for address in addresses {
            guard let address = MailAddress(address) else { continue }
            try await transaction.post(.alert, to: address, about: delivery.rawValue)
        }
    }

    private var row: SQL { "company_id = \(transaction.company) AND delivery_id = \(delivery.rawValue)" }
}

/// A message of which an attempt was begun.
private struct BegunDelivery: Sendable, RowDecodable {
    let channel: UUID
    let attempts: Int
    let queuedAt: Date

    init(row: inout RowReader) throws {
        channel = try row.next()
        attempts = try row.next()
        queuedAt = try row.next()
    }
}
