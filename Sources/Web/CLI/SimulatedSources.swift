import Foundation
import Outbound

/// Sources that another process simulates for the demo. It ends when this one does, since its input ends then.
final class SimulatedSources: Sendable {
    /// Where each source is, by code.
    let places: [String: WebAddress]
    /// Who may sign in, by source.
    let logins: [String: (user: String, password: String)]
    private let input: FileHandle
    private let process: Process

    private init(
        places: [String: WebAddress], logins: [String: (user: String, password: String)], input: FileHandle,
        process: Process
    ) {
        self.places = places
        self.logins = logins
        self.input = input
        self.process = process
    }

    /// Starts it and waits until it has said where its sources are.
    /// - Parameter path: the program; it says `place SOURCE ADDRESS`, `login SOURCE USER PASSWORD` with tabs between, and then `ready`.
    static func start(_ path: String) throws -> SimulatedSources {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["2026", "--live"]
        process.environment = ["PATH": "/usr/bin:/bin"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        do {
            try process.run()
        } catch {
            throw SettingsProblem("The simulator \(path) cannot be started.")
        }
        var places: [String: WebAddress] = [:]
        var logins: [String: (user: String, password: String)] = [:]
        var text = ""
        while !text.contains("\nready\n") {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw SettingsProblem("The simulator \(path) ended before it was ready.") }
            text += String(decoding: piece, as: UTF8.self)
        }
        for line in text.split(separator: "\n") {
            let words = line.split(separator: "\t").map(String.init)
            if words.count == 3, words[0] == "place" { places[words[1]] = try WebAddress(words[2]) }
            if words.count == 4, words[0] == "login" { logins[words[1]] = (words[2], words[3]) }
        }
        return SimulatedSources(
            places: places, logins: logins, input: input.fileHandleForWriting, process: process)
    }

    func stop() {
        try? input.close()
        process.terminate()
    }
}
