import Foundation
import Outbound
import Synchronization
import TestSupport

/// Turns as a store keeps them for several processes, by the test's clock; a test may have it answer otherwise.
final class TurnStore: SharedTurns {
    enum Answer: Sendable {
        /// As it should, after so many seconds.
        case late(Double)
        case failure
        /// None, ever.
        case silence
    }

    struct Failure: Error {}

    private let clock: TestClock
    private let state = Mutex<(asked: Int, next: [String: Date], script: [Answer])>((0, [:], []))

    init(clock: TestClock) { self.clock = clock }

    /// Questions so far.
    var asked: Int { state.withLock(\.asked) }

    /// What the next questions come to, one after the other; after that it works.
    func answer(_ answers: Answer...) { state.withLock { $0.script += answers } }

    /// Others have taken all turns for so many seconds.
    func fill(_ host: String, seconds: Double) { state.withLock { $0.next[host] = clock.now + seconds } }

    func take(_ host: String, gap: Double, within patience: Double) async throws -> SharedTurn {
        let answer: Answer? = state.withLock { state in
            state.asked += 1
            return state.script.isEmpty ? nil : state.script.removeFirst()
        }
        switch answer {
        case .failure: throw Failure()
        case .silence:
            try await TestClock.waitForEver()
            throw Failure()
        case .late(let seconds):
            let turn = next(host, gap, patience)
            clock.advance(by: seconds)
            return turn
        case nil: return next(host, gap, patience)
        }
    }

    private func next(_ host: String, _ gap: Double, _ patience: Double) -> SharedTurn {
        let now = clock.now
        return state.withLock { state in
            let turn = max(state.next[host] ?? now, now)
            let seconds = turn.timeIntervalSince(now)
            guard seconds <= patience else { return .late(seconds: seconds) }
            state.next[host] = turn + gap
            return .ours(seconds: seconds)
        }
    }
}
