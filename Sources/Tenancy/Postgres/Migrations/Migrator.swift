/// Brings a schema up to the newest migration, or down again. Runs as the owner, one migrator at a time.
package struct Migrator: Sendable {
    private let migrations: [Migration]
    private let connection: Connection

    /// Servers below these versions lack fixes row-level security depends on (CVE-2025-8713).
    package static let minimumVersions = [16: 160_010, 17: 170_006, 18: 180_000]

    package init(migrations: [Migration], connection: Connection) {
        self.migrations = migrations
        self.connection = connection
    }

    /// Applies what is missing and answers the names applied now.
    package func up() async throws -> [String] {
        try await Self.checkVersion(of: connection)
        try await prepareLedger()
        return try await exclusively {
            let applied = try await checkedLedger()
            var names: [String] = []
            for migration in migrations.dropFirst(applied.count) {
                try await apply(migration.up, of: migration) {
                    "INSERT INTO schema_ledger (number, name, checksum) VALUES (\($0.number), '\($0.name)', \($0.checksum))"
                }
                names.append(migration.name)
            }
            return names
        }
    }

    /// Takes back every migration above `number`, newest first, and answers their names.
    package func down(to number: Int = 0) async throws -> [String] {
        try await prepareLedger()
        return try await exclusively {
            let applied = try await checkedLedger()
            var names: [String] = []
            for migration in migrations.prefix(applied.count).reversed() where migration.number > number {
                try await apply(migration.down, of: migration) {
                    "DELETE FROM schema_ledger WHERE number = \($0.number)"
                }
                names.append(migration.name)
            }
            return names
        }
    }

    /// The names not applied yet.
    package func pending() async throws -> [String] {
        try await prepareLedger()
        return migrations.dropFirst(try await checkedLedger().count).map(\.name)
    }

    /// Refuses servers that are too old, with a sentence that says which would do.
    package static func checkVersion(of connection: Connection) async throws {
        let version = await connection.serverVersion
        let major = version / 10_000
        let minimum = minimumVersions[major] ?? (major > 18 ? 0 : Int.max)
        guard version >= minimum else {
            throw Migration.problem(
                "PostgreSQL \(major).\(version % 10_000) is too old: use 16.10 or later, 17.6 or later, or 18")
        }
    }

    private func prepareLedger() async throws {
        try await connection.runScript(
            """
            CREATE TABLE IF NOT EXISTS schema_ledger (
                number integer PRIMARY KEY,
                name text NOT NULL,
                checksum bigint NOT NULL,
                applied_at timestamptz NOT NULL DEFAULT now()
            )
            """)
    }

    private struct LedgerRow: RowDecodable, Sendable {
        let number: Int
        let name: String
        let checksum: Int64
        init(row: inout RowReader) throws {
            number = try row.next()
            name = try row.next()
            checksum = try row.next()
        }
    }

    private func checkedLedger() async throws -> [String] {
        let query = Query<LedgerRow>("SELECT number, name, checksum FROM schema_ledger ORDER BY number")
        let applied = try await connection.fetch(query)
        for (row, migration) in zip(applied, migrations) {
            guard row.number == migration.number, row.name == migration.name else {
                throw Migration.problem(
                    "the database has migration \(row.name) where this version has \(migration.name)")
            }
            guard row.checksum == migration.checksum else {
                throw Migration.problem("migration \(row.name) was changed after it was applied")
            }
        }
        guard applied.count <= migrations.count else {
            throw Migration.problem("the database is newer than this version: it has \(applied.count) migrations")
        }
        return applied.map(\.name)
    }

    private func apply(_ script: String, of migration: Migration, ledger: (Migration) -> String) async throws {
        do {
            try await connection.runScript("BEGIN;\n\(script)\n;\(ledger(migration));\nCOMMIT;")
        } catch {
            try? await connection.runScript("ROLLBACK")
            guard let error = error as? DatabaseError else { throw error }
            throw DatabaseError(state: error.state, message: "migration \(migration.name): \(error.message)")
        }
    }

    private func exclusively<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        // "tidemark" in ASCII: one migrator per database.
        let key: Int64 = 0x7469_6465_6d61_726b
        try await connection.execute("SELECT pg_advisory_lock(\(key))")
        do {
            let result = try await body()
            try await connection.execute("SELECT pg_advisory_unlock(\(key))")
            return result
        } catch {
            _ = try? await connection.execute("SELECT pg_advisory_unlock(\(key))")
            throw error
        }
    }
}
