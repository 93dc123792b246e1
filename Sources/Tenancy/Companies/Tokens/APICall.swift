package import Postgres

/// A request of a program, as the database counted it.
package struct APICall: Sendable, RowDecodable {
    package let client: APIClient
    /// Whether it may be answered: token and company have something left.
    package let isGranted: Bool
    /// That of the token, or of the company where that one is used up.
    package let allowance: RequestAllowance

    static let columns: SQL =
        """
        token_id, scopes, expires_at, company_id, company_slug, company_name, home_currency, time_zone, data_version,
        granted, most, remaining, reset_seconds
        """

    package init(row: inout RowReader) throws {
        client = try APIClient(row: &row)
        let granted: Int = try row.next()
        isGranted = granted > 0
        let (most, remaining): (Int, Int) = (try row.next(), try row.next())
        allowance = RequestAllowance(limit: most, remaining: remaining, resetSeconds: try row.next())
    }
}
