import Companies
import Postgres

/// Who is mailed. Addresses of people are no company's rows: a narrow function gives those that a company's alerts go to.
enum AlertRecipients {
    /// - Parameter chosen: members; none for all who look after the company.
    static func addresses(
        of company: CompanyID, chosen: [IdentityID], in database: CompanyDatabase
    ) async throws -> [String] {
        try await database.asWorker(
            Query<Single<String>>(
                "SELECT email FROM worker_alert_recipients(\(company), \(chosen.map(\.rawValue))) ORDER BY email LIMIT 100"
            )
        )
        .map(\.value)
    }
}
