import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Jobs

/// Random histories in the database against `JobState`: after every step each job stands where the model says, and nothing
/// else moved (G-CON-01).
@Suite struct JobHistoryTests {
    private struct History {
        var states: [JobID: JobState] = [:]
        /// What each worker was given and may still speak about, however late. Its place here is the lease.
        var held: [(worker: Int, job: ClaimedJob)] = []
        var asked: Set<JobID> = []

        mutating func apply(_ event: JobState.Event, to job: JobID) -> Bool {
            guard let next = states[job]?.after(event) else { return false }
            states[job] = next
            return true
        }
    }

    private func standing(_ fixture: JobFixture) async throws -> [JobID: String] {
        struct Row: RowDecodable {
            let id: UUID
            let place: String
            init(row: inout RowReader) throws {
                id = try row.next()
                place = try row.next()
            }
        }
        let rows = try await fixture.companies.database.asWorker(
            Query<Row>(
                """
                SELECT job_id, 'ready ' || attempts FROM ready_jobs UNION ALL
                SELECT job_id, 'waiting ' || attempts FROM waiting_jobs UNION ALL
                SELECT job_id, 'running ' || attempt FROM job_leases UNION ALL
                SELECT job_id, state FROM job_outcomes
                """))
        let found = Dictionary(rows.map { (JobID(rawValue: $0.id), $0.place) }) { "\($0) and \($1)" }
        #expect(found.count == rows.count, "a job stands in two places")
        return found
    }

    private func word(_ state: JobState) -> String {
        switch state {
        case .ready(let attempts): "ready \(attempts)"
        case .waiting(let attempts): "waiting \(attempts)"
        case .running(let attempt, _): "running \(attempt)"
        case .completed: "completed"
        case .cancelled: "cancelled"
        case .dead: "dead"
        }
    }

    @Test(arguments: UInt64(1)...12)
    func every_history_is_one_the_model_allows(_ seed: UInt64) async throws {
        try await JobFixture.with { fixture in
            var random = SeededRandom(seed: seed)
            var history = History()
            var workers = [try await fixture.worker(), try await fixture.worker()]
            for step in 0..<60 {
                switch Int.random(in: 0..<8, using: &random) {
                case 0:
                    let company = Bool.random(using: &random) ? fixture.harbor : fixture.kestrel
                    for id in try await fixture.enqueue(0..<3, in: company) { history.states[id] = .ready(attempts: 0) }
                case 1, 2:
                    let worker = Int.random(in: 0..<workers.count, using: &random)
                    for job in try await fixture.claim(workers[worker], most: 2) {
                        let lease = history.held.count
                        let wasReady = history.apply(.claimed(lease: lease), to: job.id)
                        #expect(wasReady, "claimed what was not ready")
                        #expect(history.states[job.id] == .running(attempt: job.attempt, lease: lease))
                        history.held.append((worker, job))
                        history.asked.remove(job.id)
                    }
                case 3, 4:
                    // Also attempts that were taken away long ago, and ends that were told already.
                    guard let lease = history.held.indices.randomElement(using: &random) else { continue }
                    let (worker, job) = history.held[lease]
                    let verdicts: [JobVerdict] = [
                        .completed, .dead(reason: "x"), .retry(after: .zero, reason: "x"), .snoozed(.zero), .released,
                    ]
                    let verdict = verdicts.randomElement(using: &random) ?? .completed
                    let accepted = try await fixture.settle(workers[worker], [job], verdict)
                    var said = verdict.word
                    if history.asked.contains(job.id), !["completed", "dead"].contains(said) { said = "cancelled" }
                    let allowed = history.apply(.settled(lease: lease, word: said), to: job.id)
                    #expect(accepted.contains(job.id) == allowed, "seed \(seed) step \(step): \(verdict.word)")
                case 5:
                    let worker = Int.random(in: 0..<workers.count, using: &random)
                    try await fixture.expire(workers[worker])
                    _ = try await fixture.store.rescue(crashes: 100)
                    for (id, state) in history.states {
                        if case .running(let attempt, let lease) = state, history.held[lease].worker == worker {
                            let isOver = history.asked.contains(id)
                            history.states[id] = isOver ? .cancelled : .ready(attempts: attempt)
                        }
                    }
                    // A worker that comes back is another one.
                    workers.append(try await fixture.worker())
                case 6:
                    _ = try await fixture.store.promote()
                    for (id, state) in history.states {
                        if case .waiting = state { _ = history.apply(.due, to: id) }
                    }
                default:
                    guard
                        let id = history.states.keys.sorted(by: { $0.description < $1.description }).randomElement(
                            using: &random)
                    else { continue }
                    let action: JobAction = Bool.random(using: &random) ? .cancel : .replay
                    for company in [fixture.harbor, fixture.kestrel] {
                        _ = try await fixture.companies.database.transaction(in: company.id) { transaction in
                            try await transaction.perform(action, on: [id])
                        }
                    }
                    if action == .cancel {
                        if case .running = history.states[id] { history.asked.insert(id) }
                        _ = history.apply(.cancelRequested, to: id)
                    } else if case .waiting = history.states[id] {
                        _ = history.apply(.due, to: id)
                    } else {
                        _ = history.apply(.replayed, to: id)
                    }
                }
                let expected = history.states.mapValues(word)
                let found = try await standing(fixture)
                #expect(found == expected, "seed \(seed), step \(step)")
            }
        }
    }
}
