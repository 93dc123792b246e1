package import Companies
import Foundation
import Postgres

/// What a message says, looked up when it is sent.
package enum AlertMessageQueries {
    /// - Parameter link: the address of the page of an alert, or of all of them.
    /// - Returns: nil when there is no such message in the company.
    package static func load(
        _ delivery: DeliveryID, in transaction: CompanyTransaction, link: @escaping @Sendable (AlertID?) -> String
    ) async throws -> AlertMessage? {
        let (heads, companies, alerts) = try await transaction.fetch(
            Query<Pair<String, Date>>(
                """
                SELECT occasion, queued_at FROM alert_deliveries
                WHERE company_id = \(transaction.company) AND delivery_id = \(delivery.rawValue)
                """),
            Query<Company>(
                """
                SELECT company_id, slug, name, home_currency, time_zone FROM companies
                WHERE company_id = \(transaction.company)
                """),
            AlertDeskQueries.rows(
                """
                a.company_id = \(transaction.company) AND a.alert_id IN (SELECT t.alert_id FROM alert_tellings t
                    WHERE t.company_id = \(transaction.company) AND t.delivery_id = \(delivery.rawValue))
                """))
        guard let head = heads.first, let occasion = AlertOccasion(rawValue: head.first), let company = companies.first
        else { return nil }
        guard occasion == .test || !alerts.isEmpty else { return nil }
        return AlertMessage(
            id: delivery, occasion: occasion, company: company, alerts: alerts.map(ToldAlert.init), date: head.second,
            link: link)
    }
}
