import DequeModule

/// The decisions of a connection pool, without a socket or a clock: every input answers what to do.
///
/// Requests are served first come, first served. A connection that broke is closed and replaced; failing to connect
/// backs off, so that a server coming back is not overrun (at most one attempt at a time after a failure).
struct PoolState<Instant: Comparable> {
    enum Action: Equatable {
        /// Hand this connection to this waiter.
        case give(connection: Int, waiter: UInt64)
        case open(connection: Int)
        case close(connection: Int)
        case fail(waiter: UInt64, PoolFailure)
        /// Call `retry` after the back-off of this many failures in a row.
        case retryLater(failures: Int)
    }

    private struct Waiter {
        let id: UInt64
        let deadline: Instant
    }

    let limit: Int
    let maximumWaiters: Int
    private var idle: [Int] = []
    private var leased: Set<Int> = []
    private var opening: Set<Int> = []
    private var waiters: Deque<Waiter> = []
    private var nextNumber = 1
    private var failures = 0
    private var waitingToRetry = false
    private(set) var isClosed = false

    init(limit: Int, maximumWaiters: Int = 1_000) {
        self.limit = max(1, limit)
        self.maximumWaiters = maximumWaiters
    }

    var total: Int { idle.count + leased.count + opening.count }
    var leasedCount: Int { leased.count }
    var idleCount: Int { idle.count }
    var waiterCount: Int { waiters.count }

    /// A free connection when nobody waits for one.
    mutating func leaseIdle() -> Int? {
        guard !isClosed, waiters.isEmpty, let connection = idle.popLast() else { return nil }
        leased.insert(connection)
        return connection
    }

    mutating func lease(waiter: UInt64, deadline: Instant) -> [Action] {
        guard !isClosed else { return [.fail(waiter: waiter, .closed)] }
        if let connection = leaseIdle() { return [.give(connection: connection, waiter: waiter)] }
        guard waiters.count < maximumWaiters else { return [.fail(waiter: waiter, .full)] }
        waiters.append(Waiter(id: waiter, deadline: deadline))
        return openIfNeeded()
    }

    mutating func opened(_ connection: Int) -> [Action] {
        opening.remove(connection)
        failures = 0
        guard !isClosed else { return [.close(connection: connection)] }
        return place(connection) + openIfNeeded()
    }

    mutating func failedToOpen(_ connection: Int) -> [Action] {
        opening.remove(connection)
        failures += 1
        guard !isClosed, !waitingToRetry else { return [] }
        waitingToRetry = true
        return [.retryLater(failures: failures)]
    }

    /// The back-off has passed: try one connection if anybody waits.
    mutating func retry() -> [Action] {
        waitingToRetry = false
        return openIfNeeded()
    }

    mutating func release(_ connection: Int, healthy: Bool) -> [Action] {
        guard leased.remove(connection) != nil else { return [] }
        guard healthy, !isClosed else { return [.close(connection: connection)] + openIfNeeded() }
        return place(connection)
    }

    mutating func abandon(waiter: UInt64) -> Bool {
        guard let index = waiters.firstIndex(where: { $0.id == waiter }) else { return false }
        waiters.remove(at: index)
        return true
    }

    /// Fails the requests whose deadline has passed.
    mutating func expire(now: Instant) -> [Action] {
        let late = waiters.filter { $0.deadline <= now }
        waiters.removeAll { $0.deadline <= now }
        return late.map { .fail(waiter: $0.id, failures > 0 ? .unreachable : .timeout) }
    }

    mutating func close() -> [Action] {
        guard !isClosed else { return [] }
        isClosed = true
        let actions =
            waiters.map { Action.fail(waiter: $0.id, .closed) } + idle.map { Action.close(connection: $0) }
        waiters.removeAll()
        idle.removeAll()
        return actions
    }

    private mutating func place(_ connection: Int) -> [Action] {
        guard let waiter = waiters.popFirst() else {
            idle.append(connection)
            return []
        }
        leased.insert(connection)
        return [.give(connection: connection, waiter: waiter.id)]
    }

    private mutating func openIfNeeded() -> [Action] {
        guard !isClosed, !waitingToRetry else { return [] }
        // After a failure one attempt at a time tells whether the server is back.
        let allowed = failures > 0 ? 1 - opening.count : limit - total
        let wanted = min(waiters.count - opening.count, allowed)
        guard wanted > 0 else { return [] }
        return (0..<wanted).map { _ in
            let number = nextNumber
            nextNumber += 1
            opening.insert(number)
            return .open(connection: number)
        }
    }
}

/// Why a request for a connection failed.
enum PoolFailure: Equatable {
    case timeout, unreachable, full, closed

    var error: DatabaseError {
        switch self {
        case .timeout:
            DatabaseError(state: .poolTimeout, message: "every database connection is busy")
        case .unreachable:
            DatabaseError(state: .cannotConnect, message: "the database cannot be reached")
        case .full:
            DatabaseError(state: .poolTimeout, message: "too many requests wait for a database connection")
        case .closed:
            DatabaseError(state: .poolClosed, message: "the database pool is closed")
        }
    }
}
