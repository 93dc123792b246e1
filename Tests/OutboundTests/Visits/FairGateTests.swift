import Synchronization
import TestSupport
import Testing

@testable import Outbound

@Suite struct FairGateTests {
    private static let atOnce = Alarm { _ in }
    private static let never = Alarm { _ in try await TestClock.waitForEver() }

    /// How many are behind a door.
    private final class Crowd: Sendable {
        private let counts = Mutex<(now: Int, most: Int)>((0, 0))

        var most: Int { counts.withLock(\.most) }

        func enter() {
            counts.withLock { counts in
                counts.now += 1
                counts.most = max(counts.most, counts.now)
            }
        }

        func leave() { counts.withLock { $0.now -= 1 } }
    }

    @Test func a_gate_lets_in_as_many_as_it_has_places_in_turn() async throws {
        let gate = FairGate(places: 2)
        try await gate.enter()
        try await gate.enter()
        let third = Task { try await gate.enter() }
        third.cancel()
        await #expect(throws: CancellationError.self) { try await third.value }
        let fourth = Task { try await gate.enter() }
        gate.leave()
        try await fourth.value
        gate.leave()
        gate.leave()
        try await gate.enter()
    }

    @Test func a_place_that_does_not_come_in_time_is_given_up() async throws {
        let gate = FairGate(places: 1)
        let first = try await gate.enter(within: 60, by: Self.atOnce)
        let second = try await gate.enter(within: 60, by: Self.atOnce)
        // A free place is taken whatever the time, and one that is not is not.
        #expect(first && !second)
        gate.leave()
        // Nobody stands in line any more to whom the place could have gone.
        let third = try await gate.enter(within: 0, by: Self.atOnce)
        #expect(third)
    }

    @Test func a_place_that_comes_in_time_is_taken() async throws {
        let gate = FairGate(places: 1)
        try await gate.enter()
        let second = Task { try await gate.enter(within: 60, by: Self.never) }
        gate.leave()
        #expect(try await second.value)
        gate.leave()
        try await gate.enter()
    }

    @Test func whoever_is_called_off_in_line_takes_no_place() async throws {
        let gate = FairGate(places: 1)
        try await gate.enter()
        let second = Task { try await gate.enter(within: 60, by: Self.never) }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        gate.leave()
        let third = try await gate.enter(within: 60, by: Self.atOnce)
        #expect(third)
    }

    /// Time is up at any moment, also at that in which a place is handed over.
    @Test func no_place_is_lost_or_made_by_those_who_give_up() async throws {
        let (gate, crowd) = (FairGate(places: 3), Crowd())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<300 {
                group.addTask {
                    let alarm = Alarm { _ in for _ in 0..<(number % 11) { await Task.yield() } }
                    guard try await gate.enter(within: 60, by: alarm) else { return }
                    crowd.enter()
                    for _ in 0..<(number % 5) { await Task.yield() }
                    crowd.leave()
                    gate.leave()
                }
            }
            try await group.waitForAll()
        }
        #expect((1...3).contains(crowd.most))
        var free = 0
        while try await gate.enter(within: 0, by: Self.atOnce) { free += 1 }
        #expect(free == 3)
    }

    @Test func what_ends_although_time_is_up_counts() async throws {
        let value = try await Self.atOnce.within(60) {
            // Does not hear that it is called off.
            for _ in 0..<100 { await Task.yield() }
            return 7
        }
        #expect(value == 7)
    }

    @Test func what_does_not_end_in_time_is_none() async throws {
        let value: Int? = try await Self.atOnce.within(60) {
            try await TestClock.waitForEver()
            return 7
        }
        #expect(value == nil)
        let task = Task { try await Self.never.within(60) { try await TestClock.waitForEver() } == nil }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
