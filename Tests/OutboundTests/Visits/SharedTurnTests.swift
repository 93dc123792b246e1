import Foundation
import Outbound
import Synchronization
import TestSupport
import Testing

/// Processes that take the turns of a host from one store: its answers are the test's, and time goes by waiting alone.
@Suite struct SharedTurnTests {
    /// A site, the store, and as many processes as are wanted, each with a memory of its own.
    private struct World: Sendable {
        /// When the site was asked, in seconds from the beginning.
        final class Times: Sendable {
            private let kept = Mutex<[Double]>([])

            var all: [Double] { kept.withLock { $0 } }

            /// - Returns: how many there were before.
            func add(_ seconds: Double) -> Int {
                kept.withLock { kept in
                    kept.append(seconds)
                    return kept.count - 1
                }
            }
        }

        let port: Int
        let clock: TestClock
        let store: TurnStore
        let times: Times

        /// - Parameter steps: what the site does, given how often it was asked before.
        static func with(
            site steps: @escaping @Sendable (Int) -> [FakeSite.Step] = { _ in [.answer()] },
            _ body: (World) async throws -> Void
        ) async throws {
            let (clock, times) = (TestClock(VisitFixture.noon), Times())
            try await FakeSite.with { _ in
                steps(times.add(clock.now.timeIntervalSince(VisitFixture.noon)))
            } _: { site in
                try await body(World(port: site.port, clock: clock, store: TurnStore(clock: clock), times: times))
            }
        }

        /// - Parameter alarm: what ends the wait for an answer of the store; nothing, unless a test is about that.
        func process(alarm: @escaping VisitFixture.Alarm = VisitFixture.never) throws -> Visitor {
            let (clock, address) = (clock, try #require(NetworkAddress("127.0.0.1", port: port)))
            return Visitor(
                client: WebClient(userAgent: "t", reach: Reach(named: [address])), agent: "Tidemark", turns: store,
                now: { clock.now }, sleep: { clock.advance(by: $0 / .seconds(1)) }, alarm: alarm,
                random: { $0.upperBound })
        }

        /// As the store knows the site.
        var host: String { "127.0.0.1:\(port)" }

        @discardableResult
        func visit(_ visitor: Visitor, patience: Double = 300) async throws -> Visit {
            var policy = VisitPolicy()
            policy.honoursRobots = false
            policy.gap = 2
            policy.mostRetries = 0
            policy.patience = patience
            return try await visitor.visit(
                WebRequest(try WebAddress("http://\(host)/")), within: .any, policy: policy, limits: .patient)
        }
    }

    @Test func two_processes_keep_to_one_pace() async throws {
        try await World.with { world in
            let (one, other) = (try world.process(), try world.process())
            for visitor in [one, other, one, other, other] { try await world.visit(visitor) }
            #expect(world.times.all == [0, 2, 4, 6, 8])
        }
    }

    @Test func a_store_that_answers_late_makes_a_visit_later_and_never_early() async throws {
        try await World.with { world in
            world.store.fill(world.host, seconds: 5)
            world.store.answer(.late(3))
            try await world.visit(try world.process())
            #expect(world.times.all == [8])
        }
    }

    @Test func a_turn_beyond_all_patience_ends_the_visit_and_is_left_to_others() async throws {
        try await World.with { world in
            world.store.fill(world.host, seconds: 100)
            let (one, other) = (try world.process(), try world.process())
            for visitor in [one, other, one] {
                let failure = await #expect(throws: VisitFailure.self) { try await world.visit(visitor, patience: 60) }
                guard case .notNow(.line, let seconds)? = failure else {
                    Issue.record("\(String(describing: failure))")
                    return
                }
                #expect((90...100).contains(seconds) && world.times.all.isEmpty)
            }
            // Whoever waits for it has the first of the turns that those went away from.
            try await world.visit(other, patience: 100)
            #expect(world.times.all == [100])
        }
    }

    @Test func a_store_that_does_not_answer_is_not_waited_for_beyond_all_patience() async throws {
        try await World.with { world in
            let visitor = try world.process(alarm: { _ in })
            world.store.answer(.silence)
            await #expect(throws: VisitFailure.notNow(.line, seconds: 60)) {
                try await world.visit(visitor, patience: 60)
            }
            #expect(world.times.all.isEmpty)
            // It took no place with it.
            try await world.visit(visitor)
            #expect(world.times.all.count == 1)
        }
    }

    @Test func a_store_that_fails_ends_the_visit_and_is_not_held_against_the_site() async throws {
        try await World.with { world in
            let visitor = try world.process()
            for _ in 0..<8 {
                world.store.answer(.failure)
                await #expect(throws: TurnStore.Failure.self) { try await world.visit(visitor) }
            }
            #expect(world.times.all.isEmpty)
            try await world.visit(visitor)
            #expect(world.times.all.count == 1)
        }
    }

    @Test func a_probe_that_got_no_turn_is_made_by_the_next_visit() async throws {
        try await World.with(site: { $0 < 5 ? [.answer("500 Oops")] : [.answer()] }) { world in
            let visitor = try world.process()
            for _ in 0..<5 {
                await #expect(throws: VisitFailure.faulty(status: 500)) { try await world.visit(visitor) }
            }
            world.clock.advance(by: 900)
            world.store.answer(.failure)
            await #expect(throws: TurnStore.Failure.self) { try await world.visit(visitor) }
            try await world.visit(visitor)
            #expect(world.times.all.count == 6)
        }
    }

    @Test func whoever_is_called_off_while_the_store_is_silent_makes_room() async throws {
        try await World.with { world in
            let visitor = try world.process()
            world.store.answer(.silence)
            let first = Task { try await world.visit(visitor) }
            while world.store.asked == 0 { await Task.yield() }
            first.cancel()
            await #expect(throws: CancellationError.self) { try await first.value }
            try await world.visit(visitor)
            #expect(world.times.all.count == 1)
        }
    }
}
