import Companies
import Foundation
import Glibc
import JobHistory
import Jobs
import Postgres
import TestSupport

/// Mistakes on purpose: whoever checks must find them, or what it says of the other drills is worth nothing.
struct PlantedDrill: Drill {
    let name = "planted"
    let promise = "T-JOB-12: the checker finds two planted mistakes"

    func run(in arena: Arena) async throws -> Findings {
        var findings = Findings()
        try await writeOutsideTheFence(arena, &findings)
        try await acknowledgeWithoutTheAttempt(arena, &findings)
        return findings
    }

    /// The code of a job writes its effect in a transaction of its own, before the one that is fenced, and a stopped worker
    /// does so late.
    private func writeOutsideTheFence(_ arena: Arena, _ findings: inout Findings) async throws {
        let times = LeaseTimes(lease: 1_000, renewal: 250, rescue: 200)
        let jobs = (0..<10).map { number in
            Promise(
                DrillScript(key: "unfenced \(number)", milliseconds: 800, ending: .unfenced, isDeaf: true),
                in: arena.companies[number % arena.companies.count])
        }
        let zombie = try await arena.fleet.start("worker", "zombie", times.arguments + ["--slots", "20"])
        try await arena.producer.enqueue(jobs)
        try await DrillProblem.unless("all have begun", within: .seconds(20), every: .milliseconds(10)) {
            try await arena.ledger.notes("began") == jobs.count
        }
        await arena.fleet.signal(zombie, SIGSTOP)
        try await arena.fleet.start("worker", "healthy", times.arguments + ["--slots", "20"])
        try await arena.ledger.drained(within: .seconds(30))
        await arena.fleet.signal(zombie, SIGCONT)
        try await DrillProblem.unless("the stopped worker wrote", within: .seconds(20)) {
            try await arena.ledger.notes("fenced") == jobs.count
        }
        await arena.fleet.end()
        let rules = try await rules(arena)
        findings.expect("effects doubled by the first mistake", rules[.effectTwice] ?? 0, .exactly(Double(jobs.count)))
        findings.expect(
            "effects of an attempt that did not hold its job", rules[.strayEffect] ?? 0, .exactly(Double(jobs.count)))
    }

    /// The function that ends attempts looks neither at the attempt nor at the worker.
    private func acknowledgeWithoutTheAttempt(_ arena: Arena, _ findings: inout Findings) async throws {
        try await breakSettling(arena)
        let store = JobStore(database: arena.database, recordsAll: true)
        let company = arena.companies[0]
        let jobs = (0..<10).map { Promise(DrillScript(key: "broken \($0)"), in: company) }
        try await arena.producer.enqueue(jobs)
        let (late, holder) = (UUID(), UUID())
        let stale = try await claim(store, late)
        _ = try await arena.database.asWorker(
            Query<Ignored>("UPDATE job_workers SET lease_until = clock_timestamp() - interval '1 second'"))
        _ = try await store.rescue()
        _ = try await claim(store, holder)
        _ = try await store.settle(
            late, stale.map { Settlement(job: $0, verdict: .completed, spent: .zero) })
        let rules = try await rules(arena)
        findings.expect("ends said by others than the holder", rules[.notTheHolder] ?? 0, .exactly(Double(jobs.count)))
    }

    private func claim(_ store: JobStore, _ worker: UUID) async throws -> [ClaimedJob] {
        try await store.register(worker, name: "planted", settings: WorkerSettings())
        return try await store.claim(
            worker, queue: .standard, kinds: [DrillWork.kind], most: 10, after: nil, mostEach: 10, busy: [:])
    }

    private func breakSettling(_ arena: Arena) async throws {
        let owner = try await arena.test.owner()
        let definition =
            try await owner.fetch(
                Query<Single<String>>(
                    "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname = 'settle_jobs'")
            ).first?.value ?? ""
        guard let from = definition.range(of: "AND l.attempt = s.attempt"),
            let to = definition.range(of: "RETURNING", range: from.upperBound..<definition.endIndex)
        else { throw DrillProblem("settle_jobs has no check of the attempt to take away") }
        try await owner.runScript(
            definition.replacingCharacters(in: from.lowerBound..<to.lowerBound, with: ""))
        await owner.close()
    }

    private func rules(_ arena: Arena) async throws -> [HistoryViolation.Rule: Int] {
        HistoryChecker.violations(in: try await arena.ledger.history(), isDrained: false)
            .reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
    }
}
