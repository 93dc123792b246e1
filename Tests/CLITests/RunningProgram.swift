import Foundation
import Synchronization
import TestSupport

/// A started command. What it says goes to files of its own.
final class RunningProgram: Sendable {
    private enum State {
        case running([CheckedContinuation<Int32, Never>])
        case ended(Int32)
    }

    private let state = Mutex(State.running([]))
    private let identifier: Int32
    private let folder: URL

    init(_ process: Process, input: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tidemark-program-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func file(_ name: String, _ text: String = "") throws -> FileHandle {
            let file = folder.appendingPathComponent(name)
            try Data(text.utf8).write(to: file)
            return try FileHandle(forUpdating: file)
        }
        process.standardInput = try file("input", input)
        process.standardOutput = try file("output")
        process.standardError = try file("errors")
        let end = Mutex<(@Sendable (Int32) -> Void)?>(nil)
        let early = Mutex<Int32?>(nil)
        process.terminationHandler = { process in
            early.withLock { $0 = process.terminationStatus }
            end.withLock { $0 }?(process.terminationStatus)
        }
        try process.run()
        self.folder = folder
        identifier = process.processIdentifier
        end.withLock { $0 = { [self] in finish($0) } }
        if let status = early.withLock({ $0 }) { finish(status) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func finish(_ status: Int32) {
        let waiters = state.withLock { state -> [CheckedContinuation<Int32, Never>] in
            guard case .running(let waiters) = state else { return [] }
            state = .ended(status)
            return waiters
        }
        waiters.forEach { $0.resume(returning: status) }
    }

    /// What it said and how it ended, once it has.
    func ended() async -> Program.Answer {
        let status = await withCheckedContinuation { waiter in
            let status = state.withLock { state -> Int32? in
                switch state {
                case .ended(let status): return status
                case .running(let waiters):
                    state = .running(waiters + [waiter])
                    return nil
                }
            }
            if let status { waiter.resume(returning: status) }
        }
        return Program.Answer(status: status, output: text("output"), errors: text("errors"))
    }

    /// What it has said so far.
    var soFar: String { text("output") + text("errors") }

    private func text(_ name: String) -> String {
        String(decoding: (try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data(), as: UTF8.self)
    }

    func signal(_ number: Int32) { kill(identifier, number) }
}
