import Foundation
import Vault

/// DuckDB as a program: reads and writes Parquet with one statement after the other, within a bound of memory.
package struct DuckDB: Sendable {
    private let path: String
    private static let memory = "512MB"

    /// - Parameter path: of the program.
    package init(path: String) { self.path = path }

    /// Runs statements.
    /// - Parameter folder: where it works and leaves what it says.
    /// - Returns: what the last statement answered, as JSON.
    /// - Throws: `LakeProblem.program` with its own words.
    func run(_ statements: [String], in folder: URL) async throws -> Data {
        let output = folder.appendingPathComponent("answer-\(UUID().uuidString).json")
        let complaints = folder.appendingPathComponent("complaints-\(UUID().uuidString).txt")
        for file in [output, complaints] { try PrivateFile.makeFile(file.path) }
        defer { for file in [output, complaints] { try? FileManager.default.removeItem(at: file) } }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        // No start-up file of whoever runs this; nothing of our environment, which may hold secrets.
        process.arguments = ["-no-init", "-batch", "-bail", "-json", "-c", script(statements, folder)]
        process.environment = ["HOME": folder.path, "TMPDIR": folder.path]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        let (out, err) = (try FileHandle(forWritingTo: output), try FileHandle(forWritingTo: complaints))
        process.standardOutput = out
        process.standardError = err
        let status: Int32 = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
                do {
                    try process.run()
                } catch {
                    process.terminationHandler = nil
                    continuation.resume(throwing: LakeProblem.program("there is no program at \(path)"))
                }
            }
        } onCancel: {
            if process.isRunning { process.terminate() }
        }
        try Task.checkCancellation()
        try? out.close()
        try? err.close()
        guard status == 0 else {
            let words = (try? Data(contentsOf: complaints)).map { String(decoding: $0, as: UTF8.self) } ?? ""
            let line = words.split(separator: "\n").first.map(String.init) ?? "it ended with \(status)"
            throw LakeProblem.program(line)
        }
        return try Data(contentsOf: output)
    }

    private func script(_ statements: [String], _ folder: URL) -> String {
        let settings = [
            "SET memory_limit='\(Self.memory)'", "SET threads=1", "SET temp_directory=\(Self.quoted(folder.path))",
            "SET preserve_insertion_order=true",
        ]
        return (settings + statements).map { $0 + ";" }.joined(separator: "\n")
    }

    /// A text as a literal of a statement.
    static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}
