import Foundation
import Postgres
import TestSupport
import Testing

/// Raw records became blocks in migration 5: what was kept before must be there byte for byte, and come back.
@Suite struct RawRecordMigrationTests {
    @Test func raw_records_become_blocks_and_rows_again() async throws {
        try await TestDatabase.with { test in
            let owner = try await test.owner()
            let migrator = Migrator(
                migrations: try Migration.load(from: TestCluster.root + "/migrations"), connection: owner)
            _ = try await migrator.down(to: 4)
            // The owner passes a wall only while it is not forced.
            try await owner.runScript(
                """
                ALTER TABLE raw_records NO FORCE ROW LEVEL SECURITY;
                INSERT INTO raw_records (company_id, run_id, line, payload)
                SELECT '00000000-0000-4000-8000-000000000001', ('00000000-0000-4000-8000-00000000000' || run)::uuid,
                    2 * n, CASE WHEN n % 10 = 0 THEN ''::bytea ELSE convert_to('row ' || run || ' é ' || n, 'UTF8') END
                FROM generate_series(1, 4100) AS n, generate_series(1, 2) AS run;
                CREATE TABLE kept AS SELECT * FROM raw_records;
                ALTER TABLE raw_records FORCE ROW LEVEL SECURITY;
                """)
            _ = try await migrator.up()
            try await owner.runScript("ALTER TABLE raw_blocks NO FORCE ROW LEVEL SECURITY")
            let differing: SQL = """
                SELECT count(*) FROM kept k WHERE (SELECT substring(b.payload
                        FROM coalesce(b.ends[array_position(b.lines, k.line) - 1], 0) + 1
                        FOR b.ends[array_position(b.lines, k.line)]
                            - coalesce(b.ends[array_position(b.lines, k.line) - 1], 0))
                    FROM raw_blocks b WHERE b.run_id = k.run_id AND k.line BETWEEN b.first_line AND b.last_line)
                    IS DISTINCT FROM k.payload
                """
            let (blocks, wrong) = try await owner.fetch(
                Query<Single<Int>>("SELECT count(*) FROM raw_blocks"), Query<Single<Int>>(differing))
            #expect(blocks.first?.value == 4 && wrong.first?.value == 0)
            try await owner.runScript("ALTER TABLE raw_blocks FORCE ROW LEVEL SECURITY")
            _ = try await migrator.down(to: 4)
            try await owner.runScript("ALTER TABLE raw_records NO FORCE ROW LEVEL SECURITY")
            let lost = try await owner.fetch(
                Query<Single<Int>>(
                    "SELECT count(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM raw_records) AS lost"))
            #expect(lost.first?.value == 0)
        }
    }
}
