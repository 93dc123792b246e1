import Companies
import Foundation
import Jobs
import Postgres
import TestSupport

/// Many enqueue the same keys at once (T-JOB-05).
struct UniqueDrill: Drill {
    let name = "unique"
    let promise = "T-JOB-05: 200 enqueue each of 1 000 keys at once; keys are free when their job has ended"

    func run(in arena: Arena) async throws -> Findings {
        let contenders = arena.form.pick(40, 200)
        let keys = arena.form.pick(50, 1_000)
        let company = arena.companies[0]
        var findings = Findings()
        let won = try await arena.test.open(connections: 60) { database in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for contender in 0..<contenders {
                    group.addTask { try await contend(contender, keys: keys, in: company, database) }
                }
                return try await group.reduce(0, +)
            }
        }
        findings.tell("attempts to enqueue", contenders * keys)
        findings.expect("that made a job", won, .exactly(Double(keys)))
        let ledger = arena.ledger
        findings.expect("jobs", try await ledger.count("SELECT count(*) FROM jobs"), .exactly(Double(keys)))
        findings.expect(
            "keys among them", try await ledger.count("SELECT count(DISTINCT unique_key) FROM jobs"),
            .exactly(Double(keys)))
        findings.expect("wrong answers about when a key is free", try await wrongAnswers(arena), .exactly(0))
        try await ledger.judge(&findings, isDrained: false)
        try await ledger.checkHistory(&findings, isDrained: false)
        return findings
    }

    /// All keys, each contender from another one on, four to a transaction.
    private func contend(_ contender: Int, keys: Int, in company: CompanyID, _ database: CompanyDatabase) async throws
        -> Int
    {
        var won = 0
        for start in stride(from: 0, to: keys, by: 4) {
            let first = (start + contender * 4) % keys
            let jobs = (first..<min(first + 4, keys)).map {
                NewJob(DrillWork(script: DrillScript(key: "key \($0)")), EnqueueOptions(uniqueKey: "key \($0)"))
            }
            won += try await database.transaction(in: company) { try await $0.enqueue(all: jobs) }.count
        }
        return won
    }

    /// A job is led through every state; each time the key is asked for.
    private func wrongAnswers(_ arena: Arena) async throws -> Int {
        let probe = UniqueKeyProbe(arena: arena, company: arena.companies[1])
        var wrong = 0
        for ending in UniqueKeyProbe.Ending.allCases { wrong += try await probe.wrongAnswers(endingAs: ending) }
        return wrong
    }
}
