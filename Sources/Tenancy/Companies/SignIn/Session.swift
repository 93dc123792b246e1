package import Postgres

/// A signed-in person in their current company, as the database confirmed it for this request.
package struct Session: Sendable, RowDecodable {
    package let identity: IdentityID
    package let displayName: String
    package let email: String
    package let company: Company
    package let role: Role
    /// What the person is for the platform; `nil` for nearly everybody.
    package let staffRole: StaffRole?
    /// Whether the person proved in the last quarter of an hour who they are.
    package let isConfirmed: Bool
    /// Whether the company demands a second factor and the person has none.
    package let lacksSecondFactor: Bool
    /// Alerts that nobody looks after yet: the company's, for its admins, and the platform's, for operators. Nobody else is told.
    package let openAlerts: Int
    package let platformAlerts: Int
    /// Rises with every change of what the company's pages show.
    package let dataVersion: Int
    /// Whether the moment of last use is old enough to be written again.
    let isStale: Bool

    package init(row: inout RowReader) throws {
        identity = try row.next()
        displayName = try row.next()
        email = try row.next()
        let id: CompanyID = try row.next()
        let name: String = try row.next()
        let slug: String = try row.next()
        company = Company(
            id: id, slug: slug, name: name, homeCurrency: try row.next(), timeZone: try row.next())
        let role: String = try row.next()
        guard let role = Role(rawValue: role) else { throw RowProblem(column: "role", reason: "is unknown") }
        self.role = role
        isStale = try row.next()
        dataVersion = try row.next()
        let staff: String? = try row.nextOptional()
        staffRole = staff.flatMap(StaffRole.init(rawValue:))
        isConfirmed = try row.next()
        lacksSecondFactor = try row.next()
        openAlerts = try row.next()
        platformAlerts = try row.next()
    }
}
