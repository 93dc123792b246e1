package import Companies
package import Foundation
package import Postgres

/// A channel, as people see it. What it is told with stays sealed.
package struct ChannelRow: Sendable, RowDecodable {
    package let id: ChannelID
    package let kind: ChannelKind
    package let name: String
    package let least: AlertSeverity
    package let recipients: [IdentityID]
    package let host: String?
    package let brokenAt: Date?
    package let brokenWhy: String?
    /// When something was last told there.
    package let toldAt: Date?

    package init(row: inout RowReader) throws {
        id = ChannelID(rawValue: try row.next())
        let word: String = try row.next()
        guard let kind = ChannelKind(rawValue: word) else { throw RowProblem(column: "kind", reason: "is unknown") }
        self.kind = kind
        name = try row.next()
        let least: String = try row.next()
        guard let least = AlertSeverity(rawValue: least) else {
            throw RowProblem(column: "least", reason: "is unknown")
        }
        self.least = least
        let recipients: [UUID] = try row.next()
        self.recipients = recipients.map(IdentityID.init(rawValue:))
        host = try row.nextOptional()
        brokenAt = try row.nextOptional()
        brokenWhy = try row.nextOptional()
        toldAt = try row.nextOptional()
    }

    /// Channels of mail of whose newest message no letter was taken, and why. Letters have a list of their own, in which they are
    /// tried again; so only what became of them says whether anybody could read it.
    static func unmailed(of company: CompanyID) -> Query<Pair<UUID, String>> {
        Query(
            """
            SELECT c.channel_id, coalesce(m.problem, 'the mail was not taken') FROM alert_channels c
            CROSS JOIN LATERAL (SELECT d.delivery_id FROM alert_deliveries d WHERE d.company_id = c.company_id
                AND d.channel_id = c.channel_id AND d.state = 'delivered' ORDER BY d.queued_at DESC LIMIT 1) AS d
            CROSS JOIN LATERAL (SELECT max(last_problem) AS problem FROM mails WHERE company_id = c.company_id
                AND subject_id = d.delivery_id HAVING bool_and(state = 'failed')) AS m
            WHERE c.company_id = \(company) AND c.kind = 'email' AND c.removed_at IS NULL
            """)
    }

    /// The channels of a company, or one of them, oldest first.
    package static func all(of company: CompanyID, only id: ChannelID? = nil) -> Query<ChannelRow> {
        Query(
            """
            SELECT c.channel_id, c.kind, c.name, c.least, c.recipients, c.host, c.broken_at, c.broken_why,
                (SELECT max(d.delivered_at) FROM alert_deliveries d
                    WHERE d.company_id = c.company_id AND d.channel_id = c.channel_id)
            FROM alert_channels c WHERE c.company_id = \(company) AND c.removed_at IS NULL
                AND (\(id?.rawValue)::uuid IS NULL OR c.channel_id = \(id?.rawValue))
            ORDER BY c.created_at, c.channel_id
            """)
    }
}
