import Companies
import Foundation
import Postgres
import TestSupport
import Testing

/// T-ISO-5: companies share connections, and nothing of one is left for the next.
@Suite struct SharedConnectionTests {
    /// What there is of a session besides its data.
    private func state(_ fixture: TwoCompanies, _ company: Company) async throws -> [String] {
        try await fixture.database.transaction(in: company.id) { transaction in
            try await transaction.fetch(
                Query<Single<String>>(
                    """
                    SELECT name || '=' || setting FROM pg_settings
                        WHERE name NOT IN ('tidemark.scope', 'transaction_read_only') AND source NOT IN ('default', 'override')
                    UNION ALL SELECT 'lock ' || objid FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()
                    UNION ALL SELECT 'cursor ' || name FROM pg_cursors WHERE is_holdable
                    UNION ALL SELECT 'hears ' || c FROM pg_listening_channels() c
                    UNION ALL SELECT 'custom ' || coalesce(nullif(current_setting('tidemark.company_id', true), ''), 'none')
                    ORDER BY 1
                    """))
        }.map(\.value)
    }

    /// What somebody leaves behind who can put an expression into a statement.
    private static let leftovers = [
        "set_config('search_path', 'pg_temp', false)", "set_config('row_security', 'off', false)",
        "set_config('statement_timeout', '1', false)", "set_config('default_transaction_read_only', 'on', false)",
        "set_config('tidemark.scope', current_setting('tidemark.scope'), false)",
        "set_config('tidemark.company_id', 'x', false)", "set_config('TimeZone', 'Asia/Tokyo', false)",
        "set_config('session_replication_role', 'replica', false)", "pg_advisory_lock(42)",
        "pg_advisory_lock_shared(43)",
        "set_config('application_name', 'somebody else', false)", "set_config('enable_indexscan', 'off', false)",
    ]

    @Test(arguments: leftovers) func t_iso_5_nothing_is_left_for_the_next(leftover: String) async throws {
        try await TwoCompanies.with(connections: 1) { fixture in
            let fresh = try await state(fixture, fixture.kestrel)
            for _ in 0..<2 {
                _ = try? await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                    _ = try await transaction.fetch(Query<Ignored>(SQL(unsafe: "SELECT \(leftover)")))
                }
                // As a reading and as a writing transaction finds it.
                let names = try await fixture.database.read(
                    in: fixture.kestrel.id, Query<Single<String>>("SELECT name FROM companies WHERE slug = 'kestrel'"))
                #expect(names.first?.value == fixture.kestrel.name, "\(leftover)")
                #expect(try await state(fixture, fixture.kestrel) == fresh, "\(leftover)")
            }
            // Outside of a company nothing works with what was left either.
            await #expect(throws: DatabaseError.self, "\(leftover)") {
                _ = try await fixture.database.read(in: fixture.kestrel.id, Query<Ignored>("SELECT 1/0"))
            }
        }
    }

    /// The same statement for one company and the other, often enough for a plan that serves both.
    @Test func a_shared_plan_serves_each_company_its_own() async throws {
        try await TwoCompanies.with(connections: 1) { fixture in
            for turn in 0..<40 {
                let company = turn.isMultiple(of: 2) ? fixture.harbor : fixture.kestrel
                let names = try await fixture.database.read(
                    in: company.id,
                    Query<Single<String>>(
                        "SELECT slug FROM companies WHERE company_id <> \(CompanyID.house) ORDER BY slug"))
                #expect(names.map(\.value) == [company.slug], "turn \(turn)")
            }
        }
    }

    /// S-058: thousands of transactions of both companies over few connections, some of which fail, are cut off or time out.
    @Test func s_058_a_busy_pool_mixes_nothing_up() async throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        try await TwoCompanies.with(connections: 3) { fixture in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<8 {
                    group.addTask {
                        var random = SeededRandom(seed: seed &+ UInt64(worker))
                        for _ in 0..<150 {
                            let company = Bool.random(using: &random) ? fixture.harbor : fixture.kestrel
                            let kind = Int.random(in: 0..<8, using: &random)
                            let task = Task {
                                try await fixture.database.transaction(in: company.id) { transaction in
                                    if kind == 0 { _ = try await transaction.execute("SELECT 1/0") }
                                    if kind == 1 { _ = try await transaction.execute("SELECT pg_sleep(0.01)") }
                                    if kind == 2 { throw CancellationError() }
                                    return try await transaction.fetch(
                                        Query<Single<String>>(
                                            "SELECT slug FROM companies WHERE company_id <> \(CompanyID.house)"))
                                }
                            }
                            if kind == 3 { task.cancel() }
                            if let rows = try? await task.value { #expect(rows.map(\.value) == [company.slug]) }
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
