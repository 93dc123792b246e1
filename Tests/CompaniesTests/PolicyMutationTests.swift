import Companies
import Postgres
import TestSupport
import Testing

/// Every wall of every private table is broken in every way once, and each time the gate says so (G-RLS-03).
@Suite struct PolicyMutationTests {
    private static let policies: [(name: String, reads: Bool, writes: Bool)] = [
        ("company_reads", true, false), ("company_inserts", false, true), ("company_updates", true, true),
        ("company_deletes", true, false),
    ]

    /// What may happen to the walls of a table. Other policies than the four are reviewed by name.
    private static func mutants(of table: String) -> [String] {
        var mutants = [
            "ALTER TABLE \(table) DISABLE ROW LEVEL SECURITY", "ALTER TABLE \(table) NO FORCE ROW LEVEL SECURITY",
            "CREATE POLICY one_more ON \(table) FOR SELECT TO tidemark_app USING (true)",
            "GRANT SELECT ON \(table) TO PUBLIC", "ALTER TABLE \(table) OWNER TO tidemark_app",
        ]
        for policy in policies {
            mutants.append("DROP POLICY \(policy.name) ON \(table)")
            if policy.reads {
                mutants += [
                    "ALTER POLICY \(policy.name) ON \(table) USING (true)",
                    "ALTER POLICY \(policy.name) ON \(table) USING (company_id = (SELECT scope_company()) OR company_id IS NOT NULL)",
                    // The setting that anybody may write instead of the seal.
                    """
                    ALTER POLICY \(policy.name) ON \(table)
                    USING (company_id = (SELECT left(current_setting('tidemark.scope'), 36)::uuid))
                    """,
                ]
            }
            if policy.writes {
                mutants += [
                    "ALTER POLICY \(policy.name) ON \(table) WITH CHECK (true)",
                    "ALTER POLICY \(policy.name) ON \(table) WITH CHECK (company_id IS NOT NULL)",
                ]
            }
        }
        return mutants
    }

    @Test func every_broken_wall_is_noticed() async throws {
        try await TestDatabase.with { test in
            let owner = try await test.owner()
            // What the owner may not do itself, such as giving a table away, is nobody's mistake.
            let refused = SQLState.insufficientPrivilege
            var (tried, noticed) = (0, 0)
            for table in try await privateTables(owner) {
                for mutant in Self.mutants(of: table) {
                    try await owner.execute("BEGIN")
                    do {
                        try await owner.execute(SQL(unsafe: mutant))
                        tried += 1
                        let faults = try await CatalogueTests.faults(owner)
                        if faults.isEmpty { Issue.record("nobody noticed: \(mutant)") } else { noticed += 1 }
                    } catch let error as DatabaseError where error.state == refused {
                        #expect(mutant.contains("OWNER TO"), "\(mutant): \(error)")
                    }
                    try await owner.execute("ROLLBACK")
                }
            }
            #expect(tried > 400 && noticed == tried, "\(noticed) of \(tried)")
        }
    }
}
