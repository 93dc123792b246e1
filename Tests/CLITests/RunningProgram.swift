import Foundation
import TestSupport

/// A started command. What it says goes to files of its own.
final class RunningProgram: Sendable {
    private let process: ChildProcess
    private let folder: URL

    init(_ program: String, _ arguments: [String], input: String, environment: [String: String]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tidemark-program-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(input.utf8).write(to: folder.appendingPathComponent("input"))
        process = try ChildProcess.start(
            program, arguments, log: folder.appendingPathComponent("output").path,
            errors: folder.appendingPathComponent("errors").path, input: folder.appendingPathComponent("input").path,
            environment: environment)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What it said and how it ended, once it has. To be called once.
    func ended() async throws -> Program.Answer {
        let status = try await process.result()
        return Program.Answer(status: status, output: text("output"), errors: text("errors"))
    }

    var pid: Int32 { process.pid }

    func signal(_ number: Int32) { process.signal(number) }

    private func text(_ name: String) -> String {
        String(decoding: (try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data(), as: UTF8.self)
    }
}
