import Foundation

/// The clone's private cluster, kept by `scripts/database`.
package struct EmbeddedCluster: Sendable {
    private let script: String
    private let version: String

    /// - Parameter root: the folder that holds `scripts/`.
    package init(root: String, version: String = "18") {
        script = root + "/scripts/database"
        self.version = version
    }

    /// Whether this installation can have a private cluster at all.
    package var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: script) }

    /// Starts it unless it runs.
    /// - Throws: `DatabaseError` with the script's own sentence.
    package func start() throws { _ = try run("start") }

    /// The connection strings by the name of their variable, such as `DATABASE_URL`.
    /// - Throws: `DatabaseError` when there is no cluster yet.
    package func addresses() throws -> [String: String] {
        var values: [String: String] = [:]
        for line in try run("env").split(separator: "\n") {
            guard let sign = line.firstIndex(of: "=") else { continue }
            values[String(line[..<sign])] = line[line.index(after: sign)...].trimmingCharacters(in: ["'"])
        }
        return values
    }

    private func run(_ command: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: script)
        process.arguments = [command, "--version", version]
        let output = Pipe()
        let complaints = Pipe()
        process.standardOutput = output
        process.standardError = complaints
        process.standardInput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw DatabaseError(state: .cannotConnect, message: "the private database cannot be started: no \(script)")
        }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaint = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let sentence =
                complaint.split(separator: "\n").last.map(String.init) ?? "scripts/database \(command) failed"
            throw DatabaseError(state: .cannotConnect, message: sentence)
        }
        return text
    }
}
