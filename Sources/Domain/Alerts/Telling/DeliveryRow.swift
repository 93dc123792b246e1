package import Companies
package import Foundation
package import Postgres

/// A message, as people see it in a channel's list.
package struct DeliveryRow: Sendable, RowDecodable {
    package let id: DeliveryID
    package let channel: ChannelID
    package let channelName: String
    package let occasion: AlertOccasion
    /// Of mail that of the slowest letter.
    package let state: DeliveryState
    package let attempts: Int
    package let status: Int?
    package let problem: String?
    package let queuedAt: Date
    package let deliveredAt: Date?
    package let alerts: Int

    package init(row: inout RowReader) throws {
        id = DeliveryID(rawValue: try row.next())
        channel = ChannelID(rawValue: try row.next())
        channelName = try row.next()
        let occasion: String = try row.next()
        guard let occasion = AlertOccasion(rawValue: occasion) else {
            throw RowProblem(column: "occasion", reason: "is unknown")
        }
        self.occasion = occasion
        let state: String = try row.next()
        guard let state = DeliveryState(rawValue: state) else {
            throw RowProblem(column: "state", reason: "is unknown")
        }
        self.state = state
        attempts = try row.next()
        status = try row.nextOptional()
        problem = try row.nextOptional()
        queuedAt = try row.next()
        deliveredAt = try row.nextOptional()
        alerts = try row.next()
    }

    /// The newest messages of a company: of a channel, or about an alert.
    package static func newest(
        of company: CompanyID, channel: ChannelID? = nil, alert: AlertID? = nil, limit: Int
    ) -> Query<DeliveryRow> {
        Query(
            """
            SELECT d.delivery_id, d.channel_id, c.name, d.occasion,
                CASE WHEN d.state <> 'delivered' OR m.letters IS NULL THEN d.state WHEN m.failed > 0 THEN 'failed'
                    WHEN m.queued > 0 THEN 'queued' ELSE 'delivered' END,
                d.attempts, d.last_status, coalesce(d.last_problem, m.problem), d.queued_at,
                coalesce(m.sent_at, d.delivered_at),
                (SELECT count(*) FROM alert_tellings t
                    WHERE t.company_id = d.company_id AND t.delivery_id = d.delivery_id)
            FROM alert_deliveries d JOIN alert_channels c ON c.company_id = d.company_id AND c.channel_id = d.channel_id
            LEFT JOIN LATERAL (
                SELECT nullif(count(*), 0) AS letters, count(*) FILTER (WHERE state = 'failed') AS failed,
                    count(*) FILTER (WHERE state = 'queued') AS queued, max(last_problem) AS problem, max(sent_at) AS sent_at
                FROM mails WHERE company_id = d.company_id AND subject_id = d.delivery_id AND c.kind = 'email') m ON true
            WHERE d.company_id = \(company) AND (\(channel?.rawValue)::uuid IS NULL OR d.channel_id = \(channel?.rawValue))
                AND (\(alert?.rawValue)::uuid IS NULL OR EXISTS (SELECT FROM alert_tellings t
                    WHERE t.company_id = d.company_id AND t.delivery_id = d.delivery_id AND t.alert_id = \(alert?.rawValue)))
            ORDER BY d.queued_at DESC, d.delivery_id LIMIT \(limit)
            """)
    }
}
