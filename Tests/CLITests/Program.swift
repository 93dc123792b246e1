import Companies
import Foundation
import TestSupport

/// The program as a person starts it, against a test's database.
struct Program: Sendable {
    struct Answer: Sendable {
        let status: Int32
        let output: String
        let errors: String

        /// The answer of a command that was asked for JSON.
        func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
            let decoder = JSONDecoder()
            decoder.dateDecodingStrategy = .iso8601
            return try decoder.decode(type, from: Data(output.utf8))
        }
    }

    let test: TestDatabase

    /// Runs a command to its end.
    func run(_ arguments: String..., input: String = "") async throws -> Answer {
        try await run(arguments, input: input)
    }

    func run(_ arguments: [String], input: String = "") async throws -> Answer {
        try await start(arguments, input: input).ended()
    }

    /// Starts a command that goes on until it is told to stop.
    /// - Parameter environment: variables beside those of the test's database.
    func start(
        _ arguments: [String], input: String = "", environment: [String: String] = [:]
    ) throws -> RunningProgram {
        try RunningProgram(
            Self.executable, arguments, input: input,
            environment: [
                "PATH": "/usr/bin:/bin", "TIDEMARK_ROOT": TestCluster.root, "DATABASE_URL": test.addresses.app,
                "DATABASE_AUTH_URL": test.addresses.auth, "DATABASE_WORKER_URL": test.addresses.worker,
                "DATABASE_REVIEW_URL": test.addresses.review,
                "DATABASE_OWNER_URL": test.ownerAddress, "TIDEMARK_AUDIT_DIRECTORY": auditFolder,
            ].merging(environment) { $1 })
    }

    /// Runs a command that needs no database, in an environment that has none.
    static func alone(_ arguments: [String]) async throws -> Answer {
        try await RunningProgram(executable, arguments, input: "", environment: ["PATH": "/usr/bin:/bin"]).ended()
    }

    /// Where the ends of the test's audit chains are noted.
    var auditFolder: String {
        FileManager.default.temporaryDirectory.appendingPathComponent("tidemark-audit-\(test.name)").path
    }

    /// Beside the tests.
    static let executable = URL(fileURLWithPath: ChildProcess.ownPath).deletingLastPathComponent()
        .appendingPathComponent("tidemark").path
}
