import Companies
import Postgres
import TestSupport

/// What a database holds, to see whether a request left it as it was.
enum DatabaseDigest {
    /// One line a table: its name and the sum of its rows, whoever they belong to.
    static func take(_ test: TestDatabase) async throws -> [String: String] {
        let owner = try await test.owner()
        // The owner is bound by the walls like anybody else, until it takes them down; which is undone at the end.
        try await owner.execute("BEGIN")
        let tables = try await owner.fetch(
            Query<Single<String>>(
                """
                SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                ORDER BY relname
                """)
        ).map(\.value)
        var digest: [String: String] = [:]
        for table in tables {
            try await owner.execute(SQL(unsafe: "ALTER TABLE \(table) NO FORCE ROW LEVEL SECURITY"))
            let rows = try await owner.fetch(
                Query<Single<String>>(
                    SQL(
                        unsafe: """
                            SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM \(table) t
                            """)))
            digest[table] = rows.first?.value
        }
        try await owner.execute("ROLLBACK")
        await owner.close()
        return digest
    }

    /// The same of one company's rows in all private tables.
    static func rows(of company: CompanyID, _ test: TestDatabase) async throws -> [String: String] {
        let owner = try await test.owner()
        let tables = try await owner.fetch(
            Query<Single<String>>(
                """
                SELECT c.relname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'company_id'
                """)
        ).map(\.value)
        var digest: [String: String] = [:]
        try await owner.execute("BEGIN")
        for table in tables {
            try await owner.execute(SQL(unsafe: "ALTER TABLE \(table) NO FORCE ROW LEVEL SECURITY"))
            let rows = try await owner.fetch(
                Query<Single<String>>(
                    """
                    SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM \(unsafe: table) t
                    WHERE t.company_id = \(company)
                    """))
            digest[table] = rows.first?.value
        }
        try await owner.execute("ROLLBACK")
        await owner.close()
        return digest
    }

    /// The tables that differ.
    static func changes(_ before: [String: String], _ after: [String: String]) -> [String] {
        after.keys.filter { before[$0] != after[$0] }.sorted()
    }
}
