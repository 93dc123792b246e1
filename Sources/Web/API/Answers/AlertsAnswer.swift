/// Alerts of a company.
package struct AlertsAnswer: Sendable {
    private let alerts: [AlertAnswerFacts]
    private let limit: Int
    private let next: Double?

    /// - Parameter next: what `before` is on the next page; nil on the last.
    package init(alerts: [AlertAnswerFacts], limit: Int, next: Double?) {
        self.alerts = alerts
        self.limit = limit
        self.next = next
    }

    package var bytes: [UInt8] {
        JSONWriter.object(capacity: 512 + alerts.count * 1_024) { envelope in
            envelope.field("success", true)
            envelope.array("data") { data in
                for alert in alerts { data.object { $0.alert(alert) } }
            }
            envelope.object("meta") { meta in
                meta.field("limit", limit)
                meta.field("has_more", next != nil)
                meta.field("next", next.map { "\($0)" })
            }
        }
    }
}
