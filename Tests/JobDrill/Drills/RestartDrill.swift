import Foundation
import Glibc
import Postgres
import TestSupport

/// The server crashes again and again, stays away, loses its sessions, and one of them falls silent (T-JOB-04, F-04 to F-06,
/// F-09, F-10, F-17).
struct RestartDrill: Drill {
    let name = "restarts"
    let promise = "T-JOB-04, F-04…06, F-09, F-10, F-17: PostgreSQL crashes and cut commits under load"

    private static let times = LeaseTimes(lease: 6_000, renewal: 2_000, rescue: 500)

    func run(in arena: Arena) async throws -> Findings {
        let cutter = try await CommitCutter(in: arena.test)
        let cutting = Task { await cutter.run() }
        defer { cutting.cancel() }
        for number in 0..<3 {
            try await arena.fleet.start("worker", "w\(number)", ["--connections", "6"] + Self.times.arguments)
        }
        try await arena.areUp()
        let supply = Task { try await supplyJobs(arena) }
        var findings = Findings()
        try await crash(arena, &findings)
        try await loseSessions(arena, &findings)
        if arena.form == .full {
            try await stayAway(arena, &findings)
            try await fallSilent(arena)
        }
        supply.cancel()
        _ = await supply.result
        try await cutter.calm()
        try await arena.ledger.drained(within: .seconds(90))
        try await arena.ledger.judge(&findings)
        try await tellUnknown(arena, &findings)
        findings.expect("processes that died", await arena.fleet.deaths.count, .exactly(0))
        try await arena.ledger.checkHistory(&findings)
        return findings
    }

    private func crash(_ arena: Arena, _ findings: inout Findings) async throws {
        let crashes = arena.form.pick(1, 10)
        var slowest = 0.0
        for crash in 0..<crashes {
            arena.progress.say("crash \(crash + 1) of \(crashes)", share: Double(crash) / Double(crashes + 4))
            try await Task.sleep(for: .seconds(arena.form.pick(2, 4)))
            try await arena.cluster.crash()
            try await arena.cluster.start()
            slowest = max(slowest, try await secondsUntilWorkGoesOn(arena))
        }
        findings.tell("crashes of the server", crashes)
        findings.expect("longest until a job was done after one, s", slowest, arena.form.limit(5))
    }

    private func secondsUntilWorkGoesOn(_ arena: Arena) async throws -> Double {
        let back = ContinuousClock.now
        let moment = Date()
        try await DrillProblem.unless(
            "work goes on after the server is back", within: .seconds(60), every: .milliseconds(50)
        ) {
            try await arena.ledger.count("SELECT count(*) FROM job_outcomes WHERE finished_at > \(moment)") > 0
        }
        return (ContinuousClock.now - back) / .seconds(1)
    }

    /// Five sessions a second are ended.
    private func loseSessions(_ arena: Arena, _ findings: inout Findings) async throws {
        let owner = try await arena.test.owner()
        var ended = 0
        for _ in 0..<arena.form.pick(5, 50) {
            arena.progress.say("sessions are ended", share: 0.7)
            ended += try await owner.fetch(
                Query<Single<Bool>>(
                    """
                    SELECT pg_terminate_backend(pid) FROM (
                        SELECT pid FROM pg_stat_activity
                        WHERE datname = current_database() AND application_name LIKE 'w%' ORDER BY random() LIMIT 1) AS one
                    """)
            ).count
            try await Task.sleep(for: .milliseconds(200))
        }
        await owner.close()
        findings.tell("sessions ended", ended)
    }

    /// Whoever waits for a server must not keep the processor busy.
    private func stayAway(_ arena: Arena, _ findings: inout Findings) async throws {
        arena.progress.say("the server is away", share: 0.8)
        try await arena.cluster.stop()
        let before = try await processorTime(arena)
        let seconds = 15.0
        try await Task.sleep(for: .seconds(seconds))
        let used = try await processorTime(arena) - before
        try await arena.cluster.start()
        findings.expect("processor of a worker while the server was away, %", used / seconds / 3 * 100, .atMost(5))
        findings.expect(
            "until a job was done after it, s", try await secondsUntilWorkGoesOn(arena), arena.form.limit(5))
    }

    private func processorTime(_ arena: Arena) async throws -> Double {
        var sum = 0.0
        for name in await arena.fleet.names { sum += await arena.fleet.pid(name).flatMap(ProcessorTime.used) ?? 0 }
        return sum
    }

    /// The server's side of three idle sessions stops, as if their packets were dropped, and wakes up when nobody listens any
    /// more. Idle ones, because a stopped one may hold what all others need.
    private func fallSilent(_ arena: Arena) async throws {
        arena.progress.say("sessions fall silent", share: 0.9)
        let owner = try await arena.test.owner()
        let silent = try await owner.fetch(
            Query<Single<Int>>(
                """
                SELECT pid::bigint FROM pg_stat_activity
                WHERE datname = current_database() AND application_name LIKE 'w%' AND state = 'idle' ORDER BY random() LIMIT 3
                """)
        ).map { Int32($0.value) }
        for pid in silent { kill(pid, SIGSTOP) }
        try? await Task.sleep(for: .seconds(25))
        for pid in silent { kill(pid, SIGCONT) }
        await owner.close()
    }

    private func tellUnknown(_ arena: Arena, _ findings: inout Findings) async throws {
        let committed = try await arena.ledger.count(
            """
            SELECT count(*) FROM drill_notes n WHERE what = 'unknown' AND EXISTS (
                SELECT FROM drill_effects e WHERE e.job_id = n.job_id AND e.attempt = n.attempt)
            """)
        findings.expect("commits nobody answered for that had happened", committed, .atLeast(1))
        findings.tell(
            "commits nobody answered for that had not", try await arena.ledger.notes("unknown") - committed)
        findings.tell("claims nobody heard of, handed back", try await arena.ledger.events("released"))
        findings.tell("leases that had to be taken away", try await arena.ledger.events("rescued"))
    }

    private func supplyJobs(_ arena: Arena) async throws {
        var number = 0
        while !Task.isCancelled {
            if let living = try? await arena.ledger.living(), living < arena.form.pick(120, 400) {
                let jobs = (0..<40).map { offset in
                    Promise(
                        DrillScript(
                            key: "job \(number + offset)", milliseconds: 1 + offset,
                            ending: offset % 4 == 0 ? .once : .complete),
                        in: arena.companies[(number + offset) % arena.companies.count])
                }
                number += jobs.count
                try await arena.producer.enqueue(jobs)
            }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
