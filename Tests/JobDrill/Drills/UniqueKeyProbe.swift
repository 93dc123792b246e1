import Companies
import Foundation
import Jobs

/// Leads a job with a unique key through its states and asks in each whether another one may have the key.
struct UniqueKeyProbe {
    enum Ending: String, CaseIterable { case completed, dead, cancelled }

    let arena: Arena
    let company: CompanyID

    func wrongAnswers(endingAs ending: Ending) async throws -> Int {
        let key = "probe \(ending.rawValue)"
        let store = JobStore(database: arena.database, recordsAll: true)
        let worker = UUID()
        try await store.register(worker, name: "probe", settings: WorkerSettings())
        var answers: [(isFree: Bool, mustBe: Bool)] = []
        let first = try await ask(key)
        answers.append((first != nil, true))
        answers.append((try await ask(key) != nil, false))
        for verdict in [JobVerdict.snoozed(.zero), .retry(after: .zero, reason: "probe")] {
            let job = try await claim(store, worker)
            answers.append((try await ask(key) != nil, false))
            _ = try await store.settle(worker, [Settlement(job: job, verdict: verdict, spent: .zero)])
            answers.append((try await ask(key) != nil, false))
            _ = try await store.promote()
        }
        let job = try await claim(store, worker)
        switch ending {
        case .completed: _ = try await store.settle(worker, [Settlement(job: job, verdict: .completed, spent: .zero)])
        case .dead:
            _ = try await store.settle(worker, [Settlement(job: job, verdict: .dead(reason: "probe"), spent: .zero)])
        case .cancelled:
            _ = try await store.settle(worker, [Settlement(job: job, verdict: .released, spent: .zero)])
            try await perform(.cancel, on: job.id)
        }
        answers.append((try await ask(key) != nil, true))
        // Its key is somebody else's by now, so it cannot come back.
        try await perform(.replay, on: job.id)
        let next = try await claim(store, worker)
        answers.append((next.id == job.id, false))
        _ = try await store.settle(worker, [Settlement(job: next, verdict: .completed, spent: .zero)])
        return answers.count { $0.isFree != $0.mustBe }
    }

    private func ask(_ key: String) async throws -> JobID? {
        try await arena.database.transaction(in: company) { transaction in
            try await transaction.enqueue(
                DrillFragile(script: DrillScript(key: key)), EnqueueOptions(uniqueKey: key))
        }
    }

    private func perform(_ action: JobAction, on job: JobID) async throws {
        try await arena.database.transaction(in: company) { _ = try await $0.perform(action, on: [job]) }
    }

    private func claim(_ store: JobStore, _ worker: UUID) async throws -> ClaimedJob {
        let jobs = try await store.claim(
            worker, queue: .standard, kinds: [DrillFragile.kind], most: 1, after: nil, mostEach: 10, busy: [:])
        guard let job = jobs.first else { throw DrillProblem("the probe's job could not be claimed") }
        return job
    }
}
