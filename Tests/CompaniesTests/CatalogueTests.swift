import Companies
import Postgres
import TestSupport
import Testing

/// The gate: whatever a later migration adds, a private table without its walls fails here (G-RLS-02).
@Suite struct CatalogueTests {
    /// Unique keys that do not begin with the company, each with its reason.
    private static let reviewedKeys: Set<String> = [
        // The registry of slugs is shared by all companies; a slug names a company in commands.
        "companies_slug_key"
    ]
    /// Policies beyond the four of `protect_private_table`.
    private static let reviewedPolicies: Set<String> = [
        // Session look-up joins them inside narrow definer functions.
        "companies.resolver_reads", "members.resolver_reads", "data_versions.resolver_reads",
        // How many alerts wait comes with the session.
        "alerts.resolver_reads", "alert_monitors.resolver_reads",
        // A token is looked up before its company is known.
        "api_tokens.resolver_reads", "api_tokens.resolver_notes_use",
        // Whoever has the link of an invitation joins by it, before a company is known.
        "invitations.resolver_reads", "invitations.resolver_settles", "members.resolver_joins",
        // And so does whoever makes a company.
        "companies.resolver_makes",
        // What they do is on record.
        "audit_events.resolver_writes",
        // Work across companies lists them.
        "companies.worker_lists",
        // Staff decide about pairs of all companies, and see the columns that say which thing it is.
        "review_pairs.resolver_reviews", "review_answers.resolver_reviews", "listings.resolver_reads",
        "products.resolver_reads", "brands.resolver_reads",
        // The worker role moves the jobs of all companies.
        "jobs.worker_runs", "job_keys.worker_runs", "ready_jobs.worker_runs", "ready_jobs_0.worker_runs",
        "ready_jobs_1.worker_runs", "ready_jobs_2.worker_runs", "ready_jobs_3.worker_runs", "ready_jobs_4.worker_runs",
        "ready_jobs_5.worker_runs", "ready_jobs_6.worker_runs", "ready_jobs_7.worker_runs", "waiting_jobs.worker_runs",
        "job_dependencies.worker_runs", "job_leases.worker_runs", "job_outcomes.worker_runs", "job_events.worker_runs",
        "job_progress.worker_runs", "job_effects.worker_runs", "job_tallies.worker_runs", "job_fuses.worker_runs",
        "job_pauses.worker_runs", "job_schedules.worker_runs", "job_slots.worker_runs", "job_acts.worker_runs",
    ]

    /// What is wrong with the walls of a database; empty when nothing is.
    static func faults(_ connection: Connection) async throws -> [String] {
        let tables = try await privateTables(connection)
        var faults: [String] = []
        func check(_ rule: String, _ sql: SQL) async throws {
            let rows: [Single<String>] = try await connection.fetch(Query<Single<String>>(sql))
            faults += rows.map { "\(rule): \($0.value)" }
        }
        try await check(
            "row security is not enabled and forced",
            """
            SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname = ANY (\(tables))
                AND NOT (relrowsecurity AND relforcerowsecurity)
            """)
        try await check(
            "a command has no policy for the runtime role",
            """
            SELECT t || ' ' || command
            FROM unnest(\(tables)) AS t, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS command
            WHERE NOT EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = t
                AND p.cmd = command AND p.roles = '{tidemark_app}' AND p.permissive = 'PERMISSIVE'
                AND (command = 'INSERT' OR p.qual = '(company_id = ( SELECT scope_company() AS scope_company))'
                    OR command = 'SELECT' AND p.qual = '(company_id = ANY (ARRAY[( SELECT scope_company() AS scope_company), '
                        || '''00000000-0000-4000-8000-000000000001''::uuid]))')
                AND (command NOT IN ('INSERT', 'UPDATE')
                    OR p.with_check = '(company_id = ( SELECT scope_company() AS scope_company))'))
            """)
        let allowed = Array(Self.reviewedPolicies)
        try await check(
            "a policy nobody reviewed",
            """
            SELECT tablename || '.' || policyname FROM pg_policies WHERE schemaname = 'public'
                AND policyname NOT IN ('company_reads', 'company_inserts', 'company_updates', 'company_deletes')
                AND NOT tablename || '.' || policyname = ANY (\(allowed))
            """)
        try await check(
            "company_id may be null",
            """
            SELECT c.relname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY (\(tables)) AND a.attname = 'company_id'
                AND NOT a.attnotnull
            """)
        let keys = Array(Self.reviewedKeys)
        try await check(
            "a unique key does not begin with the company",
            """
            SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
            LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
            WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace AND c.relname = ANY (\(tables))
                AND a.attname IS DISTINCT FROM 'company_id' AND NOT i.indexrelid::regclass::text = ANY (\(keys))
            """)
        try await check(
            "a foreign key to a private table does not begin with a company",
            """
            SELECT f.conrelid::regclass || '.' || f.conname FROM pg_constraint f
            JOIN pg_class c ON c.oid = f.confrelid JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
            WHERE f.contype = 'f' AND c.relname = ANY (\(tables))
                AND a.attname NOT IN ('company_id', 'product_company_id', 'current_company_id', 'item_company_id',
                    'source_company_id')
            """)
        try await check(
            "no index on the company",
            """
            SELECT t FROM unnest(\(tables)) AS t WHERE NOT EXISTS (
                SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                WHERE i.indrelid = ('public.' || t)::regclass AND a.attname = 'company_id' AND i.indpred IS NULL)
            """)
        try await check(
            "a view runs with its owner's rights",
            """
            SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
                AND (relkind = 'm' OR NOT coalesce(reloptions, '{}') @> ARRAY['security_invoker=true'])
            """)
        try await check(
            "a definer function without a fixed search path, or owned by somebody who can do more",
            """
            SELECT p.oid::regprocedure::text FROM pg_proc p
            WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
                AND (NOT coalesce(p.proconfig, '{}') @> ARRAY['search_path=pg_catalog, public, pg_temp']
                    OR p.proowner <> 'tidemark_resolver'::regrole)
            """)
        try await check(
            "something is granted to everybody",
            """
            SELECT what FROM (
                SELECT relname::text AS what, relacl AS acl FROM pg_class WHERE relnamespace = 'public'::regnamespace
                UNION ALL SELECT p.oid::regprocedure::text, coalesce(p.proacl, acldefault('f', p.proowner)) FROM pg_proc p
                    WHERE p.pronamespace = 'public'::regnamespace
                        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
                UNION ALL SELECT 'schema public', nspacl FROM pg_namespace WHERE nspname = 'public') AS objects,
                LATERAL aclexplode(acl) AS entry
            WHERE entry.grantee = 0
            """)
        try await check(
            "the runtime role owns something",
            "SELECT relname::text FROM pg_class WHERE relowner = 'tidemark_app'::regrole")
        try await check(
            "a role can go around the walls",
            """
            SELECT rolname::text FROM pg_roles WHERE rolname LIKE 'tidemark\\_%'
                AND (rolsuper OR rolbypassrls OR rolreplication OR rolcreaterole)
            """)
        return faults
    }

