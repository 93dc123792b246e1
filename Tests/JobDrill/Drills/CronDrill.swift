import Companies
import Foundation
import Glibc
import Jobs
import Postgres

/// Five schedulers with clocks of their own that jump, killed again and again (T-JOB-06, F-13, F-34).
struct CronDrill: Drill {
    let name = "cron"
    let promise = "T-JOB-06, F-34: five schedulers, kills and clock jumps; one job per slot, DST, missed slots"

    private static let base = 1_790_000_000.0 - 1_790_000_000.0.truncatingRemainder(dividingBy: 60)

    func run(in arena: Arena) async throws -> Findings {
        var findings = Findings()
        try await race(arena, &findings)
        _ = try await arena.database.asWorker(Query<Ignored>("DELETE FROM job_schedules"))
        try await DaylightProbe(arena: arena).judge(&findings)
        try await MissedSlotsProbe(arena: arena).judge(&findings)
        try await arena.ledger.checkHistory(&findings, isDrained: false)
        return findings
    }

    private func race(_ arena: Arena, _ findings: inout Findings) async throws {
        var random = arena.random
        let slots = arena.form.pick(20, 250)
        let begin = Date(timeIntervalSince1970: Self.base)
        let end = begin.addingTimeInterval(Double(slots) * 60)
        for company in arena.companies {
            try await arena.database.transaction(in: company) { transaction in
                try await transaction.schedule(
                    "race", DrillWork(script: DrillScript(key: "race")), cron: "* * * * *", timeZone: "UTC",
                    missed: .all,
                    now: begin)
            }
        }
        let since = Date().timeIntervalSince1970
        let speed = 60.0 * 10
        for number in 0..<5 {
            try await arena.fleet.start(
                "scheduler", "s\(number)",
                ["--base", "\(Self.base)", "--since", "\(since)", "--speed", "\(speed)", "--jumps", "0.02"], keeps: true
            )
        }
        let wanted = arena.companies.count * slots
        try await DrillProblem.unless("every slot has its job", within: .seconds(120), every: .milliseconds(500)) {
            if let victim = await arena.fleet.names.randomElement(using: &random) {
                await arena.fleet.signal(victim, SIGKILL)
            }
            let made = try await arena.ledger.count("SELECT count(*) FROM job_slots WHERE slot <= \(end)")
            arena.progress.say("\(made) of \(wanted) slots", share: Double(made) / Double(wanted))
            return made >= wanted
        }
        await arena.fleet.end()
        findings.expect(
            "slots that have their job",
            try await arena.ledger.count("SELECT count(*) FROM job_slots WHERE slot <= \(end)"),
            .exactly(Double(wanted)))
        findings.expect(
            "jobs more or fewer than slots",
            try await arena.ledger.count("SELECT abs((SELECT count(*) FROM jobs) - (SELECT count(*) FROM job_slots))"),
            .exactly(0))
        findings.expect(
            "jobs ready but no slot's",
            try await arena.ledger.count(
                "SELECT count(*) FROM ready_jobs r WHERE NOT EXISTS (SELECT FROM job_slots s WHERE s.job_id = r.job_id)"
            ),
            .exactly(0))
        findings.tell("schedulers killed", await arena.fleet.deaths.count)
    }
}
