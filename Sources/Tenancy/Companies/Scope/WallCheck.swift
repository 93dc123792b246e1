package import Postgres

/// What a server must find before it serves: a recent PostgreSQL, a schema, and a runtime role that cannot go around
/// row-level security.
package struct WallCheck: Sendable, RowDecodable {
    /// Such as 180004.
    package let serverVersion: Int
    package let role: String
    package let canBypass: Bool
    package let ownsTables: Bool
    package let hasSchema: Bool
    package let scansSequentially: Bool

    package init(row: inout RowReader) throws {
        serverVersion = try row.next()
        role = try row.next()
        canBypass = try row.next()
        ownsTables = try row.next()
        hasSchema = try row.next()
        scansSequentially = try row.next()
    }

    static let query = Query<WallCheck>(
        """
        SELECT current_setting('server_version_num')::bigint, current_user::text, r.rolsuper OR r.rolbypassrls,
            EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid), to_regclass('company_summaries') IS NOT NULL,
            current_setting('enable_seqscan')::boolean
        FROM pg_roles r WHERE r.rolname = current_user
        """)

    /// Sentences saying what is wrong and how to mend it; empty when all is well.
    package var faults: [String] {
        var faults: [String] = []
        let major = serverVersion / 10_000
        if serverVersion < Migrator.minimumVersions[major] ?? (major > 18 ? 0 : Int.max) {
            faults.append(
                "PostgreSQL \(major).\(serverVersion % 10_000) is too old: use 16.10 or later, 17.6 or later, or 18.")
        }
        if canBypass {
            faults.append("The role \(role) can bypass row-level security; DATABASE_URL must name tidemark_app.")
        }
        if ownsTables { faults.append("The role \(role) owns tables; DATABASE_URL must name tidemark_app.") }
        if !hasSchema { faults.append("The database has no schema yet; run tidemark migrate.") }
        if scansSequentially {
            faults.append("The role \(role) lacks its settings; run migrations/roles.sql (see docs/operations.md).")
        }
        return faults
    }
}

extension CompanyDatabase {
    /// Whether the schema is there, as the runtime role sees it. A quick question for probes; throws when the database
    /// does not answer.
    package func hasSchema() async throws -> Bool {
        try await app.withConnection { connection in
            let query = Query<Single<Bool>>("SELECT to_regclass('company_summaries') IS NOT NULL")
            return try await connection.fetch(query).first?.value == true
        }
    }

    /// Looks at the server as the runtime role.
    package func checkWalls() async throws -> WallCheck {
        let rows = try await app.withConnection { connection in try await connection.fetch(WallCheck.query) }
        guard let check = rows.first else { throw DatabaseError(state: .unreadableRow, message: "unknown role") }
        return check
    }
}
