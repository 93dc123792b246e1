package import Companies
package import Foundation
import Logging
package import Postgres
import Vault

/// A database of its own for one test, copied from a migrated template and dropped afterwards.
package struct TestDatabase: Sendable {
    package let name: String
    package let ownerAddress: String
    package let addresses: CompanyDatabase.Addresses

    /// A database that another process of the same test made.
    package init(existing name: String) {
        let cluster = TestCluster.shared
        self.name = name
        ownerAddress = TestCluster.address(cluster.owner, database: name)
        addresses = CompanyDatabase.Addresses(
            app: TestCluster.address(cluster.app, database: name),
            auth: TestCluster.address(cluster.auth, database: name),
            worker: TestCluster.address(cluster.worker, database: name),
            review: TestCluster.address(cluster.review, database: name))
    }

    /// Runs a test on a fresh, migrated database.
    package static func with<Result: Sendable>(
        _ body: (TestDatabase) async throws -> Result
    ) async throws -> Result {
        try await Gate.databases.pass {
            let template = try await TemplateDatabase.shared.name()
            let name = "tidemark_test_" + UUID().uuidString.lowercased().replacing("-", with: "")
            let cluster = TestCluster.shared
            let owner = try await Connection.connect(
                number: 0, settings: ConnectionSettings(uri: cluster.owner, statementTimeout: nil, lockTimeout: nil))
            try await owner.runScript("CREATE DATABASE \(name) TEMPLATE \(template)")
            try await owner.runScript(
                """
                REVOKE ALL ON DATABASE \(name) FROM PUBLIC;
                GRANT CONNECT ON DATABASE \(name) TO tidemark_app, tidemark_auth, tidemark_worker, tidemark_review;
                """)
            let database = TestDatabase(existing: name)
            do {
                let result = try await body(database)
                await drop(name, on: owner)
                return result
            } catch {
                await drop(name, on: owner)
                throw error
            }
        }
    }

    /// The server waits up to five seconds for connections that are just closing. One that stays open only costs disk.
    private static func drop(_ name: String, on owner: Connection) async {
        _ = try? await owner.runScript("DROP DATABASE \(name)")
    }

    /// A connection as the owner, who is bound by row-level security but may alter the schema.
    package func owner() async throws -> Connection { try await connection(ownerAddress) }

    /// A connection as the runtime role.
    package func app() async throws -> Connection { try await connection(addresses.app) }

    /// A connection as the auth role.
    package func auth() async throws -> Connection { try await connection(addresses.auth) }

    /// A connection as the worker role.
    package func worker() async throws -> Connection { try await connection(addresses.worker) }

    /// A connection as the role of reviewers.
    package func review() async throws -> Connection { try await connection(addresses.review) }

    /// The statement that puts a transaction of the runtime role into a company, made beside the product's own code.
    /// - Parameter moment: when it says that it was sealed.
    package func scope(of company: CompanyID, at moment: Date = Date()) async throws -> SQL {
        "SELECT set_config('tidemark.scope', \(try await sealed(company, at: moment)), true)"
    }

    /// A company, sealed.
    package func sealed(_ company: CompanyID, at moment: Date = Date()) async throws -> String {
        let auth = try await auth()
        let keys = try await auth.fetch(Query<Single<Blob>>("SELECT auth_scope_key()"))
        await auth.close()
        let message = "\(company).\(Int(moment.timeIntervalSince1970))."
        let proof = hmacSHA256(key: keys.first?.value.bytes ?? [], message: Array(message.utf8))
        return message + proof.map { String(format: "%02x", $0) }.joined()
    }

    private func connection(_ uri: String) async throws -> Connection {
        try await Connection.connect(
            number: 0, settings: ConnectionSettings(uri: uri, statementTimeout: .seconds(60), lockTimeout: .seconds(10))
        )
    }

    /// The product's door to this database, open while `body` runs.
    package func open<Result: Sendable>(
        connections: Int = 4, _ body: (CompanyDatabase) async throws -> Result
    ) async throws -> Result {
        let database = CompanyDatabase(
            addresses, connections: connections, statementTimeout: .seconds(60), lockTimeout: .seconds(60),
            // A machine that runs all tests at once may need long for a new connection.
            waitLimit: .seconds(600), applicationName: "tidemark-test",
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        return try await database.whileOpen { try await body(database) }
    }
}
