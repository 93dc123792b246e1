import Foundation
import Glibc
import Postgres

/// Workers are asked to stop, one after the other, under load (G-JOB-10, F-36).
struct RollingDrill: Drill {
    let name = "rolling"
    let promise = "G-JOB-10, F-36: rolling restarts under load; handed back jobs go on within 1 s, nothing twice"

    func run(in arena: Arena) async throws -> Findings {
        var random = arena.random
        let restarts = arena.form.pick(4, 70)
        let supply = Task { try await supplyJobs(arena) }
        for number in 0..<4 {
            try await arena.fleet.start("worker", "w\(number)", ["--grace", "300"], keeps: true)
        }
        try await arena.areUp()
        for restart in 0..<restarts {
            arena.progress.say("restart \(restart)", share: Double(restart) / Double(restarts))
            if let victim = await arena.fleet.names.randomElement(using: &random) {
                await arena.fleet.signal(victim, SIGTERM)
            }
            try await Task.sleep(for: .milliseconds(500))
        }
        supply.cancel()
        _ = await supply.result
        try await arena.ledger.drained(within: .seconds(60))
        var findings = Findings()
        try await arena.ledger.judge(&findings)
        findings.expect("restarts", await arena.fleet.deaths.count, .atLeast(Double(restarts) * 0.7))
        findings.expect("leases that had to be taken away", try await arena.ledger.events("rescued"), .exactly(0))
        findings.expect("executions nobody explains", try await arena.ledger.extraExecutions(), .exactly(0))
        let delays = try await arena.ledger.seconds(
            """
            SELECT extract(epoch FROM c.happened_at - r.happened_at)::double precision AS delay
            FROM job_events r CROSS JOIN LATERAL (
                SELECT happened_at FROM job_events c WHERE c.company_id = r.company_id AND c.job_id = r.job_id
                    AND c.event = 'claimed' AND c.happened_at > r.happened_at ORDER BY happened_at LIMIT 1) AS c
            WHERE r.event = 'released' ORDER BY delay DESC
            """)
        findings.tell("jobs handed back", delays.count)
        findings.expect("longest time until one went on, s", delays.first ?? 0, arena.form.limit(1))
        try await arena.ledger.checkHistory(&findings)
        return findings
    }

    /// Mostly short ones, and some that outlast the grace; never so many that a job handed back had to stand in line.
    private func supplyJobs(_ arena: Arena) async throws {
        var number = 0
        while !Task.isCancelled {
            let jobs = (0..<20).map { offset in
                Promise(
                    DrillScript(key: "job \(number + offset)", milliseconds: (number + offset) % 20 == 0 ? 2_000 : 5),
                    in: arena.companies[(number + offset) % arena.companies.count])
            }
            number += jobs.count
            try await arena.producer.enqueue(jobs)
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
