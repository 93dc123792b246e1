import Glibc
import Postgres
import TestSupport

/// Workers are killed and kill themselves while they work off a mixed load (T-JOB-01, F-01, F-35).
struct KillDrill: Drill {
    let name: String
    let promise: String
    let times: LeaseTimes
    let jobs: (short: Int, full: Int)
    /// How often the conductor kills one.
    let pause: Duration
    /// Jobs that kill every process that runs them.
    let poison: Int
    /// How soon an orphan must be at work again.
    let orphanLimit: Double

    static let product = KillDrill(
        name: "kill", promise: "T-JOB-01: kill -9 under load with the product's leases", times: .product,
        jobs: (600, 12_000), pause: .seconds(2), poison: 0, orphanLimit: 45)
    static let often = KillDrill(
        name: "kill-often", promise: "T-JOB-01, F-35: kill -9 four times as often, poison jobs, leases of 2 s",
        times: .quick, jobs: (400, 8_000), pause: .milliseconds(500), poison: 3, orphanLimit: 6)

    private static let slots = 8

    func run(in arena: Arena) async throws -> Findings {
        var random = arena.random
        let count = arena.form.pick(jobs.short, jobs.full)
        let promises = (0..<count).map { promise($0, arena, &random) }
        let poisonous = (0..<poison).map { number in
            Promise(
                DrillScript(key: "poison \(number)", point: .beforeCommit, crashes: 1_000),
                in: arena.companies[number % arena.companies.count], expected: 0)
        }
        try await arena.producer.enqueue(Array(promises.prefix(count / 2)))
        try await arena.producer.enqueue(poisonous)
        for number in 0..<4 {
            try await arena.fleet.start(
                "worker", "w\(number)", ["--slots", "\(Self.slots)"] + times.arguments, keeps: true)
        }
        let second = Task { try await arena.producer.enqueue(Array(promises.dropFirst(count / 2))) }
        try await killWhileBusy(arena, of: count + poison, &random)
        try await second.value
        try await arena.ledger.drained(within: .seconds(120))
        let unlucky = try await arena.ledger.replayUnlucky()
        try await arena.ledger.drained(within: .seconds(120))
        return try await judge(arena, unlucky: unlucky)
    }

    private func promise(_ number: Int, _ arena: Arena, _ random: inout SeededRandom) -> Promise<DrillWork> {
        var script = DrillScript(key: "job \(number)", milliseconds: Int.random(in: 1...50, using: &random))
        let fate = Double.random(in: 0..<1, using: &random)
        if fate < 0.01 {
            script.point = DrillPoint.handlers.randomElement(using: &random)
            script.crashes = 1
        } else if fate < 0.06 {
            script.failures = 1
        }
        return Promise(script, in: arena.companies[number % arena.companies.count])
    }

    /// Until nothing is ready any more: what is left then waits for leases to run out.
    private func killWhileBusy(_ arena: Arena, of count: Int, _ random: inout SeededRandom) async throws {
        var next = ContinuousClock.now + pause
        while true {
            try await Task.sleep(for: .milliseconds(100))
            let left = try await arena.ledger.living()
            let ready = try await arena.ledger.count("SELECT count(*) FROM ready_jobs")
            arena.progress.say(
                "\(left) jobs left, \(await arena.fleet.deaths.count) deaths", share: 1 - Double(left) / Double(count))
            if ready < 32 { return }
            if ContinuousClock.now >= next, let victim = await arena.fleet.names.randomElement(using: &random) {
                await arena.fleet.signal(victim, SIGKILL)
                next += pause
            }
        }
    }

    private func judge(_ arena: Arena, unlucky: Int) async throws -> Findings {
        let ledger = arena.ledger
        let deaths = await arena.fleet.deaths
        let rescued = try await ledger.events("rescued")
        let killed = try await ledger.count(
            "SELECT count(*) FROM job_events WHERE event = 'dead' AND detail LIKE 'its worker did not answer%'")
        var findings = Findings()
        try await ledger.judge(&findings)
        findings.tell("processes killed by the conductor", deaths.count { $0.isOurs })
        findings.tell("processes killed by their job", deaths.count { !$0.isOurs })
        findings.tell("attempts that died with their process", rescued + killed)
        findings.expect(
            "of them more than the slots that died", max(0, rescued + killed - deaths.count * Self.slots), .exactly(0))
        findings.expect(
            "executions nobody explains", try await ledger.extraExecutions(), .atMost(Double(rescued + killed)))
        let delays = try await ledger.orphanDelays(deaths)
        findings.tell("orphans restarted", delays.count)
        findings.expect("longest restart of an orphan, s", delays.max() ?? 0, arena.form.limit(orphanLimit))
        findings.tell("jobs five times unlucky, replayed", unlucky)
        if poison > 0 {
            findings.expect(
                "poison jobs dead after five processes",
                try await ledger.count(
                    """
                    SELECT count(*) FROM job_outcomes o JOIN drill_ledger l USING (job_id)
                    WHERE l.key LIKE 'poison%' AND o.state = 'dead' AND o.attempts = 5
                    """), .exactly(Double(poison)))
        }
        try await ledger.checkHistory(&findings)
        return findings
    }
}
