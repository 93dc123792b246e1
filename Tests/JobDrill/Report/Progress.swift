import Foundation
import Synchronization

/// Says on standard error how far a drill is: on a terminal one line that is written over, elsewhere a line now and then.
final class Progress: Sendable {
    private struct State {
        var lastAt = ContinuousClock.now - .seconds(60)
    }

    private let name: String
    private let isTerminal: Bool
    private let begun = ContinuousClock.now
    private let state = Mutex(State())

    init(_ name: String, isTerminal: Bool) {
        self.name = name
        self.isTerminal = isTerminal
    }

    /// - Parameter share: how much of what is planned is done, 0...1.
    func say(_ words: String, share: Double) {
        let now = ContinuousClock.now
        let mayWrite = state.withLock { state in
            guard now - state.lastAt >= (isTerminal ? .milliseconds(200) : .seconds(10)) else { return false }
            state.lastAt = now
            return true
        }
        guard mayWrite else { return }
        let done = Int((min(max(share, 0), 1) * 20).rounded())
        let bar = String(repeating: "#", count: done) + String(repeating: ".", count: 20 - done)
        let seconds = Int((now - begun) / .seconds(1))
        write("\(isTerminal ? "\r\u{1B}[K" : "")[\(bar)] \(seconds) s  \(name): \(words)\(isTerminal ? "" : "\n")")
    }

    /// Takes the line away.
    func end() { if isTerminal { write("\r\u{1B}[K") } }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
