package import Companies
package import Foundation

/// What is told in one message: alerts of one company, on one occasion. Each kind of channel writes it in its own way.
package struct AlertMessage: Sendable {
    package let id: DeliveryID
    package let occasion: AlertOccasion
    package let company: Company
    /// The worst first; none for a test.
    package let alerts: [ToldAlert]
    /// When it came to be told.
    package let date: Date
    /// The page of all alerts, and of one.
    package let link: @Sendable (AlertID?) -> String

    package init(
        id: DeliveryID, occasion: AlertOccasion, company: Company, alerts: [ToldAlert], date: Date,
        link: @escaping @Sendable (AlertID?) -> String
    ) {
        self.id = id
        self.occasion = occasion
        self.company = company
        self.alerts = alerts.sorted { ($1.severity, $0.openedAt) < ($0.severity, $1.openedAt) }
        self.date = date
        self.link = link
    }

    /// Alerts that are written out; more are counted.
    static let mostWritten = 15

    /// One line that says what it is about, without a full stop.
    package var title: String {
        guard let first = alerts.first else { return "Test: \(company.name) can be told of alerts here" }
        let many = alerts.count
        return switch occasion {
        case .opened: many == 1 ? first.sentence : "\(many) new alerts, the first: \(first.sentence)"
        case .reminder: many == 1 ? "Still: \(first.sentence)" : "\(many) alerts are still open"
        case .acknowledged:
            many == 1 ? "Somebody looks after it: \(first.sentence)" : "Somebody looks after \(many) alerts"
        case .recovered where alerts.allSatisfy { $0.resolution == .recovered }:
            many == 1 ? "Recovered: \(first.sentence)" : "\(many) alerts have recovered"
        // Somebody closed it, or what it was about is gone.
        case .recovered: many == 1 ? "Over: \(first.sentence)" : "\(many) alerts are over"
        case .test: "Test: \(company.name) can be told of alerts here"
        }
    }

    /// The worst there is.
    var severity: AlertSeverity { alerts.first?.severity ?? .notice }

    /// Alerts that are written out, and how many are not.
    package var written: (alerts: [ToldAlert], more: Int) {
        (Array(alerts.prefix(Self.mostWritten)), max(0, alerts.count - Self.mostWritten))
    }
}
