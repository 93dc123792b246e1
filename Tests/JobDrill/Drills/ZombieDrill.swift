import Companies
import Glibc
import Jobs
import Postgres

/// Workers are stopped past their lease and continued; what they say late is refused (T-JOB-03, F-03).
///
/// A trial is a job whose code goes on after the stop and tries to write its effect, deaf to the worker that tells it to stop.
struct ZombieDrill: Drill {
    let name: String
    let promise: String
    let times: LeaseTimes
    let rounds: (short: Int, full: Int)

    static let quick = ZombieDrill(
        name: "zombies", promise: "T-JOB-03, F-03: SIGSTOP for twice a lease of 1 s",
        times: LeaseTimes(lease: 1_000, renewal: 250, rescue: 200), rounds: (1, 10))
    static let product = ZombieDrill(
        name: "zombies-long", promise: "T-JOB-03: SIGSTOP for 60 s, twice the product's lease", times: .product,
        rounds: (0, 1))

    private static let slots = 50
    private static let processes = 2
    private static var trials: Int { slots * processes }

    func run(in arena: Arena) async throws -> Findings {
        let rounds = arena.form.pick(self.rounds.short, self.rounds.full)
        var refused = 0
        for round in 0..<rounds {
            arena.progress.say("round \(round + 1) of \(rounds)", share: Double(round) / Double(rounds))
            refused += try await self.round(round, arena)
        }
        try await arena.ledger.drained(within: .seconds(90))
        var findings = Findings()
        try await arena.ledger.judge(&findings)
        let trials = Double(rounds * Self.trials)
        findings.expect("zombies that tried to write", try await arena.ledger.notes("fenced"), .exactly(trials))
        findings.expect("late acknowledgements refused", refused, .exactly(trials))
        findings.expect("leases taken from the stopped", try await arena.ledger.events("rescued"), .atLeast(trials))
        try await arena.ledger.checkHistory(&findings)
        return findings
    }

    /// - Returns: late acknowledgements that were refused.
    private func round(_ round: Int, _ arena: Arena) async throws -> Int {
        let promises = (0..<Self.trials).map { number in
            Promise(
                DrillScript(key: "\(round) \(number)", milliseconds: 2_000, laterMilliseconds: 5, isDeaf: true),
                in: arena.companies[number % arena.companies.count])
        }
        let arguments = times.arguments + ["--slots", "\(Self.slots)"]
        var zombies: [String] = []
        for number in 0..<Self.processes {
            zombies.append(
                try await arena.fleet.start("worker", "zombie\(number)", arguments + ["--connections", "12"]))
        }
        try await arena.areUp(zombies)
        try await arena.producer.enqueue(promises)
        try await DrillProblem.unless("all jobs of a round have begun", within: .seconds(20), every: .milliseconds(10))
        {
            try await arena.ledger.count(
                "SELECT count(*) FROM drill_notes WHERE what = 'began' AND attempt = 1") >= (round + 1) * Self.trials
        }
        for zombie in zombies { await arena.fleet.signal(zombie, SIGSTOP) }
        let stopped = ContinuousClock.now
        let held = try await heldAttempts(arena)
        try await arena.fleet.start("worker", "healthy", arguments + ["--connections", "12"])
        try await arena.ledger.drained(within: .milliseconds(times.lease * 3 + 30_000))
        let rest = stopped + .milliseconds(times.lease * 2) - .now
        if rest > .zero { try await Task.sleep(for: rest) }
        for zombie in zombies { await arena.fleet.signal(zombie, SIGCONT) }
        try await DrillProblem.unless("every zombie tried to write", within: .seconds(30)) {
            try await arena.ledger.notes("fenced") >= (round + 1) * Self.trials
        }
        let refused = try await acknowledgeLate(held, arena)
        for place in ["zombie0", "zombie1", "healthy"] { await arena.fleet.end(place) }
        return refused
    }

    private func heldAttempts(_ arena: Arena) async throws -> [HeldAttempt] {
        try await arena.database.asWorker(
            Query<HeldAttempt>(
                "SELECT company_id, job_id, attempt, claimed_at, worker_id FROM job_leases WHERE attempt = 1"))
    }

    /// Says of every attempt, as its worker would, that it is done.
    private func acknowledgeLate(_ held: [HeldAttempt], _ arena: Arena) async throws -> Int {
        let store = JobStore(database: arena.database, recordsAll: true)
        var accepted = 0
        for (worker, attempts) in Dictionary(grouping: held, by: \.worker) {
            accepted += try await store.settle(
                worker, attempts.map { Settlement(job: $0.job, verdict: .completed, spent: .zero) }
            ).count
        }
        return held.count - accepted
    }
}
