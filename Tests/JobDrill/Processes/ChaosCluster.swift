import Foundation
import Glibc
import TestSupport

/// The drills' own PostgreSQL server, which they may crash: kept by `scripts/database` beside the developer's.
struct ChaosCluster: Sendable {
    private let script = TestCluster.root + "/scripts/database"
    private let choice: [String]
    let log: String

    /// - Throws: `DrillProblem` when the environment names another cluster than one made for drills.
    init() throws {
        let cluster = TestCluster.shared
        guard cluster.name == "chaos" else {
            throw DrillProblem("drills crash their server; run: scripts/with-database --tests --cluster chaos …")
        }
        choice = ["--version", cluster.version, "--cluster", cluster.name]
        log = TestCluster.root + "/.tidemark/chaos/processes.log"
    }

    func start() async throws { try await run(["start"]) }

    func stop() async throws { try await run(["stop"]) }

    /// Ends the server as a power cut would: its processes at once, no checkpoint.
    func crash() async throws {
        let file = TestCluster.root + "/.tidemark/chaos/status.json"
        try await run(["status", "--json"], output: file)
        struct Status: Decodable { let pid: Int32? }
        let status = try JSONDecoder().decode(Status.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
        guard let pid = status.pid else { return }
        kill(pid, SIGQUIT)
    }

    /// Runs SQL as the cluster's superuser in a database.
    func asSuperuser(_ sql: String, in database: String = "postgres") async throws {
        let file = TestCluster.root + "/.tidemark/chaos/superuser.\(UUID().uuidString).sql"
        try "\\connect \(database)\n\(sql)\n".write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        try await run(["psql", "superuser"], input: file)
    }

    /// Room for many processes, rights for the conductor, and nothing left of earlier runs.
    func prepare() async throws {
        try await asSuperuser(
            """
            ALTER SYSTEM SET max_connections = 300;
            -- What dies here is processes, never the machine; without waiting for the disk there are more trials in a minute.
            ALTER SYSTEM SET fsync = off;
            ALTER SYSTEM SET synchronous_commit = local;
            ALTER SYSTEM SET synchronous_standby_names = 'nobody';
            GRANT pg_signal_backend, pg_monitor TO tidemark_owner;
            SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE datname LIKE 'tidemark\\_test\\_%' \\gexec
            """)
        try await stop()
        try await start()
    }

    private func run(_ words: [String], input: String? = nil, output: String? = nil) async throws {
        // By way of the shell for the sake of its redirections; the words are ours.
        let command =
            "exec \"$0\" \"$@\"" + (input.map { " <'\($0)'" } ?? "") + (output.map { " >'\($0)'" } ?? "")
        let arguments = ["-c", command, script] + words.prefix(2) + choice + words.dropFirst(2)
        let child = try ChildProcess.start("/bin/bash", arguments, log: log)
        guard try await child.result() == 0 else {
            throw DrillProblem("scripts/database \(words.joined(separator: " ")) failed; its words are in \(log)")
        }
    }
}
