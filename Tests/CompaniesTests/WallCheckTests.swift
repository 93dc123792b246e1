import Companies
import Logging
import Postgres
import TestSupport
import Testing

/// A server refuses to start where the walls would not hold (G-RLS-01).
@Suite struct WallCheckTests {
    private func faults(_ test: TestDatabase, app: String) async throws -> [String] {
        let addresses = CompanyDatabase.Addresses(
            app: app, auth: test.addresses.auth, worker: test.addresses.worker, review: test.addresses.review)
        let database = CompanyDatabase(
            addresses, connections: 1, statementTimeout: .seconds(10), applicationName: "test",
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        return try await database.whileOpen { try await database.checkWalls().faults }
    }

    @Test func the_runtime_role_is_fine() async throws {
        try await TestDatabase.with { test in
            let found = try await faults(test, app: test.addresses.app)
            #expect(found.isEmpty, "\(found)")
        }
    }

    @Test func the_owner_in_its_place_is_refused() async throws {
        try await TestDatabase.with { test in
            let found = try await faults(test, app: test.ownerAddress)
            #expect(found.contains { $0.contains("owns tables") })
            #expect(found.contains { $0.contains("roles.sql") })
        }
    }

    @Test func an_empty_database_is_told_to_migrate() async throws {
        try await TestDatabase.with { test in
            let owner = try await test.owner()
            _ = try await Migrator(
                migrations: try Migration.load(from: TestCluster.root + "/migrations"), connection: owner
            ).down()
            let found = try await faults(test, app: test.addresses.app)
            #expect(found.contains { $0.contains("tidemark migrate") })
        }
    }
}
