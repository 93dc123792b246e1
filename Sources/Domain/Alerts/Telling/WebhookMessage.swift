import Companies
import Foundation

/// A message as any program takes it: JSON of our own, in the frame of Standard Webhooks.
package enum WebhookMessage {
    /// - Returns: JSON below 64 KB.
    package static func body(_ message: AlertMessage) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(
            try encoder.encode(
                Payload(
                    type: "alert.\(message.occasion.rawValue)", timestamp: message.date.formatted(.iso8601),
                    data: Content(
                        company: message.company.slug, title: message.title, link: message.link(nil),
                        count: message.alerts.count,
                        alerts: message.alerts.map { Line($0, link: message.link($0.id)) }))))
    }

    private struct Payload: Encodable {
        let type: String
        let timestamp: String
        let data: Content
    }

    private struct Content: Encodable {
        let company: String
        let title: String
        let link: String
        let count: Int
        let alerts: [Line]
    }

    private struct Line: Encodable {
        let id: String
        let metric: String
        let subject: String
        let name: String
        let severity: String
        let state: String
        let sentence: String
        let detail: String?
        let value: Double
        let threshold: Double
        let unit: String
        let opened_at: String
        let resolved_at: String?
        let resolution: String?
        let link: String

        init(_ alert: ToldAlert, link: String) {
            id = alert.id.description
            metric = alert.metric.code
            subject = alert.subject
            name = alert.name
            severity = alert.severity.rawValue
            state = alert.state.rawValue
            sentence = alert.sentence
            detail = alert.detail
            value = alert.value
            threshold = alert.threshold
            unit = alert.metric.unit.rawValue
            opened_at = alert.openedAt.formatted(.iso8601)
            resolved_at = alert.resolvedAt?.formatted(.iso8601)
            resolution = alert.resolution?.rawValue
            self.link = link
        }
    }
}
