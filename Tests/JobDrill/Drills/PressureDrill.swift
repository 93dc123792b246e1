import Foundation
import Glibc
import Postgres
import TestSupport

/// A held snapshot, four long readers, more work than can be done, and programs that take the processor away (T-JOB-09,
/// F-07, F-15, F-16). Only safety: how fast it is then is measured elsewhere.
struct PressureDrill: Drill {
    let name = "pressure"
    let promise = "T-JOB-09, F-07, F-15, F-16: held snapshot, long readers, overload, no processor, few descriptors"

    func run(in arena: Arena) async throws -> Findings {
        let seconds = arena.form.pick(4, 30)
        let batch = arena.form.pick(150, 500)
        for number in 0..<3 {
            // Forty descriptors: programs that leak one per job or connection end here.
            try await arena.fleet.start(
                "worker", "w\(number)", [], limits: number == 0 ? "ulimit -n 40" : nil)
        }
        try await arena.areUp()
        let held = try await hold(arena)
        let readers = Task { try await read(arena) }
        let hogs = try (0..<4).map { _ in
            try ChildProcess.start(
                "/usr/bin/nice", ["-n", "19", "/bin/bash", "-c", "while :; do :; done"], log: arena.cluster.log)
        }
        let end = ContinuousClock.now + .seconds(seconds)
        var number = 0
        do {
            while ContinuousClock.now < end {
                let left = try await arena.ledger.living()
                arena.progress.say("\(left) jobs left", share: 0)
                try await enqueue(number..<number + batch, arena)
                number += batch
                try await Task.sleep(for: .milliseconds(300))
            }
        } catch {
            for hog in hogs { hog.signal(SIGKILL) }
            throw error
        }
        for hog in hogs {
            hog.signal(SIGKILL)
            _ = try await hog.result()
        }
        let backlog = try await arena.ledger.living()
        await held.close()
        readers.cancel()
        _ = await readers.result
        try await arena.ledger.drained(within: .seconds(arena.form.pick(30, 120)))
        var findings = Findings()
        findings.tell("jobs left when the pressure ended", backlog)
        try await arena.ledger.judge(&findings)
        findings.expect("workers given up", try await arena.ledger.events("rescued"), .exactly(0))
        findings.expect("processes that died", await arena.fleet.deaths.count, .exactly(0))
        findings.expect("executions nobody explains", try await arena.ledger.extraExecutions(), .exactly(0))
        try await arena.ledger.checkHistory(&findings)
        return findings
    }

    private func enqueue(_ numbers: Range<Int>, _ arena: Arena) async throws {
        let jobs = numbers.map {
            Promise(
                DrillScript(key: "job \($0)", milliseconds: 1 + $0 % 20),
                in: arena.companies[$0 % arena.companies.count])
        }
        try await arena.producer.enqueue(jobs)
    }

    /// A transaction that sees the database as it is now for as long as it is open.
    private func hold(_ arena: Arena) async throws -> Connection {
        let connection = try await arena.test.owner()
        try await connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        _ = try await connection.fetch(Query<Single<Int>>("SELECT count(*) FROM drill_ledger"))
        return connection
    }

    /// Four readers, each again and again for two seconds.
    private func read(_ arena: Arena) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    while !Task.isCancelled {
                        let connection = try await hold(arena)
                        try? await Task.sleep(for: .seconds(2))
                        await connection.close()
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
