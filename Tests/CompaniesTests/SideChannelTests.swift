import Companies
import Foundation
import Postgres
import TestSupport
import Testing

/// T-ISO-8: what is told without being said.
@Suite struct SideChannelTests {
    /// Runs a statement as the runtime role in Harbor's scope: its rows as text, or its error as a person could read it.
    private func attempt(_ statement: String, _ fixture: TwoCompanies) async throws -> String {
        let app = try await fixture.test.app()
        let scope = try await fixture.test.scope(of: fixture.harbor.id)
        do {
            let rows = try await app.fetch(
                scope: ["BEGIN", scope], Query<Single<String>>(SQL(unsafe: "SELECT x::text FROM (\(statement)) x")))
            await app.close()
            return rows.map(\.value).joined(separator: "\n")
        } catch let error as DatabaseError {
            await app.close()
            return "\(error.state.rawValue) \(error.message) \(error.constraint ?? "")"
        }
    }

    @Test func s_054_statistics_plans_and_errors_tell_nothing() async throws {
        try await TwoCompanies.with { fixture in
            let owner = try await fixture.test.owner()
            // Many of the other company's rows, seen by the planner.
            try await owner.runScript(
                """
                ALTER TABLE companies NO FORCE ROW LEVEL SECURITY;
                INSERT INTO companies SELECT gen_random_uuid(), 'secret-' || n, 'CANARY-SECRET ' || n, 'USD', 'UTC', now()
                FROM generate_series(1, 2000) n;
                ALTER TABLE companies FORCE ROW LEVEL SECURITY;
                ANALYZE companies;
                """)
            for statement in [
                "SELECT * FROM pg_stats WHERE tablename = 'companies'", "SELECT * FROM pg_stats_ext",
                "SELECT * FROM pg_statistic",
                "SELECT query FROM pg_stat_activity WHERE pid <> pg_backend_pid()",
                "SELECT statement FROM pg_prepared_statements",
                // A condition that fails on a row it must not see.
                "SELECT 1 / (CASE WHEN name LIKE 'CANARY-SECRET%' THEN 0 ELSE 1 END) FROM companies",
                "SELECT CAST(name AS integer) FROM companies WHERE name LIKE 'CANARY-SECRET%'",
                "SELECT name FROM companies WHERE name LIKE '%SECRET%' OR CAST(slug AS integer) = 1 OR slug LIKE 'secret%'",
                "SELECT count(*) FROM companies WHERE slug LIKE 'secret-%'",
                "SELECT max(name) FROM companies", "SELECT string_agg(name, ',') FROM companies",
                "SELECT query_to_xml('SELECT name FROM companies', true, false, '')",
                "SELECT table_to_xml('companies', true, false, '')", "SELECT schema_to_xml('public', true, false, '')",
            ] {
                let told = try await attempt(statement, fixture)
                #expect(!told.contains("SECRET") && !told.contains("secret-"), "\(statement): \(told.prefix(300))")
                #expect(!told.contains("CANARY-B"), "\(statement)")
            }
            let plan = try await fixture.test.app().fetch(
                scope: [try await fixture.test.scope(of: fixture.harbor.id)],
                Query<Single<String>>(
                    "EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM companies WHERE name LIKE 'CANARY-SECRET%'"))
            #expect(!plan.map(\.value).joined().contains("SECRET 1"))
            // The negative control: whoever is not bound by the walls sees what the statistics have.
            try await owner.execute("ALTER TABLE companies NO FORCE ROW LEVEL SECURITY")
            let known = try await owner.fetch(
                Query<Single<String>>(
                    "SELECT coalesce(histogram_bounds::text, most_common_vals::text) FROM pg_stats WHERE tablename = 'companies' AND attname = 'slug'"
                ))
            #expect(known.first?.value.contains("secret-") == true)
        }
    }

    @Test func s_055_s_056_keys_of_others_are_no_keys() async throws {
        try await TwoCompanies.with { fixture in
            let (person, connection, confirmation) = (UUID(), UUID(), UUID())
            let owner = try await fixture.test.owner()
            try await owner.execute(
                """
                INSERT INTO identities (identity_id, email, display_name, created_at)
                VALUES (\(person), 'ada@example.com', 'Ada', now())
                """)
            func insert(_ company: CompanyID, confirmation: UUID) async throws {
                try await fixture.database.transaction(in: company) { transaction in
                    _ = try await transaction.execute(
                        """
                        INSERT INTO connection_confirmations (company_id, confirmation_id, source, confirmed_by, confirmed_at, text_version)
                        VALUES (\(company), \(confirmation), 'libdib', \(person), now(), 1)
                        """)
                    _ = try await transaction.execute(
                        """
                        INSERT INTO connections (company_id, connection_id, source, name, settings, confirmation_id, created_at, created_by)
                        VALUES (\(company), \(connection), 'libdib', 'main', '{}', \(confirmation), now(), \(person))
                        """)
                }
            }
            // The same name and the same ids in two companies: neither notices the other.
            try await insert(fixture.kestrel.id, confirmation: confirmation)
            try await insert(fixture.harbor.id, confirmation: confirmation)
            // A reference to a row of the other company fails like one to no row.
            let theirs = UUID()
            try await fixture.database.transaction(in: fixture.kestrel.id) { transaction in
                _ = try await transaction.execute(
                    """
                    INSERT INTO connection_confirmations (company_id, confirmation_id, source, confirmed_by, confirmed_at, text_version)
                    VALUES (\(fixture.kestrel.id), \(theirs), 'libdib', \(person), now(), 1)
                    """)
            }
            var told: [String] = []
            for reference in [theirs, UUID()] {
                let error = await #expect(throws: DatabaseError.self) {
                    try await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                        _ = try await transaction.execute(
                            "UPDATE connections SET confirmation_id = \(reference) WHERE connection_id = \(connection)")
                    }
                }
                told.append("\(error?.state.rawValue ?? "") \(error?.message ?? "") \(error?.constraint ?? "")")
            }
            #expect(told[0] == told[1] && told[0].contains("23503"))
        }
    }

    @Test func s_057_numbers_and_large_objects_tell_nothing() async throws {
        try await TwoCompanies.with { fixture in
            // Numbers people see are their company's own: what others do leaves no gap.
            for company in [fixture.harbor, fixture.kestrel, fixture.kestrel, fixture.harbor] {
                try await fixture.database.transaction(in: company.id) {
                    try await $0.record(AuditEvent(.auditExported, by: .command))
                }
            }
            let numbers = try await fixture.database.read(
                in: fixture.harbor.id, AuditTrail.newest(of: fixture.harbor.id, AuditFilter(), limit: 10))
            #expect(numbers.map(\.sequence) == [3, 2, 1])
            // Large objects know no companies: the product has none, and what others keep there cannot be read.
            let kept = try await fixture.test.owner().fetch(
                Query<Single<Int>>("SELECT count(*) FROM pg_largeobject_metadata"))
            #expect(kept.first?.value == 0)
            #expect(try await attempt("SELECT * FROM pg_largeobject", fixture).hasPrefix("42501"))
        }
    }
}
