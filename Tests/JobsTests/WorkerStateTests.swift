import Companies
import Foundation
import JobSimulation
import Testing

@testable import Jobs

@Suite struct WorkerStateTests {
    private typealias State = WorkerState<SimulatedInstant>

    private let start = SimulatedInstant(microseconds: 0)
    private let settings = WorkerSettings(slots: 4)

    private func at(_ seconds: Int) -> SimulatedInstant { start.advanced(by: .seconds(seconds)) }

    private func state() -> State { State(settings: settings, now: start) { $0.advanced(by: $1) } }

    private func job(_ number: Int, claimedAt: Int = 0) -> ClaimedJob {
        let claimedAt = Date(simulatedMicroseconds: claimedAt)
        return ClaimedJob(
            company: CompanyID(number: 0), id: JobID(number: number), kind: "probe", attempt: 1, mostAttempts: 3,
            arguments: "{}", readyAt: claimedAt, claimedAt: claimedAt)
    }

    private func released(_ actions: [State.Action]) -> [JobLease] {
        actions.flatMap { action -> [JobLease] in
            if case .settle(let batch) = action { return batch.filter { $0.verdict == .released }.map(\.job) }
            return []
        }
    }

    /// A claim whose answer was lost took jobs that nobody runs and that nobody frees as long as this worker lives.
    @Test func what_was_claimed_without_an_answer_is_handed_back() {
        var state = state()
        _ = state.tick(now: start)
        _ = state.claimFailed(of: .standard, asked: 4, now: at(1))
        let stray = HeldLease(job(1).lease)
        #expect(released(state.held([stray], now: at(2))) == [])
        #expect(released(state.held([stray], now: at(3))) == [stray.lease])
        // It is on its way.
        #expect(released(state.held([stray], now: at(4))) == [])
    }

    @Test func what_runs_or_has_just_ended_is_no_stray() {
        var state = state()
        _ = state.tick(now: start)
        _ = state.claimed([job(1)], of: .standard, asked: 4, now: at(1))
        // The next claim is under way, and may bring what the database has already.
        _ = state.held([HeldLease(job(2).lease)], now: at(2))
        _ = state.claimed([], of: .standard, asked: 3, now: at(2))
        _ = state.finished(job(1).id, .settled, spent: .zero, now: at(3))
        #expect(released(state.held([HeldLease(job(1).lease), HeldLease(job(2).lease)], now: at(3))) == [])
    }

    @Test func a_wish_to_cancel_is_about_one_attempt() {
        var state = state()
        _ = state.tick(now: start)
        _ = state.claimed([job(1, claimedAt: 5)], of: .standard, asked: 4, now: at(5))
        // Late answers: of an attempt before, and of a renewal that was sent before this one began.
        let before = HeldLease(job(1, claimedAt: 1).lease, isCancelRequested: true)
        #expect(!state.held([before], now: at(6)).contains(.cancel(job(1).id, .cancelled)))
        let late = state.renewed(cancelled: [job(1).id], sentAt: at(4), now: at(6))
        #expect(!late.contains(.cancel(job(1).id, .cancelled)))
        let now = HeldLease(job(1, claimedAt: 5).lease, isCancelRequested: true)
        #expect(state.held([now], now: at(7)).contains(.cancel(job(1).id, .cancelled)))
    }

    /// As a dictionary gives them they would come in another order in each process, and no run could be seen again.
    @Test func jobs_are_stopped_in_the_order_of_their_ids() {
        var state = state()
        _ = state.tick(now: start)
        _ = state.claimed([3, 1, 4, 2].map { job($0) }, of: .standard, asked: 4, now: at(1))
        _ = state.stop(now: at(2), grace: .seconds(1))
        let stopped = state.tick(now: at(4)).filter { if case .cancel = $0 { true } else { false } }
        #expect(stopped == (1...4).map { .cancel(JobID(number: $0), .workerStops) })
    }
}
