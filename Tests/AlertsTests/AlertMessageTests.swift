import Companies
import Foundation
import TestSupport
import Testing

@testable import Alerts

/// What is written to each kind of receiver.
@Suite struct AlertMessageTests {
    private static let company = Company(
        id: CompanyID(rawValue: UUID()), slug: "harbor", name: "Harbor <& Sons>", homeCurrency: "USD", timeZone: "UTC")

    private static func alert(
        _ name: String = "LibDib", _ severity: AlertSeverity = .warning, state: AlertState = .open,
        detail: String? = nil
    ) -> ToldAlert {
        ToldAlert(
            id: AlertID(), metric: .failures, subject: "s", name: name, severity: severity, state: state, value: 3,
            threshold: 3, detail: detail, openedAt: Date(timeIntervalSince1970: 1_772_439_330), resolvedAt: nil)
    }

    private static func message(_ occasion: AlertOccasion = .opened, _ alerts: [ToldAlert]) -> AlertMessage {
        AlertMessage(
            id: DeliveryID(), occasion: occasion, company: company, alerts: alerts,
            date: Date(timeIntervalSince1970: 1_772_439_330)
        ) { "https://tidemark.example/alerts" + ($0.map { "/\($0)" } ?? "") }
    }

    private static func json(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test func slack_gets_a_text_blocks_and_only_its_three_characters_escaped() throws {
        let alert = Self.alert("A & <B>", .critical, detail: "it > broke")
        let body = try Self.json(try SlackMessage.body(Self.message(.opened, [alert])))
        #expect(body["text"] as? String == "A &amp; &lt;B&gt;: 3 runs in a row failed")
        let blocks = try #require(body["blocks"] as? [[String: Any]])
        let sections = blocks.compactMap { ($0["text"] as? [String: Any])?["text"] as? String }
        #expect(blocks.map { $0["type"] as? String } == ["header", "section", "context"])
        #expect(sections[0] == "A & <B>: 3 runs in a row failed")
        #expect(
            sections[1]
                == "🔴 <https://tidemark.example/alerts/\(alert.id)|A &amp; &lt;B&gt;: 3 runs in a row failed>\n      it &gt; broke"
        )
        #expect(body["unfurl_links"] as? Bool == false)
    }

    @Test func a_storm_is_one_message_within_what_slack_takes() throws {
        let alerts = (0..<400).map { Self.alert("Shop \($0) " + String(repeating: "x", count: 280), .warning) }
        let body = try Self.json(try SlackMessage.body(Self.message(.opened, alerts)))
        let blocks = try #require(body["blocks"] as? [[String: Any]])
        #expect(blocks.count <= 50)
        for block in blocks {
            let text = (block["text"] as? [String: Any])?["text"] as? String ?? ""
            #expect(text.count <= (block["type"] as? String == "header" ? 150 : 3_000))
        }
        #expect("\(body)".contains("and 385 more"))
        // Programs get as many as a message has at most.
        let most = Array(alerts.prefix(TellingQueries.most))
        #expect(try WebhookMessage.body(Self.message(.opened, most)).count < 64 * 1_024)
    }

    @Test func pagerduty_gets_one_incident_an_alert_that_ends_with_it() throws {
        let alert = Self.alert(detail: "the server answers 503")
        let key = String(repeating: "0", count: 32)
        let opened = try Self.json(
            try PagerDutyEvent.body(Self.message(.opened, [alert]), alert, routingKey: key))
        #expect(opened["event_action"] as? String == "trigger" && opened["routing_key"] as? String == key)
        #expect(opened["dedup_key"] as? String == "tidemark/\(alert.id)")
        let payload = try #require(opened["payload"] as? [String: Any])
        #expect(payload["severity"] as? String == "warning" && payload["source"] as? String == "harbor")
        #expect(payload["summary"] as? String == "LibDib: 3 runs in a row failed")
        for (occasion, action) in [(AlertOccasion.acknowledged, "acknowledge"), (.recovered, "resolve")] {
            let event = try Self.json(
                try PagerDutyEvent.body(Self.message(occasion, [alert]), alert, routingKey: key))
            #expect(event["event_action"] as? String == action && event["payload"] == nil)
            #expect(event["dedup_key"] as? String == "tidemark/\(alert.id)")
        }
    }

    @Test func a_webhook_gets_standard_json() throws {
        let alert = Self.alert()
        let body = try Self.json(try WebhookMessage.body(Self.message(.recovered, [alert])))
        #expect(body["type"] as? String == "alert.recovered")
        #expect(body["timestamp"] as? String == "2026-03-02T08:15:30Z")
        let data = try #require(body["data"] as? [String: Any])
        let line = try #require((data["alerts"] as? [[String: Any]])?.first)
        #expect(line["metric"] as? String == "source.failures" && line["value"] as? Double == 3)
        #expect(line["link"] as? String == "https://tidemark.example/alerts/\(alert.id)")
    }

    /// The vector of the contract: key, id, time and body to the signature.
    @Test func the_signature_is_the_one_of_the_standard() {
        let body =
            #"{"type":"price.alert.triggered","timestamp":"2026-03-02T08:15:30Z","data":{"sku":"SKU-1001","old":1299,"new":1099}}"#
        let signature = WebhookSignature.make(
            key: Array("example-signing-key-for-tests-01".utf8), id: "msg_01HTESTEXAMPLE0001", timestamp: 1_772_439_330,
            body: Array(body.utf8))
        #expect(signature == "v1,/Jma3OFWyJQjyyPq5XbcAJ1KXoVZ03Rwf0D5p0BywRs=")
    }

    @Test func a_key_is_random_and_read_back_and_shown_by_nothing() throws {
        let (one, other) = (WebhookKey(), WebhookKey())
        #expect(one.text != other.text && one.text.hasPrefix("whsec_"))
        #expect(WebhookKey.bytes(of: one.text)?.count == 32)
        #expect(WebhookKey.bytes(of: "whsec_AAAA") == nil && WebhookKey.bytes(of: "x" + one.text) == nil)
        #expect("\(one)" == "[redacted]" && !"\(Mirror(reflecting: one).children.map { "\($0)" })".contains("whsec"))
    }

    @Test(arguments: [
        (MetricUnit.count, 1_234_567.0, "1,234,567"), (.percent, 94.96, "95\u{A0}%"), (.percent, 94.94, "94.9\u{A0}%"),
        (.hours, 24, "24\u{A0}h"), (.hours, 0.04, "0\u{A0}h"), (.number, -1_000.25, "-1,000.3"),
        (.minutes, 90.5, "90.5\u{A0}min"),
        (.count, 0, "0"), (.number, -0.04, "0"),
    ])
    func figures_are_read_with_their_units(unit: MetricUnit, value: Double, text: String) {
        #expect(unit.text(value) == text)
    }

    @Test func every_figure_says_what_is_wrong_and_its_limit() {
        for metric in MonitoredMetric.named + [.process("tidemark_jobs_dead")] {
            #expect(MonitoredMetric(code: metric.code) == metric)
            #expect(metric.range.contains(metric.usualThreshold) || metric == .process("tidemark_jobs_dead"))
            let text = AlertSentence.text(metric, name: "Giassi", value: metric.usualThreshold)
            #expect(text.hasPrefix("Giassi: ") && !text.hasSuffix("."))
            #expect(AlertSentence.text(metric, name: "", value: 2).first?.isLowercase == false)
            #expect(!AlertSentence.limit(metric, metric.usualThreshold).isEmpty)
        }
        #expect(MonitoredMetric(code: "process.DROP TABLE") == nil && MonitoredMetric(code: "nothing") == nil)
    }
}
