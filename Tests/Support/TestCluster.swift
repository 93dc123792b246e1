import Foundation
import Postgres

/// The PostgreSQL server tests run against: the one of the environment, or the clone's own.
package struct TestCluster: Sendable {
    /// Connection strings of the five roles, all to the cluster's own database.
    let owner: String
    let app: String
    let auth: String
    let worker: String
    let review: String
    /// The major version and the name `scripts/database` knows the cluster by.
    package let version: String
    package let name: String

    package static let shared = TestCluster()

    /// The top folder of the package.
    package static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    private init() {
        // Named apart from the product's own variables, so that a shell that has those never gets test databases.
        let prefix = "TIDEMARK_TEST_"
        var values: [String: String] = [:]
        for (name, value) in ProcessInfo.processInfo.environment where name.hasPrefix(prefix) {
            values[String(name.dropFirst(prefix.count))] = value
        }
        version = values["POSTGRES"] ?? "18"
        name = values["CLUSTER"] ?? "postgres"
        if values["DATABASE_OWNER_URL"] == nil {
            let cluster = EmbeddedCluster(root: Self.root, version: version)
            values = (try? cluster.addresses()) ?? [:]
        }
        owner = values["DATABASE_OWNER_URL"] ?? ""
        app = values["DATABASE_URL"] ?? ""
        auth = values["DATABASE_AUTH_URL"] ?? ""
        worker = values["DATABASE_WORKER_URL"] ?? ""
        review = values["DATABASE_REVIEW_URL"] ?? ""
    }

    /// The same connection string for another database of the server.
    static func address(_ uri: String, database: String) -> String {
        guard let scheme = uri.range(of: "://"), let slash = uri[scheme.upperBound...].firstIndex(of: "/") else {
            return uri
        }
        let query = uri[slash...].firstIndex(of: "?").map { uri[$0...] } ?? ""
        return uri[..<slash] + "/" + database + query
    }
}
