package import Postgres

/// Who is staff of the platform, and what people are called. Everything goes through narrow functions.
package struct StaffRegister: Sendable {
    private let database: CompanyDatabase

    package init(database: CompanyDatabase) { self.database = database }

    /// Makes a person staff; `nil` takes it back. Holds from the person's next request on.
    /// - Parameter owner: a connection of the role that owns the schema; no process that serves people has one.
    /// - Returns: whether there is a person with this address.
    package static func set(_ role: StaffRole?, email: String, as owner: Connection) async throws -> Bool {
        let rows = try await owner.fetch(
            Query<Single<IdentityID>>("SELECT * FROM set_staff_role(\(email), \(role?.rawValue))"))
        return !rows.isEmpty
    }

    /// Everybody with a staff role, by address.
    package func all() async throws -> [StaffMember] {
        try await database.auth.withConnection { connection in
            try await connection.fetch(
                Query<StaffMember>("SELECT email, display_name, staff_role FROM auth_list_staff()"))
        }
    }

    /// Names of those of the people who are members of a company.
    package func names(_ persons: [IdentityID], in company: CompanyID) async throws -> [IdentityID: String] {
        guard !persons.isEmpty else { return [:] }
        let rows = try await database.auth.withConnection { connection in
            try await connection.fetch(
                Query<Pair<IdentityID, String>>(
                    "SELECT identity_id, display_name FROM auth_member_names(\(company), \(persons))"))
        }
        return Dictionary(rows.map { ($0.first, $0.second) }) { first, _ in first }
    }
}
