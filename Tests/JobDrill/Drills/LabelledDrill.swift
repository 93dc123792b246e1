import Companies
import Foundation
import Jobs
import Postgres

/// Processes die exactly where it hurts (T-JOB-02).
struct LabelledDrill: Drill {
    let name = "labelled"
    let promise = "T-JOB-02: SIGKILL exactly at each labelled point"

    func run(in arena: Arena) async throws -> Findings {
        let times = arena.form.pick(2, 200)
        let gates = try await StatementGates(in: arena.test)
        try await addSchedules(arena)
        // In the full form three never meet a crasher, so that the ends of jobs are met from the beginning as well.
        let withCrashers = arena.form.pick(6, 4)
        for number in 0..<arena.form.pick(6, 7) {
            try await arena.fleet.start(
                "worker", "w\(number)",
                ["--slots", "1", "--connections", "2"] + LeaseTimes.quick.arguments
                    + (number < withCrashers ? [] : ["--without", DrillWork.kind]), keeps: true)
        }
        let begun = Date().timeIntervalSince1970
        try await arena.fleet.start(
            "scheduler", "s", ["--base", "\(Self.base)", "--since", "\(begun)", "--speed", "240"], keeps: true)
        try await enqueueCrashers(times, arena)
        let deadline = ContinuousClock.now + .seconds(arena.form.pick(12, 220))
        let killed = try await killAtStatements(times, gates, arena, until: deadline)
        await arena.fleet.end("s")
        try await arena.ledger.drained(within: .seconds(120))
        let unlucky = try await arena.ledger.replayUnlucky()
        try await arena.ledger.drained(within: .seconds(60))
        return try await judge(times, killed, unlucky: unlucky, arena)
    }

    /// Of the schedulers' clock; far ahead, so that the workers' housekeepers leave its schedules alone.
    private static let base = 2_100_000_000.0

    private func addSchedules(_ arena: Arena) async throws {
        for company in arena.companies {
            try await arena.database.transaction(in: company) { transaction in
                try await transaction.schedule(
                    "labelled", DrillWork(script: DrillScript(key: "slot", ending: .nothing)),
                    cron: "* * * * *", timeZone: "UTC", missed: .all, now: Date(timeIntervalSince1970: Self.base))
            }
        }
    }

    /// Jobs that kill their process at a point their own code reaches. Some to spare: a killer may be faster, and of a job that was
    /// committed by then nothing is left to die of.
    private func enqueueCrashers(_ times: Int, _ arena: Arena) async throws {
        let crashers = DrillPoint.handlers.flatMap { point in
            (0..<times + max(3, times / 10)).map { number in
                Promise(
                    DrillScript(key: "\(point.rawValue) \(number)", milliseconds: 1, point: point, crashes: 1),
                    in: arena.companies[number % arena.companies.count])
            }
        }
        var random = arena.random
        try await arena.producer.enqueue(crashers.shuffled(using: &random))
    }

    /// All points at once, each with a killer of its own, while jobs that reach them keep coming.
    private func killAtStatements(
        _ times: Int, _ gates: StatementGates, _ arena: Arena, until deadline: ContinuousClock.Instant
    ) async throws -> [DrillPoint: Int] {
        let supply = Task { try await supplyJobs(arena) }
        defer { supply.cancel() }
        return try await withThrowingTaskGroup(of: (DrillPoint, Int).self) { group in
            for point in DrillPoint.statements {
                group.addTask { (point, try await gates.kill(times, at: point, in: arena.fleet, until: deadline)) }
            }
            var killed: [DrillPoint: Int] = [:]
            for try await (point, count) in group { killed[point] = count }
            return killed
        }
    }

    /// Some that end in a batch, some that give up, whenever few are left.
    private func supplyJobs(_ arena: Arena) async throws {
        var number = 0
        while !Task.isCancelled {
            arena.progress.say("\(await arena.fleet.deaths.count) deaths", share: 0)
            if try await arena.ledger.count("SELECT count(*) FROM ready_jobs WHERE kind = \(DrillNovelty.kind)") < 60 {
                let company = arena.companies[number % arena.companies.count]
                // In turn, so that every point is met from the beginning.
                try await arena.producer.enqueue(
                    (0..<20).flatMap {
                        [
                            Promise(
                                DrillScript(key: "once \(number) \($0)", ending: .once), of: DrillNovelty.self,
                                in: company),
                            Promise(
                                DrillScript(key: "give up \(number) \($0)", ending: .giveUp), of: DrillNovelty.self,
                                in: company, expected: 0),
                        ]
                    })
                number += 1
            }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    private func judge(_ times: Int, _ killed: [DrillPoint: Int], unlucky: Int, _ arena: Arena) async throws -> Findings
    {
        let ledger = arena.ledger
        var findings = Findings()
        for point in DrillPoint.handlers {
            let died = try await ledger.count(
                "SELECT count(*) FROM drill_notes WHERE what = 'died' AND key LIKE \(point.rawValue + " %")")
            findings.expect("killed \(point.rawValue)", died, .atLeast(Double(times)))
        }
        for point in DrillPoint.statements {
            findings.expect("killed \(point.rawValue)", killed[point] ?? 0, .atLeast(Double(times)))
        }
        let deaths = await arena.fleet.deaths
        findings.tell("processes killed by their own code", deaths.count { !$0.isOurs })
        findings.tell("processes killed by the conductor", deaths.count { $0.isOurs })
        findings.tell("jobs five times unlucky, replayed", unlucky)
        try await ledger.judge(&findings)
        findings.expect(
            "slots without their one job",
            try await ledger.count(
                "SELECT count(*) FROM job_slots s WHERE (SELECT count(*) FROM jobs j WHERE j.job_id = s.job_id) <> 1"),
            .exactly(0))
        findings.expect(
            "jobs that gave up and are not dead",
            try await ledger.count(
                """
                SELECT count(*) FROM drill_ledger l LEFT JOIN job_outcomes o USING (company_id, job_id)
                WHERE l.key LIKE 'give up%' AND o.state IS DISTINCT FROM 'dead'
                """), .exactly(0))
        try await ledger.checkHistory(&findings)
        return findings
    }
}
