/// Alerts of a company.
package struct AlertsAnswer: Sendable {
    private let alerts: [AlertAnswerFacts]
    private let limit: Int
    private let isCut: Bool
    private let next: String?

    /// - Parameters:
    ///   - isCut: whether there are more than these.
    ///   - next: the cursor of the next page; nil on the last, and where there are no pages.
    package init(alerts: [AlertAnswerFacts], limit: Int, isCut: Bool, next: String?) {
        self.alerts = alerts
        self.limit = limit
        self.isCut = isCut
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
                meta.field("has_more", isCut)
                meta.field("next", next)
            }
        }
    }
}