    @Test func every_private_table_has_its_walls() async throws {
        try await TestDatabase.with { test in
            let faults = try await Self.faults(try await test.owner())
            #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
        }
    }

    /// The negative control: each breach alone is noticed.
    @Test(arguments: [
        "ALTER TABLE listings NO FORCE ROW LEVEL SECURITY", "ALTER TABLE listings DISABLE ROW LEVEL SECURITY",
        "DROP POLICY company_deletes ON listings", "DROP POLICY company_inserts ON members",
        "ALTER POLICY company_reads ON listings USING (true)",
        "ALTER POLICY company_inserts ON listings WITH CHECK (true)",
        "ALTER POLICY company_updates ON listings WITH CHECK (true)",
        "CREATE POLICY more ON listings FOR SELECT USING (true)",
        "CREATE TABLE forgotten (company_id uuid NOT NULL, n int)",
        "CREATE TABLE forgotten (company_id uuid, n int, PRIMARY KEY (n)); SELECT protect_private_table('forgotten')",
        "CREATE UNIQUE INDEX leaky ON listings (item_key)",
        "CREATE VIEW everything AS SELECT * FROM listings",
        "CREATE FUNCTION loose() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        "GRANT SELECT ON listings TO PUBLIC", "GRANT EXECUTE ON FUNCTION tier_rank(text) TO PUBLIC",
    ])
    func a_breach_is_noticed(breach: String) async throws {
        try await TestDatabase.with { test in
            let owner = try await test.owner()
            try await owner.runScript(breach)
            let faults = try await Self.faults(owner)
            #expect(!faults.isEmpty, "nobody noticed: \(breach)")
        }
    }

    /// Each policy is evaluated once per statement: its setting is an InitPlan, not a filter per row (G-RLS-04).
    @Test func policies_are_evaluated_once_per_statement() async throws {
        try await TwoCompanies.with { fixture in
            let app = try await fixture.test.app()
            for table in try await privateTables(try await fixture.test.owner()) {
                let plan = try await app.fetch(
                    scope: [try await fixture.test.scope(of: fixture.harbor.id)],
                    Query<Single<String>>(SQL(unsafe: "EXPLAIN SELECT * FROM \(table)"))
                ).map(\.value).joined(separator: "\n")
                #expect(plan.contains("InitPlan"), "\(table): \(plan)")
                #expect(!plan.contains("scope_company"), "\(table): \(plan)")
                #expect(!plan.contains("Seq Scan"), "\(table): \(plan)")
            }
        }
    }

    @Test func roles_in_code_and_in_the_database_are_the_same() async throws {
        try await TestDatabase.with { test in
            let known = try await test.words(of: "members_role_known")
            #expect(known == Set(Role.allCases.map(\.rawValue)))
        }
    }
}
