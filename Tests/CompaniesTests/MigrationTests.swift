import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct MigrationTests {
    private func schema(_ connection: Connection) async throws -> [String] {
        try await connection.fetch(
            Query<Single<String>>(
                """
                SELECT line FROM (
                    SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) AS line
                    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                    WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
                    UNION ALL SELECT tablename || ' policy ' || policyname FROM pg_policies
                    UNION ALL SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
                        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')) AS lines
                ORDER BY line COLLATE "C"
                """)
        ).map(\.value)
    }

    @Test func up_down_up_gives_the_same_schema() async throws {
        try await TestDatabase.with { test in
            let owner = try await test.owner()
            let migrations = try Migration.load(from: TestCluster.root + "/migrations")
            let migrator = Migrator(migrations: migrations, connection: owner)
            let before = try await schema(owner)
            let taken = try await migrator.down()
            #expect(taken.count == migrations.count)
            let empty = try await schema(owner).filter { !$0.contains("schema_ledger") }
            #expect(empty.isEmpty, "\(empty)")
            #expect(try await migrator.up() == migrations.map(\.name))
            #expect(try await schema(owner) == before)
            #expect(try await migrator.up().isEmpty)
        }
    }

    @Test func a_changed_migration_is_refused_by_name() async throws {
        try await TestDatabase.with { test in
            let owner = try await test.owner()
            var migrations = try Migration.load(from: TestCluster.root + "/migrations")
            let first = migrations[0]
            migrations[0] = Migration(number: 1, name: first.name, up: first.up + "-- changed", down: first.down)
            let error = await #expect(throws: DatabaseError.self) {
                _ = try await Migrator(migrations: migrations, connection: owner).up()
            }
            #expect(error?.message.contains("0001_companies was changed") == true)
            let older = Array(try Migration.load(from: TestCluster.root + "/migrations").dropLast())
            let newer = await #expect(throws: DatabaseError.self) {
                _ = try await Migrator(migrations: older, connection: owner).up()
            }
            #expect(newer?.message.contains("newer than this version") == true)
        }
    }

    @Test func a_migration_that_fails_leaves_nothing() async throws {
        try await TestDatabase.with { test in
            let owner = try await test.owner()
            var migrations = try Migration.load(from: TestCluster.root + "/migrations")
            migrations.append(
                Migration(
                    number: migrations.count + 1, name: "9999_broken", up: "CREATE TABLE half (n int); SELECT 1 / 0",
                    down: "DROP TABLE half"))
            let migrator = Migrator(migrations: migrations, connection: owner)
            await #expect(throws: DatabaseError.self) { _ = try await migrator.up() }
            let there = try await owner.fetch(Query<SingleOptional<String>>("SELECT to_regclass('half')::text"))
            #expect(there.first?.value == nil)
            #expect(try await migrator.pending() == ["9999_broken"])
        }
    }

    @Test func two_migrators_at_once_apply_everything_once() async throws {
        try await TestDatabase.with { test in
            let migrations = try Migration.load(from: TestCluster.root + "/migrations")
            let first = try await test.owner()
            _ = try await Migrator(migrations: migrations, connection: first).down()
            let names = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        try await Migrator(migrations: migrations, connection: try await test.owner()).up()
                    }
                }
                return try await group.reduce(into: [String]()) { $0 += $1 }
            }
            #expect(names == migrations.map(\.name))
        }
    }
}
