import Postgres

/// Jobs that fail a number of times, put themselves off, or never succeed: attempts are counted exactly (T-JOB-08).
struct RetryDrill: Drill {
    let name = "retry"
    let promise = "T-JOB-08: attempts are counted exactly; delays themselves are a unit test's"

    func run(in arena: Arena) async throws -> Findings {
        let count = arena.form.pick(60, 600)
        let failing = (0..<count).map { number in
            Promise(
                DrillScript(key: "fails \(number)", milliseconds: 1, failures: number % 5, snoozes: number % 3),
                in: arena.companies[number % arena.companies.count])
        }
        let hopeless = (0..<count / 10).map { number in
            Promise(
                DrillScript(key: "hopeless \(number)", failures: 1_000), of: DrillFragile.self,
                in: arena.companies[number % arena.companies.count], expected: 0)
        }
        for number in 0..<2 { try await arena.fleet.start("worker", "w\(number)", []) }
        try await arena.producer.enqueue(failing)
        try await arena.producer.enqueue(hopeless)
        try await arena.ledger.drained(within: .seconds(90))
        var findings = Findings()
        try await arena.ledger.judge(&findings)
        findings.expect(
            "jobs with another number of attempts than planned",
            try await arena.ledger.count(
                """
                SELECT count(*) FROM job_outcomes o JOIN jobs j USING (company_id, job_id)
                WHERE o.state = 'completed' AND o.attempts <> 1 + (j.arguments::jsonb #>> '{script,failures}')::bigint
                """), .exactly(0))
        findings.expect(
            "executions more or fewer than planned",
            try await arena.ledger.count(
                """
                SELECT count(*) FROM (SELECT job_id, count(*) AS times FROM drill_notes WHERE what = 'began' GROUP BY job_id) AS b
                JOIN jobs j USING (job_id) WHERE j.kind = \(DrillWork.kind)
                    AND b.times <> 1 + (j.arguments::jsonb #>> '{script,failures}')::bigint
                        + (j.arguments::jsonb #>> '{script,snoozes}')::bigint
                """), .exactly(0))
        findings.expect(
            "hopeless jobs dead after exactly three",
            try await arena.ledger.count("SELECT count(*) FROM job_outcomes WHERE state = 'dead' AND attempts = 3"),
            .exactly(Double(hopeless.count)))
        try await arena.ledger.checkHistory(&findings)
        return findings
    }
}
