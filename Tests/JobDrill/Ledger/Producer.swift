import Companies
import Foundation
import Jobs
import Postgres

/// Enqueues jobs and writes in the same transaction what they promise.
struct Producer: Sendable {
    let database: CompanyDatabase

    /// Jobs of any companies, some hundred to a transaction. Goes on until each is in; a commit that nobody answered for is
    /// looked up in the ledger first.
    func enqueue<Kind: DrillKind>(_ promises: [Promise<Kind>], batch: Int = 250) async throws {
        for (company, group) in Dictionary(grouping: promises, by: \.company) {
            var rest = group[...]
            while !rest.isEmpty {
                try await insist(Array(rest.prefix(batch)), in: company)
                rest = rest.dropFirst(batch)
            }
        }
    }

    private func insist<Kind: DrillKind>(_ promises: [Promise<Kind>], in company: CompanyID) async throws {
        var isUnsure = false
        while true {
            do {
                if isUnsure, try await isThere(promises[0].script.key) { return }
                return try await add(promises, in: company)
            } catch let error as DatabaseError where error.isConnectionLoss || error.isServerAway {
                isUnsure = true
                try await Task.sleep(for: .milliseconds(200))
            }
        }
    }

    private func isThere(_ key: String) async throws -> Bool {
        let rows = try await database.asWorker(
            Query<Single<Bool>>("SELECT EXISTS (SELECT FROM drill_ledger WHERE key = \(key))"))
        return rows.first?.value == true
    }

    private func add<Kind: DrillKind>(_ promises: [Promise<Kind>], in company: CompanyID) async throws {
        try await database.transaction(in: company) { transaction in
            try await transaction.enqueue(all: promises.map { NewJob(Kind(script: $0.script), id: $0.id) })
            try await transaction.execute(
                """
                INSERT INTO drill_ledger (company_id, key, job_id, expected)
                SELECT \(company), key, job_id, expected FROM unnest(\(promises.map(\.script.key)),
                    \(promises.map(\.id.rawValue)), \(promises.map(\.expected))) AS p (key, job_id, expected)
                """)
        }
    }
}
