import Glibc
import Postgres
import TestSupport

/// A worker is stopped inside the transactions that end its jobs, and holds their rows (F-03, T-JOB-03).
struct FrozenDrill: Drill {
    let name = "frozen"
    let promise = "F-03: a worker stopped in the middle of its commits holds up no orphan of another, and its jobs 20 s"

    private static let jobs = 6

    func run(in arena: Arena) async throws -> Findings {
        let arguments = LeaseTimes.quick.arguments + ["--slots", "8", "--connections", "12"]
        let frozen = try await arena.fleet.start("worker", "frozen", arguments)
        try await arena.areUp()
        try await arena.producer.enqueue(
            promises("held", DrillScript(key: "", laterMilliseconds: 5, isDeaf: true, lingers: 8_000), arena))
        try await inTransaction(Self.jobs, of: frozen, arena)
        await arena.fleet.signal(frozen, SIGSTOP)
        let victim = try await arena.fleet.start("worker", "victim", arguments)
        try await arena.areUp([victim])
        try await arena.producer.enqueue(
            promises("orphaned", DrillScript(key: "", milliseconds: 60_000, laterMilliseconds: 5), arena))
        try await DrillProblem.unless("all have begun", within: .seconds(10)) {
            try await arena.ledger.notes("began") == 2 * Self.jobs
        }
        await arena.fleet.signal(victim, SIGKILL)
        try await arena.fleet.start("worker", "healthy", arguments)
        arena.progress.say("the server ends the stopped sessions", share: 0.3)
        try await arena.ledger.drained(within: .seconds(45))
        await arena.fleet.signal(frozen, SIGCONT)
        try await DrillProblem.unless("the stopped worker heard that its commits failed", within: .seconds(20)) {
            try await arena.ledger.notes("unknown") == Self.jobs
        }
        var findings = Findings()
        try await arena.ledger.judge(&findings)
        let delays = try await arena.ledger.orphanDelays(await arena.fleet.deaths)
        findings.expect("orphans of the other worker restarted", delays.count, .exactly(Double(Self.jobs)))
        findings.expect("longest restart of one, s", delays.max() ?? 0, arena.form.limit(4))
        findings.expect(
            "transactions the server ended", try await arena.ledger.notes("unknown"), .exactly(Double(Self.jobs)))
        try await arena.ledger.checkHistory(&findings)
        return findings
    }

    private func promises(_ word: String, _ script: DrillScript, _ arena: Arena) -> [Promise<DrillWork>] {
        (0..<Self.jobs).map { number in
            var script = script
            script.key = "\(word) \(number)"
            return Promise(script, in: arena.companies[number % arena.companies.count])
        }
    }

    private func inTransaction(_ count: Int, of process: String, _ arena: Arena) async throws {
        let owner = try await arena.test.owner()
        try await DrillProblem.unless("its transactions are open", within: .seconds(20), every: .milliseconds(10)) {
            let rows = try await owner.fetch(
                Query<Single<Int>>(
                    """
                    SELECT count(*) FROM pg_stat_activity
                    WHERE application_name = \(process) AND state = 'idle in transaction'
                    """))
            return (rows.first?.value ?? 0) >= count
        }
        await owner.close()
    }
}
