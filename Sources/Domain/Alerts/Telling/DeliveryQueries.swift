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
        /// Of what was entered for the channel. Whatever comes of the attempt says nothing of what is entered meanwhile.
        let version: Int
        let age: Double
    }

    /// What there is to do.
    enum Begun: Sendable {
        case attempt(Attempt)
        /// The channel does not work, and only a test may find out that it does.
        case channelIsBroken(version: Int)
        /// There is nothing to tell (any more).
        case nothing
    }

    /// Counts an attempt, and takes what it needs: with that the use of what is sealed is on record before anything is opened.
    func begin(
        vault: SecretVault, at moment: Date, link: @escaping @Sendable (AlertID?) -> String
    ) async throws -> Begun {
        let begun = try await transaction.fetch(
            Query<BegunDelivery>(
                """
                UPDATE alert_deliveries SET attempts = attempts + 1 WHERE \(row) AND state = 'queued'
                RETURNING channel_id, queued_at, (SELECT version FROM alert_channels c
                    WHERE c.company_id = alert_deliveries.company_id AND c.channel_id = alert_deliveries.channel_id)
                """))
        guard let begun = begun.first else { return .nothing }
        let channels = try await transaction.fetch(
            ChannelRow.all(of: transaction.company, only: ChannelID(rawValue: begun.channel)))
        guard let channel = channels.first,
            let message = try await AlertMessageQueries.load(delivery, in: transaction, link: link)
        else { return .nothing }
        guard channel.brokenAt == nil || message.occasion == .test else {
            return .channelIsBroken(version: begun.version)
        }
        return .attempt(
            Attempt(
                message: message, channel: channel,
                secrets: try await ChannelSecretQueries(transaction: transaction, vault: vault)
                    .release(of: begun.channel),
                version: begun.version, age: moment.timeIntervalSince(begun.queuedAt)))
    }

    /// Of what is entered for the channel now; nil for a message there is not.
    func version() async throws -> Int? {
        try await transaction.fetch(
            Query<Single<Int>>(
                """
                SELECT version FROM alert_channels WHERE company_id = \(transaction.company)
                    AND channel_id = (SELECT channel_id FROM alert_deliveries WHERE \(row))
                """)
        ).first?.value
    }

    /// The other side has taken it. A channel that did not work before does.
    func noteDelivered(status: Int?, version: Int, at moment: Date) async throws {
        _ = try await transaction.execute(
            all: [
                """
                UPDATE alert_deliveries SET state = 'delivered', delivered_at = \(moment), last_status = \(status),
                    last_problem = NULL
                WHERE \(row) AND state = 'queued'
                """,
                """
                UPDATE alert_channels SET broken_at = NULL, broken_why = NULL WHERE company_id = \(transaction.company)
                    AND broken_at IS NOT NULL AND version = \(version)
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
    /// - Parameter broken: what was entered for the channel when it was found not to work; nil where it says nothing of the channel.
    func noteFailed(_ problem: String, status: Int?, broken version: Int?, at moment: Date) async throws {
        try await transaction.execute(
            """
            UPDATE alert_deliveries SET state = 'failed', last_status = \(status), last_problem = left(\(problem), 400)
            WHERE \(row) AND state = 'queued'
            """)
        guard let version else { return }
        _ = try await transaction.execute(
            all: [
                """
                UPDATE alert_channels SET broken_at = \(moment), broken_why = left(\(problem), 400)
                WHERE company_id = \(transaction.company) AND broken_at IS NULL AND removed_at IS NULL
                    AND version = \(version) AND channel_id = (SELECT channel_id FROM alert_deliveries WHERE \(row))
                """,
                """
                DELETE FROM alert_tellings WHERE company_id = \(transaction.company)
                    AND delivery_id = \(delivery.rawValue)
                """,
            ])
    }

    /// Seconds after which a message that still waits has lost the job that would send it.
    private static let lostAfter = 2 * DeliveryRetry.mostAge

    /// Lets go of messages that nobody sends any more, so that what they were about is told again.
    static func giveUpLost(in transaction: CompanyTransaction, at now: Date) async throws {
        try await transaction.execute(
            """
            WITH lost AS (
                UPDATE alert_deliveries SET state = 'failed', last_problem = 'nobody has sent it'
                WHERE company_id = \(transaction.company) AND state = 'queued' AND queued_at < \(now - lostAfter)
                RETURNING delivery_id)
            DELETE FROM alert_tellings t USING lost
            WHERE t.company_id = \(transaction.company) AND t.delivery_id = lost.delivery_id
            """)
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
    let queuedAt: Date
    let version: Int

    init(row: inout RowReader) throws {
        channel = try row.next()
        queuedAt = try row.next()
        version = try row.next()
    }
}
