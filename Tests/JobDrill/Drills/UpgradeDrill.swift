import Postgres

/// Workers of two versions side by side (T-JOB-11).
struct UpgradeDrill: Drill {
    let name = "upgrade"
    let promise = "T-JOB-11: a worker leaves kinds it does not know to those that do"

    func run(in arena: Arena) async throws -> Findings {
        let count = arena.form.pick(40, 500)
        let known = (0..<count).map { number in
            Promise(
                DrillScript(key: "known \(number)", milliseconds: 2),
                in: arena.companies[number % arena.companies.count])
        }
        let unknown = (0..<count).map { number in
            Promise(
                DrillScript(key: "unknown \(number)", milliseconds: 2), of: DrillNovelty.self,
                in: arena.companies[number % arena.companies.count])
        }
        for number in 0..<2 {
            try await arena.fleet.start("worker", "old\(number)", ["--without", DrillNovelty.kind])
        }
        try await arena.producer.enqueue(unknown)
        try await arena.producer.enqueue(known)
        try await DrillProblem.unless("what the old version knows is done", within: .seconds(30)) {
            try await arena.ledger.count("SELECT count(*) FROM job_outcomes") == count
        }
        // Time enough to look at the others, too.
        try await Task.sleep(for: .seconds(2))
        var findings = Findings()
        findings.expect(
            "unknown jobs untouched while only old workers run",
            try await arena.ledger.count(
                "SELECT count(*) FROM ready_jobs WHERE kind = \(DrillNovelty.kind) AND attempts = 0"),
            .exactly(Double(count)))
        try await arena.fleet.start("worker", "new", [])
        try await arena.ledger.drained(within: .seconds(60))
        findings.expect(
            "unknown jobs run by an old worker",
            try await arena.ledger.count(
                "SELECT count(*) FROM drill_notes WHERE key LIKE 'unknown%' AND process LIKE 'old%'"), .exactly(0))
        try await arena.ledger.judge(&findings)
        try await arena.ledger.checkHistory(&findings)
        return findings
    }
}
