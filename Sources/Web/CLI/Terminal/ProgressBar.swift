import Foundation
import Synchronization

/// A bar on the terminal for long work: what, how far, how many and how long still. Silent when nobody watches.
final class ProgressBar: Sendable {
    private struct State {
        var lastDrawn: ContinuousClock.Instant?
        var isDrawn = false
    }

    private let title: String
    private let started = ContinuousClock.now
    private let state = Mutex(State())
    private let isWatched = isatty(FileHandle.standardError.fileDescriptor) == 1

    init(_ title: String) { self.title = title }

    /// - Parameters:
    ///   - fraction: 0…1.
    ///   - detail: a count, such as "12 000 rows".
    func show(_ fraction: Double, _ detail: String) {
        guard isWatched else { return }
        let now = ContinuousClock.now
        let due = state.withLock { state in
            if let last = state.lastDrawn, now - last < .milliseconds(100), fraction < 1 { return false }
            state.lastDrawn = now
            state.isDrawn = true
            return true
        }
        guard due else { return }
        let width = 30
        let share = min(1, max(0, fraction))
        let done = Int(share * Double(width))
        let bar = String(repeating: "█", count: done) + String(repeating: "·", count: width - done)
        let percent = Int(share * 100)
        write("\r\(title) \(bar) \(percent) %  \(detail)\(remaining(share, now))\u{1B}[K")
    }

    /// Clears the line for what comes next.
    func finish() {
        guard isWatched, state.withLock({ $0.isDrawn }) else { return }
        write("\r\u{1B}[K")
    }

    private func remaining(_ share: Double, _ now: ContinuousClock.Instant) -> String {
        let spent = Double((now - started).milliseconds) / 1_000
        guard share > 0.02, share < 1, spent > 1 else { return "" }
        return ", \(Int((spent / share * (1 - share)).rounded(.up))) s left"
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

extension Duration {
    fileprivate var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
