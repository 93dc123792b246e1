import Companies
import Foundation
import Postgres

/// One company has a mountain of work, another a job now and then (T-JOB-10); and jobs that stand behind others do not
/// starve.
struct FairnessDrill: Drill {
    let name = "fairness"
    let promise = "T-JOB-10: another company's job starts within 1 s beside 100 000; nothing starves"

    func run(in arena: Arena) async throws -> Findings {
        var random = arena.random
        let mountain = arena.form.pick(5_000, 100_000)
        let asked = arena.form.pick(12, 200)
        let big = arena.companies[0]
        let small = arena.companies[1]
        let load = (0..<mountain).map {
            Promise(DrillScript(key: "big \($0)", milliseconds: Int.random(in: 1...50, using: &random)), in: big)
        }
        arena.progress.say("\(mountain) jobs are being enqueued", share: 0)
        try await arena.producer.enqueue(load, batch: 2_000)
        for number in 0..<2 { try await arena.fleet.start("worker", "w\(number)", ["--slots", "8"], keeps: true) }
        try await arena.areUp()
        for number in 0..<asked {
            arena.progress.say("job \(number) of the small company", share: Double(number) / Double(asked))
            try await arena.producer.enqueue([Promise(DrillScript(key: "small \(number)", milliseconds: 1), in: small)])
            try await Task.sleep(for: .milliseconds(Int.random(in: 150...350, using: &random)))
        }
        var findings = Findings()
        findings.expect(
            "jobs of the big company still ready",
            try await arena.ledger.count("SELECT count(*) FROM ready_jobs WHERE company_id = \(big)"), .atLeast(1))
        let delays = try await startDelays("small %", arena)
        findings.expect("jobs of the small company started", delays.count, .exactly(Double(asked)))
        findings.tell("their start delay, median, s", delays.isEmpty ? 0 : delays[delays.count / 2])
        findings.expect(
            "their start delay, 99th percentile, s", delays.isEmpty ? 99 : delays[max(0, delays.count * 99 / 100 - 1)],
            arena.form.limit(1))
        findings.tell("their start delay, longest, s", delays.last ?? 0)
        await arena.fleet.end()
        if arena.form == .full { try await age(arena, &findings) }
        try await arena.ledger.judge(&findings, isDrained: false)
        try await arena.ledger.checkHistory(&findings, isDrained: false)
        return findings
    }

    /// More urgent work comes faster than it is done; jobs that stand five seconds behind it are started all the same.
    private func age(_ arena: Arena, _ findings: inout Findings) async throws {
        let company = arena.companies[2]
        let patient = (0..<10).map {
            Promise(DrillScript(key: "patient \($0)", milliseconds: 1), of: DrillPatient.self, in: company)
        }
        try await arena.producer.enqueue(patient)
        // The others wait, so that this company is alone with its priorities.
        _ = try await arena.database.asWorker(
            Query<Ignored>(
                "INSERT INTO job_pauses (company_id, scope) VALUES (\(arena.companies[0]), 'queue:standard')"))
        try await arena.fleet.start("worker", "aged", ["--slots", "4"])
        let end = ContinuousClock.now + .seconds(25)
        var number = 0
        while ContinuousClock.now < end {
            arena.progress.say("ageing", share: 0.9)
            let urgent = (0..<20).map { offset in
                Promise(DrillScript(key: "urgent \(number + offset)", milliseconds: 100), in: company)
            }
            number += urgent.count
            try await arena.producer.enqueue(urgent)
            try await Task.sleep(for: .milliseconds(500))
        }
        let patientDelays = try await startDelays("patient %", arena)
        let waiting = try await arena.ledger.count(
            "SELECT count(*) FROM ready_jobs WHERE company_id = \(company) AND kind = \(DrillWork.kind)")
        findings.expect("urgent jobs still waiting", waiting, .atLeast(1))
        findings.expect("patient jobs started beside them", patientDelays.count, .exactly(10))
        await arena.fleet.end()
    }

    /// Seconds from enqueueing to the first claim, shortest first.
    private func startDelays(_ pattern: String, _ arena: Arena) async throws -> [Double] {
        try await arena.ledger.seconds(
            """
            SELECT extract(epoch FROM min(e.happened_at) - min(j.created_at))::double precision AS delay
            FROM drill_ledger l JOIN jobs j USING (company_id, job_id)
            JOIN job_events e USING (company_id, job_id) WHERE l.key LIKE \(pattern) AND e.event = 'claimed'
            GROUP BY l.job_id ORDER BY delay
            """)
    }
}
