package import Companies
package import Foundation
import Vault

/// Bronze: what sources answered, run by run, as Parquet files packed with zstd. Written from the database, read back and compared
/// before it counts.
package struct BronzeLake: Sendable {
    /// For how long bytes that another file holds are not written again, in seconds.
    static let horizon = 30 * 86_400.0

    private let database: CompanyDatabase
    private let storage: any LakeStorage
    private let duckDB: DuckDB

    package init(database: CompanyDatabase, storage: any LakeStorage, duckDB: DuckDB) {
        self.database = database
        self.storage = storage
        self.duckDB = duckDB
    }

    // MARK: - Writing

    /// Puts runs that are over into the lake, and wants all of them to get there.
    /// - Parameter progress: told after every run.
    /// - Returns: the files.
    /// - Throws: what went wrong first, once all runs were tried that could be.
    package func compact(
        _ company: CompanyID, at moment: Date, progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> [WrittenFile] {
        let round = try await keep(company, at: moment, progress: progress)
        if let failure = round.failures.first { throw failure.error }
        return round.files
    }

    /// Puts runs that are over into the lake, at most `limit` of them. One that cannot be written holds up no other.
    /// - Parameter progress: told after every run.
    package func keep(
        _ company: CompanyID, at moment: Date, limit: Int = 1_000, progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> BronzeRound {
        let waiting = try await database.transaction(in: company) {
            try await BronzeQueries(transaction: $0).waiting(limit: limit)
        }
        storage.clear(before: Date() - 86_400)
        var round = BronzeRound()
        for (index, run) in waiting.enumerated() {
            try Task.checkCancellation()
            do {
                round.files.append(try await write(run, of: company, at: moment))
            } catch let error where !(error is CancellationError) {
                let problem = LakeProblem.naming(error, at: run.run.uuidString.lowercased())
                round.failures.append(BronzeRound.Failure(run: run.run, error: problem))
                // A place that cannot be reached takes none of them, and finding that out takes a while each time.
                if case LakeProblem.outOfReach = problem { break }
            }
            progress(index + 1, waiting.count)
        }
        return round
    }

    private func write(_ run: BronzeQueries.Waiting, of company: CompanyID, at moment: Date) async throws -> WrittenFile
    {
        let work = try storage.workplace()
        defer { try? FileManager.default.removeItem(at: work) }
        let lines = work.appendingPathComponent("records.json")
        let horizon = moment - Self.horizon
        let written = try await spill(run.run, of: company, horizon: horizon, to: lines)
        // Somebody else has put it there, and let go of it here.
        guard written.records == run.records else {
            throw LakeProblem.notWhole(
                "\(run.records) answers of run \(run.run) were to be read, and there are \(written.records)")
        }
        let parquet = work.appendingPathComponent("records.parquet")
        // DuckDB would let others read it; a file that is there it writes over, if it is told to.
        try PrivateFile.makeFile(parquet.path)
        let answer = try await duckDB.run(
            [
                """
                COPY (SELECT \(BronzeColumns.read) FROM read_json(\(DuckDB.quoted(lines.path)), format='newline_delimited',
                    columns=\(BronzeColumns.json), maximum_object_size=100000000) ORDER BY record)
                TO \(DuckDB.quoted(parquet.path)) (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 9, ROW_GROUP_SIZE 2048,
                    USE_TMP_FILE false)
                """,
                """
                SELECT count(*) AS records, coalesce(sum(octet_length(body)), 0)::BIGINT AS bytes,
                    count(*) FILTER (WHERE body IS NOT NULL AND sha256(body) <> lower(hex(body_hash))) AS wrong
                FROM read_parquet(\(DuckDB.quoted(parquet.path)), hive_partitioning=false)
                """,
            ], in: work)
        let check = try JSONDecoder().decode([Check].self, from: answer).first
        guard let check, check.records == written.records, check.bytes == written.bytes, check.wrong == 0 else {
            throw LakeProblem.notWhole("\(written.records) answers of run \(run.run) were to be there")
        }
        let path = LakePath(
            company: company, source: run.source, scope: run.scope, run: run.run, startedAt: run.startedAt)
        let size = try FileManager.default.attributesOfItem(atPath: parquet.path)[.size] as? Int ?? 0
        let file = WrittenFile(
            path: path.text, records: written.records, bodyBytes: written.bytes, fileBytes: size,
            hash: try FileHash.sha256(path: parquet.path))
        // Whoever is killed between here and there leaves a file that nobody knows of, and the next one puts another in its place.
        try await storage.put(parquet, as: file)
        try await database.transaction(in: company) {
            try await BronzeQueries(transaction: $0).note(file, of: run.run, horizon: horizon, at: moment)
        }
        return file
    }

    private struct Check: Decodable {
        let records: Int
        let bytes: Int
        let wrong: Int
    }

    /// Writes a run's answers as lines, a few at a time.
    private func spill(
        _ run: UUID, of company: CompanyID, horizon: Date, to file: URL
    ) async throws -> (records: Int, bytes: Int) {
        try PrivateFile.makeFile(file.path)
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        var (records, bytes, last) = (0, 0, 0)
        // The same bytes twice in one run are one body in the database, and are written with each of its answers.
        while true {
            let after = last
            let rows = try await database.transaction(in: company) {
                try await BronzeQueries(transaction: $0).records(of: run, after: after, horizon: horizon, limit: 16)
            }
            guard let end = rows.last else { return (records, bytes) }
            for row in rows {
                var line = try row.line(encoder)
                line.append(UInt8(ascii: "\n"))
                try handle.write(contentsOf: line)
                records += 1
                if row.bodyRun == nil { bytes += row.bodyBytes }
            }
            last = end.record
        }
    }

    // MARK: - Reading

    /// The answers of a run from the lake, spare ones left out, a few at a time, in the order they came.
    /// - Throws: `LakeProblem.notWhole` when its file, or one that holds bytes of it, is not there or is another company's.
    func records(of run: UUID, in company: CompanyID, after record: Int, limit: Int) async throws -> [LakeRecord] {
        let work = try storage.workplace()
        defer { try? FileManager.default.removeItem(at: work) }
        let answer = try await ask(run, in: company, work) { file in
            """
            SELECT record, page, epoch(fetched_at) AS fetched_at, method, url, status, fields, packed_bytes,
                milliseconds, lower(hex(body_hash)) AS body_hash, body_run, to_base64(body) AS body
            FROM read_parquet(\(file), hive_partitioning=false)
            WHERE NOT is_spare AND record > \(record) ORDER BY record LIMIT \(limit)
            """
        }
        guard !answer.isEmpty else { return [] }
        var records = try JSONDecoder().decode([LakeRecord].self, from: answer)
        for index in records.indices {
            guard let other = records[index].body_run.flatMap(UUID.init(uuidString:)) else { continue }
            records[index].body = try await body(records[index].body_hash, of: other, in: company, work)
        }
        return records
    }

    private func body(_ hash: String, of run: UUID, in company: CompanyID, _ work: URL) async throws -> String {
        let answer = try await ask(run, in: company, work) { file in
            """
            SELECT to_base64(body) AS body FROM read_parquet(\(file), hive_partitioning=false)
            WHERE lower(hex(body_hash)) = \(DuckDB.quoted(hash)) AND body IS NOT NULL LIMIT 1
            """
        }
        struct Found: Decodable { let body: String }
        guard !answer.isEmpty, let found = try JSONDecoder().decode([Found].self, from: answer).first else {
            throw LakeProblem.notWhole("the bytes \(hash) are not in the file of run \(run)")
        }
        return found.body
    }

    /// Asks the file of a run.
    /// - Parameter statement: made from the file's name as a literal.
    private func ask(
        _ run: UUID, in company: CompanyID, _ work: URL, _ statement: (String) -> String
    ) async throws -> Data {
        let file = try await database.transaction(in: company) {
            try await BronzeQueries(transaction: $0).file(of: run)
        }
        if let file { try check(file.path, of: run, in: company) }
        let answer: Data? =
            if let file {
                try await storage.lend(file) { place in
                    try await duckDB.run([statement(DuckDB.quoted(place.path))], in: work)
                }
            } else {
                nil
            }
        guard let answer else { throw LakeProblem.notWhole("run \(run.uuidString.lowercased()) has no file") }
        return answer
    }

    /// A row alone must not lead to another company's file, nor to a copy of it.
    private func check(_ path: String, of run: UUID, in company: CompanyID) throws(LakeProblem) {
        guard LakePath.isWithin(company, path) else {
            throw .notWhole("run \(run.uuidString.lowercased()) names one that is not its company's")
        }
    }

    // MARK: - Retention

    /// Removes what is kept long enough: answers from the database once they are in the lake, and files.
    /// - Returns: answers and files removed.
    /// - Throws: what went wrong first, once all files were tried that could be.
    package func forget(
        _ company: CompanyID, keeping retention: BronzeRetention, at moment: Date
    ) async throws -> (records: Int, files: Int) {
        var (records, files) = (0, 0)
        while true {
            let removed = try await database.transaction(in: company) {
                try await BronzeQueries(transaction: $0).forgetRecords(
                    before: moment - retention.database, limit: 20)
            }
            if removed == 0 { break }
            records += removed
        }
        // One that cannot be removed holds up no other.
        var passed = 0
        var problem: (any Error)?
        removing: while true {
            let already = passed
            let old = try await database.transaction(in: company) {
                try await BronzeQueries(transaction: $0).oldFiles(
                    before: moment - retention.lake, after: already, limit: 50)
            }
            if old.isEmpty { break }
            for (run, path) in old {
                try Task.checkCancellation()
                do {
                    try await remove(path, of: run, in: company, at: moment)
                    files += 1
                } catch let error where !(error is CancellationError) {
                    passed += 1
                    problem = problem ?? error
                    if case LakeProblem.outOfReach = error { break removing }
                }
            }
        }
        if let problem { throw problem }
        return (records, files)
    }

    private func remove(_ path: String, of run: UUID, in company: CompanyID, at moment: Date) async throws {
        try check(path, of: run, in: company)
        try await storage.remove(path)
        try await database.transaction(in: company) {
            try await BronzeQueries(transaction: $0).noteRemoved(run, at: moment)
        }
    }
}
