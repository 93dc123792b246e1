import Synchronization

/// Whether an attempt was ended by its own transaction.
final class JobEnding: Sendable {
    private let settled = Mutex(false)

    var isSettled: Bool { settled.withLock { $0 } }

    func settle() { settled.withLock { $0 = true } }
}
