import Foundation
import Postgres

/// The migrated database tests copy. Made once per state of the migrations, by whichever test process comes first.
actor TemplateDatabase {
    static let shared = TemplateDatabase()

    private var making: Task<String, any Error>?

    func name() async throws -> String {
        if let making { return try await making.value }
        let task = Task { try await Self.make() }
        making = task
        return try await task.value
    }

    /// Templates of earlier states of the migrations. One that another test run still copies stays until the next time.
    private static func dropOthers(than name: String, on owner: Connection) async {
        let query = Query<Single<String>>(
            "SELECT datname::text FROM pg_database WHERE datname LIKE 'tidemark\\_template\\_%' AND datname <> \(name)")
        for other in (try? await owner.fetch(query)) ?? [] {
            try? await owner.runScript("ALTER DATABASE \(other.value) IS_TEMPLATE false")
            try? await owner.runScript("DROP DATABASE \(other.value)")
        }
    }

    private static func make() async throws -> String {
        let cluster = TestCluster.shared
        let migrations = try Migration.load(from: TestCluster.root + "/migrations")
        let state = migrations.reduce(Int64(SchemaSeed.version)) { $0 &* 31 &+ $1.checksum }
        let name = "tidemark_template_" + String(UInt64(bitPattern: state), radix: 16)
        let owner = try await Connection.connect(
            number: 0, settings: ConnectionSettings(uri: cluster.owner, statementTimeout: nil, lockTimeout: nil))
        // "template" in ASCII: one process makes it, the others wait.
        let key: Int64 = 0x7465_6d70_6c61_7465
        try await owner.execute("SELECT pg_advisory_lock(\(key))")
        let isThere = try await owner.fetch(
            Query<Single<Bool>>("SELECT EXISTS (SELECT FROM pg_database WHERE datname = \(name) AND datistemplate)"))
        if isThere.first?.value != true {
            _ = try? await owner.runScript("DROP DATABASE IF EXISTS \(name)")
            do {
                try await owner.runScript("CREATE DATABASE \(name) TEMPLATE tidemark_blank")
            } catch {
                try await owner.runScript("CREATE DATABASE \(name) TEMPLATE template0")
            }
            let connection = try await Connection.connect(
                number: 0,
                settings: ConnectionSettings(
                    uri: TestCluster.address(cluster.owner, database: name), statementTimeout: nil, lockTimeout: nil))
            _ = try await Migrator(migrations: migrations, connection: connection).up()
            try await SchemaSeed.write(on: connection)
            await connection.close()
            try await owner.runScript("ALTER DATABASE \(name) IS_TEMPLATE true")
            await dropOthers(than: name, on: owner)
        }
        try await owner.execute("SELECT pg_advisory_unlock(\(key))")
        return name
    }
}
