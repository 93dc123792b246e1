package import Companies
package import Foundation
package import Vault

/// Renews company keys while everything goes on: a new key per company, every data key sealed anew under it, the old
/// key taken out of use. No secret is opened.
///
/// Stopped at any point and run again, it goes on where it was: which rotation it is lies beside the keys, what is done
/// shows in each row, and a row is changed only while it is as it was read.
package struct KeyRotation: Sendable {
    private let database: CompanyDatabase
    private let vault: SecretVault
    private let batch: Int

    /// What a rotation came to.
    package struct Outcome: Sendable, Hashable {
        /// Companies that have a new key.
        package fileprivate(set) var companies = 0
        /// Secrets whose data key was sealed anew, by this run.
        package fileprivate(set) var rewrapped = 0
        /// Connections with secrets that cannot be opened with any key there is; their old keys stay in use.
        package fileprivate(set) var unreadable: [ConnectionID] = []
        /// Channels of alerts with such secrets.
        package fileprivate(set) var unreadableChannels: [UUID] = []
        /// People whose second factor cannot be opened with any key there is; the old keys of the house stay in use.
        package fileprivate(set) var unreadableSeeds: [IdentityID] = []

        /// Whether everything is under the new keys.
        package var isWhole: Bool { left == 0 }

        /// How much stays under old keys.
        var left: Int { unreadable.count + unreadableChannels.count + unreadableSeeds.count }
    }

    /// - Parameter batch: secrets per transaction.
    package init(database: CompanyDatabase, vault: SecretVault, batch: Int = 200) {
        self.database = database
        self.vault = vault
        self.batch = batch
    }

    /// Renews the keys of every company that has one, or goes on with a renewal that was stopped.
    /// - Parameter progress: told secrets done and secrets there are, at least once per batch; may throw to stop.
    /// - Throws: `VaultProblem`, `DatabaseError`, `CancellationError`.
    package func renewCompanyKeys(
        at moment: Date, progress: @Sendable (Int, Int) throws -> Void
    ) async throws -> Outcome {
        let directory = vault.keys.directory
        let record = try RotationRecord.begin(in: directory, at: moment)
        let companies = try await companiesWithKeys()
        var total = 0
        for company in companies {
            let newest = try directory.keys(of: company.rawValue).last { $0.rotation == record.rotation }
            total += try await database.transaction(in: company) { transaction in
                var count = 0
                for table in SecretTable.allCases {
                    count += try await RotationQueries(transaction: transaction, table: table)
                        .count(notUnder: newest?.keyID)
                }
                return count
            }
            if company == .house {
                let seeds = try await SeedKeys(database: database).counts()
                total += seeds.reduce(0) { $0 + ($1.key == newest?.keyID ? 0 : $1.value) }
            }
        }
        var outcome = Outcome()
        for company in companies {
            try progress(outcome.rewrapped, total)
            let before = outcome.left
            let new = try vault.keys.renewed(of: company.rawValue, by: record.rotation)
            // Whoever chose the old key before it was succeeded has written by then.
            try await RotationQueries.waitForHolders(of: company, in: database)
            for table in SecretTable.allCases {
                try await rewrap(table, of: company, to: new, into: &outcome) { try progress($0, total) }
            }
            if company == .house {
                try await rewrapSeeds(to: new, into: &outcome) { try progress($0, total) }
            }
            guard outcome.left == before else { continue }
            // Whoever read a row before it was sealed anew has taken the old key out of its file by then.
            try await RotationQueries.waitForHolders(of: company, in: database)
            try progress(outcome.rewrapped, total)
            for key in try directory.keys(of: company.rawValue) where key.number < new.number {
                try directory.retire(key)
            }
            outcome.companies += 1
        }
        if outcome.isWhole { try RotationRecord.end(in: directory) }
        try progress(outcome.rewrapped, total)
        return outcome
    }

    /// Whether a renewal was begun and has not ended.
    package func isUnfinished() throws -> Bool {
        try RotationRecord.unfinished(in: vault.keys.directory) != nil
    }

    private func rewrap(
        _ table: SecretTable, of company: CompanyID, to new: WrappedCompanyKey, into outcome: inout Outcome,
        progress: (Int) throws -> Void
    ) async throws {
        let newKey = try vault.keys.open(new)
        let keys = try oldKeys(of: company, but: new)
        var cursor: RotationQueries.Cursor?
        while true {
            try Task.checkCancellation()
            let after = cursor
            let step = try await database.transaction(in: company) { transaction in
                let queries = RotationQueries(transaction: transaction, table: table)
                let rows = try await queries.batch(notUnder: new.keyID, after: after, limit: batch)
                var rewrapped: [(row: SecretRow, sealed: SealedSecret)] = []
                var unreadable: [UUID] = []
                for row in rows {
                    guard let old = keys[row.sealed.companyKey],
                        let sealed = try? vault.rewrap(
                            row.sealed, of: row.place(in: company, table), from: old, to: newKey)
                    else {
                        unreadable.append(row.owner)
                        continue
                    }
                    rewrapped.append((row, sealed))
                }
                let count = try await queries.write(rewrapped)
                let last = rows.last.map {
                    RotationQueries.Cursor(owner: $0.owner, purpose: $0.purpose, field: $0.field)
                }
                return (count: count, unreadable: unreadable, last: last, isEnd: rows.count < batch)
            }
            outcome.rewrapped += step.count
            switch table {
            case .connections: outcome.unreadable += step.unreadable.map(ConnectionID.init(rawValue:))
            case .alertChannels: outcome.unreadableChannels += step.unreadable
            }
            try progress(outcome.rewrapped)
            if step.isEnd { return }
            cursor = step.last
        }
    }

    /// The seeds of second factors, which are under keys of the house.
    private func rewrapSeeds(
        to new: WrappedCompanyKey, into outcome: inout Outcome, progress: (Int) throws -> Void
    ) async throws {
        let newKey = try vault.keys.open(new)
        let keys = try oldKeys(of: .house, but: new)
        var cursor: IdentityID?
        repeat {
            try Task.checkCancellation()
            let step = try await SeedKeys(database: database).rewrap(
                from: keys, to: newKey, vault: vault, after: cursor, limit: batch)
            outcome.rewrapped += step.count
            outcome.unreadableSeeds += step.unreadable
            try progress(outcome.rewrapped)
            cursor = step.next
        } while cursor != nil
    }

    private func oldKeys(
        of company: CompanyID, but new: WrappedCompanyKey
    ) throws -> [CompanyKeyID: CompanyKey] {
        var keys: [CompanyKeyID: CompanyKey] = [:]
        for key in try vault.keys.directory.keys(of: company.rawValue) where key.keyID != new.keyID {
            keys[key.keyID] = try vault.keys.open(key)
        }
        return keys
    }

    private func companiesWithKeys() async throws -> [CompanyID] {
        var companies = try await database.system(reason: "renew the keys of companies") { transaction in
            try await transaction.companies().map(\.id)
        }
        companies.append(.house)
        let withKeys = Set(try vault.keys.directory.companies())
        return companies.filter { withKeys.contains($0.rawValue) }
    }
}
