import Synchronization

/// When jobs were sent and how long they waited.
final class PickUps: Sendable {
    private let state = Mutex<(sent: [Int: ContinuousClock.Instant], waits: [Duration])>(([:], []))

    var waits: [Duration] { state.withLock { $0.waits } }

    func sent(_ job: Int) { state.withLock { $0.sent[job] = .now } }

    func began(_ job: Int) {
        let now = ContinuousClock.now
        state.withLock { state in
            guard let sent = state.sent.removeValue(forKey: job) else { return }
            state.waits.append(now - sent)
        }
    }
}
