import Companies
import Foundation
import Jobs
import Postgres
import TestSupport

/// Jobs are cancelled at any moment, by several at once (T-JOB-07).
struct CancelDrill: Drill {
    let name = "cancel"
    let promise = "T-JOB-07: cancel storms; no effect once a cancellation was acknowledged"

    func run(in arena: Arena) async throws -> Findings {
        var random = arena.random
        let count = arena.form.pick(150, 2_000)
        let promises = (0..<count).map { number in
            Promise(
                DrillScript(
                    key: "job \(number)", milliseconds: Int.random(in: 20...400, using: &random),
                    isDeaf: number % 5 == 0, lingers: number % 7 == 0 ? 40 : 0),
                in: arena.companies[number % arena.companies.count])
        }
        for number in 0..<3 { try await arena.fleet.start("worker", "w\(number)", ["--connections", "8"]) }
        try await arena.areUp()
        try await arena.producer.enqueue(promises)
        let victims = promises.shuffled(using: &random).prefix(count * 2 / 3)
        let acknowledged = try await cancel(Array(victims), arena, &random)
        try await arena.ledger.drained(within: .seconds(90))
        let late = try await effects(after: acknowledged, arena)
        var findings = Findings()
        findings.tell("cancellations asked for", victims.count)
        findings.tell("acknowledged", acknowledged.count)
        findings.expect("effects of acknowledged ones", late, .exactly(0))
        findings.expect(
            "acknowledged, and not cancelled in the end",
            try await arena.ledger.count(
                """
                SELECT count(*) FROM unnest(\(acknowledged.map(\.rawValue))) AS a (job_id)
                LEFT JOIN job_outcomes o USING (job_id) WHERE o.state IS DISTINCT FROM 'cancelled'
                """), .exactly(0))
        let delays = try await arena.ledger.seconds(
            """
            SELECT extract(epoch FROM c.happened_at - r.happened_at)::double precision AS delay
            FROM job_events r JOIN job_events c USING (company_id, job_id)
            WHERE r.event = 'cancel_requested' AND c.event = 'cancelled' ORDER BY delay DESC
            """)
        findings.tell("running jobs stopped", delays.count)
        findings.expect("longest time until one stopped, s", delays.first ?? 0, arena.form.limit(2))
        try await forgiveCancelled(acknowledged, arena)
        try await arena.ledger.judge(&findings)
        try await arena.ledger.checkHistory(&findings)
        return findings
    }

    /// Each by two at once.
    /// - Returns: those that one of them was told of.
    private func cancel(_ victims: [Promise<DrillWork>], _ arena: Arena, _ random: inout SeededRandom) async throws
        -> [JobID]
    {
        try await withThrowingTaskGroup(of: JobID?.self) { group in
            for victim in victims {
                let wait = Duration.milliseconds(Int.random(in: 0...arena.form.pick(2_000, 12_000), using: &random))
                for _ in 0..<2 {
                    group.addTask {
                        try await Task.sleep(for: wait)
                        let changed = try await arena.database.transaction(in: victim.company) { transaction in
                            try await transaction.perform(.cancel, on: [victim.id])
                        }
                        return changed > 0 ? victim.id : nil
                    }
                }
            }
            return Array(try await group.reduce(into: Set()) { if let job = $1 { $0.insert(job) } })
        }
    }

    private func effects(after acknowledged: [JobID], _ arena: Arena) async throws -> Int {
        try await arena.ledger.count(
            "SELECT count(*) FROM drill_effects WHERE job_id = ANY (\(acknowledged.map(\.rawValue)))")
    }

    /// The ledger of a cancelled job expects nothing.
    private func forgiveCancelled(_ jobs: [JobID], _ arena: Arena) async throws {
        let owner = try await arena.test.owner()
        try await owner.execute("UPDATE drill_ledger SET expected = 0 WHERE job_id = ANY (\(jobs.map(\.rawValue)))")
        await owner.close()
    }
}
