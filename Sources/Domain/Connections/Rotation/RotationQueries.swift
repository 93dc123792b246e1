import Companies
import Foundation
import Postgres
import Vault

/// What a rotation reads and writes of one company's secrets in one table.
struct RotationQueries {
    let transaction: CompanyTransaction
    let table: SecretTable

    /// Where a batch ended.
    struct Cursor: Sendable {
        let owner: UUID
        let purpose: String
        let field: String
    }

    /// How many secrets are not sealed under a key.
    func count(notUnder key: CompanyKeyID?) async throws -> Int {
        try await transaction.fetch(
            Query<Single<Int>>(
                """
                SELECT count(*) FROM \(table.name) WHERE company_id = \(transaction.company)
                    AND company_key_id IS DISTINCT FROM \(key?.rawValue)
                """)
        ).first?.value ?? 0
    }

    /// How many secrets are sealed under which key.
    func counts() async throws -> [CompanyKeyID: Int] {
        let rows = try await transaction.fetch(
            Query<Pair<UUID, Int>>(
                """
                SELECT company_key_id, count(*) FROM \(table.name) WHERE company_id = \(transaction.company)
                GROUP BY company_key_id
                """))
        return Dictionary(rows.map { (CompanyKeyID(rawValue: $0.first), $0.second) }) { first, _ in first }
    }

    /// The next secrets that are not sealed under a key, in the order of their names.
    func batch(notUnder key: CompanyKeyID, after cursor: Cursor?, limit: Int) async throws -> [SecretRow] {
        let after: SQL =
            cursor.map {
                "AND (\(table.owner), purpose, field) > (\($0.owner), \($0.purpose), \($0.field))"
            } ?? ""
        return try await transaction.fetch(
            Query<SecretRow>(
                """
                SELECT \(SecretRow.columns(of: table)) FROM \(table.name) WHERE company_id = \(transaction.company)
                    AND company_key_id <> \(key.rawValue) \(after)
                ORDER BY \(table.owner), purpose, field LIMIT \(literal: limit)
                """))
    }

    /// Writes data keys that were sealed anew. A secret that somebody replaced meanwhile, or that another rotation has
    /// done, is left alone.
    /// - Returns: how many were written.
    func write(_ rewrapped: [(row: SecretRow, sealed: SealedSecret)]) async throws -> Int {
        var (owners, dataKeys, oldKeys, newKeys) = ([UUID](), [UUID](), [UUID](), [UUID]())
        var (purposes, fields, sealed) = ([String](), [String](), [Blob]())
        for entry in rewrapped {
            owners.append(entry.row.owner)
            purposes.append(entry.row.purpose)
            fields.append(entry.row.field)
            dataKeys.append(entry.row.sealed.dataKey)
            oldKeys.append(entry.row.sealed.companyKey.rawValue)
            newKeys.append(entry.sealed.companyKey.rawValue)
            sealed.append(Blob(entry.sealed.sealedDataKey))
        }
        return try await transaction.execute(
            """
            UPDATE \(table.name) AS s SET company_key_id = v.new_key, sealed_data_key = v.sealed
            FROM (SELECT unnest(\(owners)) AS owner, unnest(\(purposes)) AS purpose, unnest(\(fields)) AS field,
                unnest(\(dataKeys)) AS data_key, unnest(\(oldKeys)) AS old_key, unnest(\(newKeys)) AS new_key,
                unnest(\(sealed)) AS sealed) AS v
            WHERE s.company_id = \(transaction.company) AND s.\(table.owner) = v.owner AND s.purpose = v.purpose
                AND s.field = v.field AND s.data_key_id = v.data_key AND s.company_key_id = v.old_key
            """)
    }

    /// Waits until nobody writes under an older key than the newest, or is about to read under one.
    static func waitForHolders(of company: CompanyID, in database: CompanyDatabase) async throws {
        let end = ContinuousClock.now + .seconds(60)
        while true {
            do {
                return try await database.transaction(in: company) { transaction in
                    try await SecretQueries(transaction: transaction).waitForHolders()
                }
            } catch let error as DatabaseError where error.state == .lockNotAvailable {
                guard ContinuousClock.now < end else { throw error }
                try Task.checkCancellation()
            }
        }
    }
}
