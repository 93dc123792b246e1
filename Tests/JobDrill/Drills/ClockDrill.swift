import Glibc
import Postgres

/// The database's clock is put back and forward by an hour under load (F-13).
struct ClockDrill: Drill {
    let name = "clock"
    let promise = "F-13: the database's clock steps by an hour, back and forth, under load and with dying workers"

    private static let times = LeaseTimes(lease: 3_000, renewal: 1_000, rescue: 250)

    func run(in arena: Arena) async throws -> Findings {
        let clock = try await StepClock(in: arena)
        for number in 0..<3 {
            try await arena.fleet.start("worker", "w\(number)", Self.times.arguments, keeps: true)
        }
        try await arena.areUp()
        let supply = Task { try await supplyJobs(arena) }
        var metered = 0
        // It ends ahead: jobs that were put off by a clock that is ahead wait until the real one is there.
        for hours in arena.form.pick([-1, 0], [-1, 0, -1, 0, 1, 2]) {
            arena.progress.say("the clock is put to \(hours) h", share: 0.5)
            try await Task.sleep(for: .seconds(2))
            if let victim = await arena.fleet.names.first { await arena.fleet.signal(victim, SIGKILL) }
            let before = try await meteredCount(arena)
            try await clock.step(to: hours)
            try await Task.sleep(for: .seconds(arena.form.pick(6, 9)))
            if hours < 0 { metered += try await meteredCount(arena) - before }
        }
        supply.cancel()
        _ = await supply.result
        try await arena.ledger.drained(within: .seconds(60))
        var findings = Findings()
        try await arena.ledger.judge(&findings)
        let delays = try await arena.ledger.orphanDelays(await arena.fleet.deaths)
        findings.expect("orphans restarted", delays.count, .atLeast(1))
        findings.expect("longest restart of an orphan, s", delays.max() ?? 0, arena.form.limit(5))
        findings.expect("jobs of a metered kind done by a clock put back", metered, .atLeast(1))
        try await arena.ledger.checkHistory(&findings)
        return findings
    }

    private func meteredCount(_ arena: Arena) async throws -> Int {
        try await arena.ledger.count("SELECT count(*) FROM drill_effects WHERE key LIKE 'metered%'")
    }

    private func supplyJobs(_ arena: Arena) async throws {
        var number = 0
        while !Task.isCancelled {
            if try await arena.ledger.living() < 200 {
                let company = arena.companies[number % arena.companies.count]
                let jobs = (0..<20).map {
                    Promise(DrillScript(key: "job \(number) \($0)", milliseconds: 40), in: company)
                }
                try await arena.producer.enqueue(jobs)
                try await arena.producer.enqueue(
                    [Promise(DrillScript(key: "metered \(number)"), of: DrillMetered.self, in: company)])
                number += 1
            }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
