import Companies
import Foundation

/// An alert as the Events API v2 of PagerDuty takes it. The alert's id makes what is told again the same incident there.
package enum PagerDutyEvent {
    package static let host = "events.pagerduty.com"
    package static let europeanHost = "events.eu.pagerduty.com"
    package static let path = "/v2/enqueue"

    /// - Parameters:
    ///   - alert: nil for a test, which is an incident of its own that ends at once.
    ///   - isEnd: of a test, whether it is the second of its two events.
    /// - Returns: JSON.
    package static func body(
        _ message: AlertMessage, _ alert: ToldAlert?, routingKey: String, isEnd: Bool = false
    ) throws -> [UInt8] {
        let action =
            switch message.occasion {
            case .opened, .reminder: "trigger"
            case .acknowledged: "acknowledge"
            case .recovered: "resolve"
            case .test: isEnd ? "resolve" : "trigger"
            }
        let payload = Payload(
            summary: cut(alert?.sentence ?? message.title, 1_024), source: message.company.slug,
            severity: severity(alert), timestamp: (alert?.openedAt ?? message.date).formatted(.iso8601),
            component: alert.map { $0.name.isEmpty ? message.company.name : $0.name },
            class: alert?.metric.code,
            custom_details: alert.map {
                Details(
                    value: $0.metric.unit.text($0.value), limit: AlertSentence.limit($0.metric, $0.threshold),
                    detail: $0.detail)
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(
            try encoder.encode(
                Event(
                    routing_key: routingKey, event_action: action,
                    dedup_key: "tidemark/\(alert.map { "\($0.id)" } ?? "\(message.id)")",
                    client: action == "trigger" ? "Tidemark" : nil,
                    client_url: action == "trigger" ? message.link(alert?.id) : nil,
                    payload: action == "trigger" ? payload : nil)))
    }

    private struct Event: Encodable {
        let routing_key: String
        let event_action: String
        let dedup_key: String
        let client: String?
        let client_url: String?
        let payload: Payload?
    }

    private struct Payload: Encodable {
        let summary: String
        let source: String
        let severity: String
        let timestamp: String
        let component: String?
        let `class`: String?
        let custom_details: Details?
    }

    private struct Details: Encodable {
        let value: String
        let limit: String
        let detail: String?
    }

    private static func severity(_ alert: ToldAlert?) -> String {
        switch alert?.severity {
        case .critical: "critical"
        case .warning: "warning"
        case .notice, nil: "info"
        }
    }

    private static func cut(_ text: String, _ most: Int) -> String {
        text.count <= most ? text : text.prefix(most - 1) + "…"
    }
}
