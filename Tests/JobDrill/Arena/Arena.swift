import Companies
import Foundation
import Postgres
import TestSupport

/// Where a drill takes place: a database of its own with some companies, processes, and a server that may be crashed.
struct Arena: Sendable {
    let test: TestDatabase
    let database: CompanyDatabase
    let companies: [CompanyID]
    let fleet: Fleet
    let cluster: ChaosCluster
    let form: Form
    let seed: UInt64
    let progress: Progress

    var ledger: Ledger { Ledger(database: database) }
    var producer: Producer { Producer(database: database) }
    var random: SeededRandom { SeededRandom(seed: seed) }

    /// Makes one for as long as `body` runs; no process outlives it.
    static func with<Result: Sendable>(
        _ cluster: ChaosCluster, form: Form, seed: UInt64, progress: Progress, companies count: Int = 4,
        _ body: (Arena) async throws -> Result
    ) async throws -> Result {
        try await TestDatabase.with { test in
            let owner = try await test.owner()
            try await LedgerSchema.create(on: owner)
            await owner.close()
            return try await test.open(connections: 8) { database in
                let companies = try await found(count, in: database)
                let fleet = Fleet(database: test.name, log: cluster.log)
                let arena = Arena(
                    test: test, database: database, companies: companies, fleet: fleet, cluster: cluster, form: form,
                    seed: seed, progress: progress)
                let watch = Task { await fleet.watch() }
                defer { watch.cancel() }
                do {
                    let result = try await body(arena)
                    await fleet.end()
                    return result
                } catch {
                    await fleet.end()
                    throw error
                }
            }
        }
    }

    private static func found(_ count: Int, in database: CompanyDatabase) async throws -> [CompanyID] {
        let registry = CompanyRegistry(database: database)
        var companies: [CompanyID] = []
        for number in 0..<count {
            let company = Company(
                id: CompanyID(rawValue: UUID()), slug: "drill-\(number)", name: "Drill \(number)", homeCurrency: "EUR",
                timeZone: "Europe/Helsinki")
            try await registry.create(company, at: Date())
            companies.append(company.id)
        }
        return companies
    }

    /// Waits until the database knows of these processes, or of all that there are.
    func areUp(_ processes: [String]? = nil) async throws {
        let names = if let processes { processes } else { await fleet.names }
        try await DrillProblem.unless("the workers are up", within: .seconds(30), every: .milliseconds(20)) {
            try await ledger.count("SELECT count(*) FROM job_workers WHERE name = ANY (\(names))") >= names.count
        }
    }
}
