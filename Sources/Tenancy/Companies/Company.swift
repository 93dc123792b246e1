package import Postgres

/// A tenant.
package struct Company: Sendable, Hashable, RowDecodable {
    package let id: CompanyID
    package let slug: String
    package let name: String
    /// ISO 4217 code of the currency the company counts in.
    package let homeCurrency: String
    /// IANA time zone name of the company's days.
    package let timeZone: String

    package init(id: CompanyID, slug: String, name: String, homeCurrency: String, timeZone: String) {
        self.id = id
        self.slug = slug
        self.name = name
        self.homeCurrency = homeCurrency
        self.timeZone = timeZone
    }

    package init(row: inout RowReader) throws {
        id = try row.next()
        slug = try row.next()
        name = try row.next()
        homeCurrency = try row.next()
        timeZone = try row.next()
    }
}
