import Testing

@testable import Postgres

private typealias State = PoolState<Int>

/// Mutating calls cannot stand inside `#expect`.
private func expect(_ actions: [State.Action], _ wanted: [State.Action], at place: SourceLocation = #_sourceLocation) {
    #expect(actions == wanted, sourceLocation: place)
}

@Test func a_first_request_opens_a_connection_and_gets_it() {
    var state = State(limit: 2)
    expect(state.lease(waiter: 1, deadline: 10), [.open(connection: 1)])
    expect(state.opened(1), [.give(connection: 1, waiter: 1)])
    expect(state.release(1, healthy: true), [])
    expect(state.lease(waiter: 2, deadline: 10), [.give(connection: 1, waiter: 2)])
}

@Test func requests_are_served_in_order() {
    var state = State(limit: 1)
    _ = state.lease(waiter: 1, deadline: 10)
    expect(state.lease(waiter: 2, deadline: 10), [])
    expect(state.lease(waiter: 3, deadline: 10), [])
    _ = state.opened(1)
    expect(state.release(1, healthy: true), [.give(connection: 1, waiter: 2)])
    expect(state.release(1, healthy: true), [.give(connection: 1, waiter: 3)])
}

@Test func a_broken_connection_is_closed_and_replaced_for_the_next_in_line() {
    var state = State(limit: 1)
    _ = state.lease(waiter: 1, deadline: 10)
    _ = state.opened(1)
    _ = state.lease(waiter: 2, deadline: 10)
    expect(state.release(1, healthy: false), [.close(connection: 1), .open(connection: 2)])
    expect(state.opened(2), [.give(connection: 2, waiter: 2)])
}

@Test func failing_to_connect_backs_off_with_one_attempt_at_a_time() {
    var state = State(limit: 6)
    for waiter: UInt64 in 1...5 { _ = state.lease(waiter: waiter, deadline: 10) }
    expect(state.failedToOpen(1), [.retryLater(failures: 1)])
    // The other attempts that were under way fail too, without another timer.
    for connection in 2...5 { #expect(state.failedToOpen(connection) == []) }
    expect(state.lease(waiter: 6, deadline: 10), [])
    let retried = state.retry()
    #expect(retried.count == 1)
    guard case .open(let connection) = retried.first else { Issue.record("no attempt"); return }
    let opened = state.opened(connection)
    #expect(opened.contains(.give(connection: connection, waiter: 1)))
    #expect(opened.count == 6, "after success the pool opens for everybody who waits")
}

@Test func a_late_request_fails_with_the_reason() {
    var state = State(limit: 1)
    _ = state.lease(waiter: 1, deadline: 10)
    _ = state.opened(1)
    _ = state.lease(waiter: 2, deadline: 20)
    expect(state.expire(now: 19), [])
    expect(state.expire(now: 20), [.fail(waiter: 2, .timeout)])
}

@Test func the_queue_is_bounded() {
    var state = State(limit: 1, maximumWaiters: 1)
    _ = state.lease(waiter: 1, deadline: 10)
    expect(state.lease(waiter: 2, deadline: 10), [.fail(waiter: 2, .full)])
}

@Test func an_abandoned_request_gets_nothing() {
    var state = State(limit: 1)
    _ = state.lease(waiter: 1, deadline: 10)
    let abandoned = state.abandon(waiter: 1)
    #expect(abandoned)
    expect(state.opened(1), [])
    #expect(state.idleCount == 1)
    let again = state.abandon(waiter: 1)
    #expect(!again)
}

@Test func closing_fails_waiters_and_later_requests() {
    var state = State(limit: 1)
    _ = state.lease(waiter: 1, deadline: 10)
    _ = state.opened(1)
    _ = state.lease(waiter: 2, deadline: 10)
    expect(state.close(), [.fail(waiter: 2, .closed)])
    expect(state.lease(waiter: 3, deadline: 10), [.fail(waiter: 3, .closed)])
    expect(state.release(1, healthy: true), [.close(connection: 1)])
}

/// Random histories keep the books: never more connections than allowed, nobody served twice, nobody forgotten.
@Test(arguments: [1, 7, 42, 99, 1234] as [UInt64])
func random_histories_keep_the_books(seed: UInt64) {
    var random = SplitMix(state: seed)
    var state = State(limit: 3, maximumWaiters: 20)
    var leased: [Int: UInt64] = [:]
    var opening: Set<Int> = []
    var waiting: Set<UInt64> = []
    var timers = 0
    var next: UInt64 = 0
    var now = 0
    func perform(_ actions: [State.Action]) {
        for action in actions {
            switch action {
            case .give(let connection, let waiter):
                let waited = waiting.remove(waiter) != nil
                #expect(leased[connection] == nil && waited, "seed \(seed)")
                leased[connection] = waiter
            case .open(let connection): opening.insert(connection)
            case .close: break
            case .fail(let waiter, _):
                let waited = waiting.remove(waiter) != nil
                #expect(waited, "seed \(seed)")
            case .retryLater: timers += 1
            }
        }
        #expect(state.total <= 3, "seed \(seed)")
    }
    for _ in 0..<2_000 {
        now += 1
        switch random.next() % 7 {
        case 0, 1:
            next += 1
            waiting.insert(next)
            perform(state.lease(waiter: next, deadline: now + 50))
        case 2:
            if let connection = opening.randomElement(using: &random) {
                opening.remove(connection)
                perform(random.next() % 4 == 0 ? state.failedToOpen(connection) : state.opened(connection))
            }
        case 3, 4:
            if let connection = leased.keys.sorted().randomElement(using: &random) {
                leased[connection] = nil
                perform(state.release(connection, healthy: random.next() % 5 != 0))
            }
        case 5:
            if timers > 0 {
                timers -= 1
                perform(state.retry())
            }
        default:
            perform(state.expire(now: now))
        }
    }
    #expect(state.waiterCount == waiting.count, "seed \(seed)")
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
