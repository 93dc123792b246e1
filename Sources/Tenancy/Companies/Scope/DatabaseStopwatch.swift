import Synchronization

/// Adds up how long the work of transactions had a request at the database: from handing it to the connection until its
/// results were there, sending and COMMIT included.
package final class DatabaseStopwatch: Sendable {
    private let total = Mutex(Duration.zero)

    package init() {}

    package var elapsed: Duration { total.withLock { $0 } }

    func add(since began: ContinuousClock.Instant) {
        let passed = began.duration(to: .now)
        total.withLock { $0 += passed }
    }
}
