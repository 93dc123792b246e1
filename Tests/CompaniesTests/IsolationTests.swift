import Companies
import Foundation
import Postgres
import TestSupport
import Testing

/// Every private table, as the catalogue lists them: whatever has a `company_id`.
func privateTables(_ connection: Connection) async throws -> [String] {
    try await connection.fetch(
        Query<Single<String>>(
            """
            SELECT c.relname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname = 'company_id'
            ORDER BY 1
            """)
    ).map(\.value)
}

@Suite struct IsolationTests {
    @Test func a_company_sees_itself_and_the_house_and_nobody_else() async throws {
        try await TwoCompanies.with { fixture in
            let names = try await fixture.database.read(
                in: fixture.harbor.id, Query<Single<String>>("SELECT slug FROM companies ORDER BY slug"))
            #expect(names.map(\.value) == ["harbor", "house"])
        }
    }

    @Test func without_a_company_every_statement_on_a_private_table_fails() async throws {
        try await TwoCompanies.with { fixture in
            let app = try await fixture.test.app()
            let owner = try await fixture.test.owner()
            let tables = try await privateTables(owner)
            #expect(tables.count >= 15)
            let settings: [(String, SQL?)] = [
                ("unset", nil), ("empty", "SELECT set_config('tidemark.scope', '', true)"),
                ("malformed", "SELECT set_config('tidemark.scope', 'x'' OR true --', true)"),
                ("unsealed", "SELECT set_config('tidemark.scope', \(fixture.harbor.id.description), true)"),
            ]
            for table in tables {
                for (word, setting) in settings {
                    for statement in [
                        "SELECT count(*) FROM \(table)", "SELECT * FROM \(table) LIMIT 1", "DELETE FROM \(table)",
                        "UPDATE \(table) SET company_id = company_id",
                    ] {
                        let error = await #expect(throws: DatabaseError.self, "\(statement), company \(word)") {
                            _ = try await app.fetch(
                                scope: setting.map { [$0] } ?? [], Query<Ignored>(SQL(unsafe: statement)))
                        }
                        let state = error?.state
                        // A table that is a record may not be changed at all, with a company or without.
                        let isRefused = state == .insufficientPrivilege && !statement.hasPrefix("SELECT")
                        #expect(
                            state == .undefinedParameter || state == .scopeRefused || isRefused,
                            "\(statement): \(String(describing: error))")
                    }
                }
            }
        }
    }

    @Test func after_a_scoped_transaction_the_connection_has_no_company() async throws {
        try await TwoCompanies.with(connections: 1) { fixture in
            _ = try await fixture.database.read(
                in: fixture.harbor.id, Query<Ignored>("SELECT * FROM companies"))
            let app = try await fixture.test.app()
            _ = try await app.fetch(
                scope: [try await fixture.test.scope(of: fixture.harbor.id)],
                Query<Ignored>("SELECT * FROM companies"))
            await #expect(throws: DatabaseError.self) {
                _ = try await app.fetch(Query<Ignored>("SELECT * FROM companies"))
            }
        }
    }

    @Test func another_company_cannot_be_read_changed_or_impersonated() async throws {
        try await TwoCompanies.with { fixture in
            let other = fixture.kestrel.id
            let changed = try await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                let read = try await transaction.fetch(
                    Query<Ignored>("SELECT 1 FROM companies WHERE company_id = \(other)"))
                #expect(read.isEmpty)
                return try await transaction.execute("UPDATE companies SET name = 'taken' WHERE company_id = \(other)")
                    + transaction.execute("DELETE FROM companies WHERE company_id = \(other)")
            }
            #expect(changed == 0)
            let moved = await #expect(throws: DatabaseError.self) {
                _ = try await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                    try await transaction.execute(
                        """
                        INSERT INTO companies (company_id, slug, name, home_currency, time_zone, created_at)
                        VALUES (\(UUID()), 'forged', 'x', 'USD', 'UTC', now())
                        """)
                }
            }
            #expect(moved?.state == .insufficientPrivilege)
            let taken = await #expect(throws: DatabaseError.self) {
                _ = try await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                    try await transaction.execute(
                        "UPDATE companies SET company_id = \(other) WHERE company_id = \(fixture.harbor.id)")
                }
            }
            #expect(taken?.state == .insufficientPrivilege)
        }
    }

    @Test func house_rows_can_be_read_and_not_written() async throws {
        try await TwoCompanies.with { fixture in
            let changed = try await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                try await transaction.execute("UPDATE companies SET name = 'x' WHERE company_id = \(CompanyID.house)")
            }
            #expect(changed == 0)
        }
    }

    @Test func a_read_cannot_write() async throws {
        try await TwoCompanies.with { fixture in
            let error = await #expect(throws: DatabaseError.self) {
                _ = try await fixture.database.read(
                    in: fixture.harbor.id, Query<Ignored>("UPDATE companies SET name = 'x'"))
            }
            #expect(error?.state.rawValue == "25006")
        }
    }

    @Test func the_runtime_role_has_no_way_around() async throws {
        try await TwoCompanies.with { fixture in
            let app = try await fixture.test.app()
            for statement in [
                "SELECT * FROM identities", "SELECT * FROM sessions",
                "SELECT * FROM auth_begin_sign_in('a@b.c', NULL, NULL)",
                "SELECT * FROM sign_in_lanes", "SELECT * FROM known_devices", "SELECT * FROM scope_keys",
                "SELECT auth_scope_key()", "SELECT * FROM auth_companies('\\x00')",
                "SELECT auth_change_password('\\x00', '\\x00', 'x')", "SELECT * FROM password_resets",
                "SELECT auth_mint_reset('a@b.c', '\\x00')", "SELECT auth_reset_password('\\x00', 'x')",
                "SELECT count_in_lane('x', 1, 1)", "SELECT settle_invitation('\\x00', gen_random_uuid())",
                "SELECT auth_join_by_invitation('\\x00', gen_random_uuid(), 'x', 'x')",
                "SELECT auth_accept_invitation('\\x00', '\\x00')", "SELECT * FROM auth_members('\\x00')",
                "SELECT * FROM auth_session('\\x00')", "SET ROLE tidemark_owner", "SET ROLE tidemark_auth",
                "SET ROLE tidemark_resolver", "SET SESSION AUTHORIZATION tidemark_owner",
                "CREATE TABLE mine (n int)", "CREATE TEMP TABLE mine (n int)", "CREATE SCHEMA mine",
                "ALTER TABLE companies DISABLE ROW LEVEL SECURITY", "DROP POLICY company_reads ON companies",
                "SELECT protect_private_table('companies')", "COPY companies FROM PROGRAM 'true'",
                "SELECT pg_read_file('/etc/passwd')", "SELECT lo_import('/etc/passwd')", "TRUNCATE companies",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            ] {
                let error = await #expect(throws: DatabaseError.self, "\(statement)") {
                    _ = try await app.fetch(Query<Ignored>(SQL(unsafe: statement)))
                }
                #expect(error?.state == .insufficientPrivilege, "\(statement): \(String(describing: error))")
            }
            // Asking for unfiltered rows is an error, never the rows.
            let unfiltered = await #expect(throws: DatabaseError.self) {
                _ = try await app.fetch(
                    scope: [
                        try await fixture.test.scope(of: fixture.harbor.id),
                        "SELECT set_config('row_security', 'off', true)",
                    ], Query<Ignored>("SELECT * FROM companies"))
            }
            #expect(unfiltered?.state == .insufficientPrivilege)
        }
    }

    @Test func the_auth_role_can_call_its_functions_and_nothing_else() async throws {
        try await TwoCompanies.with { fixture in
            let auth = try await fixture.test.auth()
            for statement in [
                "SELECT * FROM identities", "SELECT * FROM sessions", "SELECT * FROM members",
                "SELECT * FROM companies", "SELECT * FROM listings", "CREATE TABLE mine (n int)",
            ] {
                let error = await #expect(throws: DatabaseError.self, "\(statement)") {
                    _ = try await auth.fetch(Query<Ignored>(SQL(unsafe: statement)))
                }
                #expect(error?.state == .insufficientPrivilege, "\(statement): \(String(describing: error))")
            }
        }
    }

    @Test func system_work_lists_companies_is_recorded_and_sees_no_private_rows() async throws {
        try await TwoCompanies.with { fixture in
            let companies = try await fixture.database.system(reason: "a test") { try await $0.companies() }
            #expect(companies.map(\.slug) == ["harbor", "kestrel"])
            let owner = try await fixture.test.owner()
            let recorded = try await owner.fetch(
                Query<Single<Int>>("SELECT count(*) FROM system_runs WHERE reason = 'a test'"))
            #expect(recorded.first?.value == 1)
        }
    }

    @Test func a_statement_that_fails_rolls_the_whole_transaction_back() async throws {
        try await TwoCompanies.with { fixture in
            struct Stop: Error {}
            await #expect(throws: Stop.self) {
                try await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                    try await transaction.execute("UPDATE companies SET name = 'half' WHERE slug = 'harbor'")
                    throw Stop()
                }
            }
            let names = try await fixture.database.read(
                in: fixture.harbor.id, Query<Single<String>>("SELECT name FROM companies WHERE slug = 'harbor'"))
            #expect(names.map(\.value) == ["Harbor CANARY-A"])
        }
    }
}
