import Synchronization
import Testing

@testable import Ingestion

/// Who waits for another's work gets the end of it, and nobody is bound to one who gave up.
@Suite struct SingleFlightTests {
    /// A flag that one task sets and others look at.
    private final class Flag: Sendable {
        private let value = Mutex(false)

        func set() { value.withLock { $0 = true } }

        func wait() async throws {
            while !value.withLock({ $0 }) {
                try Task.checkCancellation()
                await Task.yield()
            }
        }
    }

    private func answer(_ flight: SingleFlight<String>, _ value: Int) async throws -> Int {
        while true {
            if let answer = try await flight.run("a", { value }) { return answer }
        }
    }

    @Test func whoever_gives_up_leaves_it_to_the_next() async throws {
        let (flight, hasBegun, never) = (SingleFlight<String>(), Flag(), Flag())
        let first = Task {
            try await flight.run("a") {
                hasBegun.set()
                try await never.wait()
                return 1
            }
        }
        try await hasBegun.wait()
        let second = Task { try await answer(flight, 7) }
        first.cancel()
        await #expect(throws: CancellationError.self) { _ = try await first.value }
        #expect(try await second.value == 7)
    }

    @Test func whoever_waits_may_give_up_at_any_time() async throws {
        let (flight, hasBegun, isOver) = (SingleFlight<String>(), Flag(), Flag())
        let first = Task {
            try await flight.run("a") {
                hasBegun.set()
                try await isOver.wait()
                return 1
            }
        }
        try await hasBegun.wait()
        let second = Task { try await answer(flight, 2) }
        second.cancel()
        await #expect(throws: CancellationError.self) { _ = try await second.value }
        // Another thing is not waited for at all.
        #expect(try await flight.run("b", { 3 }) == 3)
        isOver.set()
        #expect(try await first.value == 1)
        #expect(try await answer(flight, 4) == 4)
    }

    @Test func what_goes_wrong_is_told_and_is_over() async throws {
        struct Broken: Error {}
        let flight = SingleFlight<String>()
        await #expect(throws: Broken.self) {
            _ = try await flight.run("a") { () async throws -> Int in throw Broken() }
        }
        #expect(try await answer(flight, 5) == 5)
    }
}
