package import Companies
package import Foundation

/// One look: what the figures come to, written down, and the messages that follow from it. In one transaction: an alert that is
/// there is told, and nothing is told that is not there.
package struct AlertWatch: Sendable {
    private let transaction: CompanyTransaction
    private let now: Date

    package init(transaction: CompanyTransaction, now: Date) {
        self.transaction = transaction
        self.now = now
    }

    /// - Returns: changes to alerts, and messages made.
    package func settle(_ survey: MetricSurvey) async throws -> (changes: Int, messages: Int) {
        let queries = AlertBookQueries(transaction: transaction, now: now)
        try await queries.lock()
        let monitors = try await MonitorQueries(transaction: transaction).ensure(at: now)
        let changes = AlertBook(monitors: monitors, alerts: try await queries.alerts(), at: now)
            .changes(after: survey)
        try await queries.write(changes, monitors)
        if changes.contains(where: \.isEnd) { try await queries.forget() }
        try await DeliveryQueries.giveUpLost(in: transaction, at: now)
        let messages = try await TellingQueries(transaction: transaction, at: now).tell()
        return (changes.count, messages)
    }
}
