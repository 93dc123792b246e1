import Companies
import Foundation
import Testing

@testable import Jobs

/// When a worker asks for jobs.
@Suite struct WorkerAskingTests {
    private typealias State = WorkerState<Double>

    private func jobs(_ count: Int) -> [ClaimedJob] {
        (0..<count).map { _ in
            ClaimedJob(
                company: CompanyID(rawValue: UUID()), id: JobID(), kind: "probe", attempt: 1, mostAttempts: 1,
                arguments: "{}", readyAt: Date(), claimedAt: Date())
        }
    }

    private func claims(_ actions: [State.Action]) -> [Int] {
        actions.compactMap { if case .claim(_, let most, _, _) = $0 { most } else { nil } }
    }

    /// A worker of 32 places that are all taken.
    private func busy() -> (State, [ClaimedJob]) {
        var state = State(settings: WorkerSettings(slots: 32), now: 0) { $0 + $1 / .seconds(1) }
        #expect(claims(state.tick(now: 0)) == [32])
        let running = jobs(32)
        #expect(claims(state.claimed(running, of: .standard, asked: 32, now: 0)) == [])
        return (state, running)
    }

    @Test func a_busy_worker_asks_for_an_eighth_of_its_places_at_once() {
        var (state, running) = busy()
        let asked = running.prefix(4).map { claims(state.finished($0.id, .settled, spent: .zero, now: 0.1)) }
        #expect(asked == [[], [], [], [4]])
    }

    @Test func one_free_place_is_enough_when_somebody_says_that_there_is_work() {
        var (state, running) = busy()
        #expect(claims(state.finished(running[0].id, .settled, spent: .zero, now: 0.1)) == [])
        #expect(claims(state.woken(.standard, now: 0.1)) == [1])
        _ = state.claimed(jobs(1), of: .standard, asked: 1, now: 0.2)
        #expect(claims(state.finished(running[1].id, .settled, spent: .zero, now: 0.3)) == [])
        #expect(claims(state.tick(now: 1.3)) == [1], "and when a while has passed")
    }

    /// Each of three queues holds more than the worker will ever do.
    @Test func queues_that_never_become_empty_share_the_places() {
        let queues = ["a", "b", "c"].map(JobQueue.init(rawValue:))
        var state = State(settings: WorkerSettings(queues: queues, slots: 8), now: 0) { $0 + $1 / .seconds(1) }
        var (started, running): ([JobQueue: Int], [ClaimedJob]) = ([:], [])
        var asked: [State.Action] = state.tick(now: 0)
        for round in 1...300 {
            for case .claim(let queue, let most, _, _) in asked {
                let found = jobs(most)
                started[queue, default: 0] += most
                running += found
                _ = state.claimed(found, of: queue, asked: most, now: Double(round))
            }
            #expect(running.count <= 8)
            asked = state.finished(running.removeFirst().id, .settled, spent: .zero, now: Double(round))
        }
        let counts = queues.map { started[$0] ?? 0 }
        #expect(counts.allSatisfy { (90...120).contains($0) }, "\(counts)")
    }
}
