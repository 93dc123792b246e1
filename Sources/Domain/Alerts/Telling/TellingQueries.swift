package import Companies
package import Foundation
import Jobs
import Postgres

/// Finds out which channels have to be told of what, and makes the messages: together with what they are about, so that nothing is
/// lost and nothing is said twice.
package struct TellingQueries: Sendable {
    private let transaction: CompanyTransaction
    private let now: Date

    package init(transaction: CompanyTransaction, at now: Date) {
        self.transaction = transaction
        self.now = now
    }

    /// Seconds between two messages to a channel, so that what goes wrong together is told together. What is critical does not wait.
    /// A little less than what lies between two looks, of which none is to the second.
    package static let gap = 270.0
    /// Seconds after which somebody is reminded of what nobody looks after.
    package static let reminder = 86_400.0
    /// Seconds after which nobody wants to hear that something is well again.
    static let staleness = 2 * 86_400.0
    /// Alerts in one message at most; PagerDuty is asked once for each.
    static let most = 20

    /// - Returns: the messages made.
    @discardableResult
    package func tell() async throws -> Int {
        let channels = try await transaction.fetch(ChannelRow.all(of: transaction.company))
        var messages = 0
        for channel in channels where channel.brokenAt == nil {
            let due = try await due(channel)
            guard !due.isEmpty, try await mayTell(channel, due) else { continue }
            for occasion in [AlertOccasion.opened, .reminder, .acknowledged, .recovered] {
                let these = due.filter { $0.occasion == occasion.rawValue }
                for start in stride(from: 0, to: these.count, by: Self.most) {
                    try await make(occasion, channel, Array(these[start..<min(start + Self.most, these.count)]))
                    messages += 1
                }
            }
        }
        return messages
    }

    /// What a channel has to be told of. What follows on an alert's first word is said after it: overtaken by its own end, an incident
    /// would stay open with whoever keeps one. A program hears of every end, for what it keeps; a person of what is well again.
    private func due(_ channel: ChannelRow) async throws -> [DueTelling] {
        // Of a message that failed a part may have arrived, which a program can take back.
        let settled = channel.kind.isProgram ? ["delivered", "failed"] : ["delivered"]
        return try await transaction.fetch(
            Query<DueTelling>(
                """
                WITH lately AS (
                    SELECT a.*, coalesce(greatest(a.silenced_until, m.silenced_until) <= \(now), true) AS is_audible
                    FROM alerts a
                    JOIN alert_monitors m ON m.company_id = a.company_id AND m.monitor_id = a.monitor_id
                    WHERE a.company_id = \(transaction.company) AND a.state <> 'pending'
                        AND (a.state <> 'resolved' OR a.resolved_at > \(now - Self.staleness))
                ), told AS (
                    SELECT t.alert_id, t.occasion, t.round, d.queued_at, d.state = ANY (\(settled)) AS is_settled
                    FROM lately a
                    JOIN alert_tellings t ON t.company_id = a.company_id AND t.alert_id = a.alert_id
                    JOIN alert_deliveries d ON d.company_id = t.company_id AND d.delivery_id = t.delivery_id
                    WHERE t.company_id = \(transaction.company) AND t.channel_id = \(channel.id.rawValue)
                ), audible AS (
                    SELECT * FROM lately WHERE is_audible AND severity = ANY (\(channel.least.andAbove.map(\.rawValue)))
                )
                SELECT a.alert_id, 'opened', a.returns, a.severity FROM audible a
                WHERE a.state = 'open' AND a.subject <> \(channel.id.description) AND NOT EXISTS (SELECT FROM told t
                    WHERE t.alert_id = a.alert_id AND t.occasion = 'opened' AND t.round = a.returns)
                UNION ALL
                SELECT a.alert_id, 'reminder', (SELECT count(*) FROM told t
                    WHERE t.alert_id = a.alert_id AND t.occasion = 'reminder') + 1, a.severity FROM audible a
                WHERE a.state = 'open' AND EXISTS (SELECT FROM told t
                    WHERE t.alert_id = a.alert_id AND t.occasion = 'opened' AND t.round = a.returns)
                    AND (SELECT max(t.queued_at) FROM told t WHERE t.alert_id = a.alert_id
                        AND t.occasion IN ('opened', 'reminder')) <= \(now - Self.reminder)
                UNION ALL
                SELECT a.alert_id, 'acknowledged', a.returns, a.severity FROM audible a
                WHERE \(channel.kind.isProgram) AND a.state = 'acknowledged' AND EXISTS (SELECT FROM told t
                    WHERE t.alert_id = a.alert_id AND t.occasion = 'opened' AND t.round = a.returns AND t.is_settled)
                    AND NOT EXISTS (SELECT FROM told t
                        WHERE t.alert_id = a.alert_id AND t.occasion = 'acknowledged' AND t.round = a.returns)
                UNION ALL
                SELECT a.alert_id, 'recovered', a.returns, a.severity FROM lately a
                WHERE a.state = 'resolved' AND (\(channel.kind.isProgram) OR a.resolution = 'recovered' AND a.is_audible)
                    AND EXISTS (SELECT FROM told t
                        WHERE t.alert_id = a.alert_id AND t.occasion = 'opened' AND t.round = a.returns AND t.is_settled)
                    AND NOT EXISTS (SELECT FROM told t
                        WHERE t.alert_id = a.alert_id AND t.occasion = 'recovered' AND t.round = a.returns)
                """))
    }

    private func mayTell(_ channel: ChannelRow, _ due: [DueTelling]) async throws -> Bool {
        if due.contains(where: { $0.occasion == "opened" && $0.severity == AlertSeverity.critical.rawValue }) {
            return true
        }
        let last = try await transaction.fetch(
            Query<SingleOptional<Date>>(
                """
                SELECT max(queued_at) FROM alert_deliveries WHERE company_id = \(transaction.company)
                    AND channel_id = \(channel.id.rawValue) AND occasion <> 'test'
                """)
        ).first?.value
        return last.map { now.timeIntervalSince($0) >= Self.gap } ?? true
    }

    private func make(_ occasion: AlertOccasion, _ channel: ChannelRow, _ due: [DueTelling]) async throws {
        let delivery = DeliveryID()
        _ = try await transaction.execute(
            all: [
                """
                INSERT INTO alert_deliveries (company_id, delivery_id, channel_id, occasion, queued_at)
                VALUES (\(transaction.company), \(delivery.rawValue), \(channel.id.rawValue), \(occasion.rawValue), \(now))
                """,
                """
                INSERT INTO alert_tellings (company_id, alert_id, channel_id, occasion, round, delivery_id)
                SELECT \(transaction.company), alert_id, \(channel.id.rawValue), \(occasion.rawValue), round,
                    \(delivery.rawValue)
                FROM unnest(\(due.map(\.alert)), \(due.map(\.round))) AS d (alert_id, round)
                """,
            ])
        try await transaction.enqueue(DeliverAlerts(delivery: delivery))
    }
}
