import Companies
import Foundation
import Postgres

/// Which runs are in the lake, which are to be put there, and what of the database is not needed any more.
struct BronzeQueries {
    let transaction: CompanyTransaction

    /// A run whose answers are to be put into the lake.
    struct Waiting: RowDecodable {
        let run: UUID
        let source: String
        let scope: String
        let startedAt: Date
        let records: Int

        init(row: inout RowReader) throws {
            run = try row.next()
            source = try row.next()
            let book: String = try row.next()
            // As `RunBook` writes it.
            scope = book.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
            startedAt = try row.next()
            records = try row.next()
        }
    }

    /// Runs that are over and not in the lake yet, the oldest first.
    func waiting(limit: Int) async throws -> [Waiting] {
        try await transaction.fetch(
            Query<Waiting>(
                """
                SELECT r.run_id, s.slug, r.book, r.started_at,
                    (SELECT count(*) FROM raw_records w WHERE w.company_id = r.company_id AND w.run_id = r.run_id)
                FROM scrape_runs r JOIN sources s ON s.company_id = r.company_id AND s.source_id = r.source_id
                WHERE r.company_id = \(transaction.company) AND r.connection_id IS NOT NULL AND r.state <> 'running'
                    AND NOT EXISTS (SELECT FROM bronze_files b WHERE b.company_id = r.company_id AND b.run_id = r.run_id)
                    AND EXISTS (SELECT FROM raw_records w WHERE w.company_id = r.company_id AND w.run_id = r.run_id)
                ORDER BY r.started_at, r.run_id LIMIT \(limit)
                """))
    }

    /// Answers of a run with their bytes, or with the run whose file holds those.
    /// - Parameter horizon: bytes filed before this moment are filed again.
    func records(of run: UUID, after record: Int, horizon: Date, limit: Int) async throws -> [BronzeRecordRow] {
        try await transaction.fetch(
            Query<BronzeRecordRow>(
                """
                SELECT r.record, r.page, r.is_spare, r.fetched_at, r.method, r.url, r.question_hash, r.status, r.fields,
                    r.body_hash, r.body_bytes, r.packed_bytes, r.milliseconds,
                    CASE WHEN b.filed_at >= \(horizon) AND b.file_run <> r.run_id THEN b.file_run END,
                    CASE WHEN b.filed_at >= \(horizon) AND b.file_run <> r.run_id THEN NULL ELSE b.body END
                FROM raw_records r JOIN raw_bodies b ON b.company_id = r.company_id AND b.body_hash = r.body_hash
                WHERE r.company_id = \(transaction.company) AND r.run_id = \(run) AND r.record > \(record)
                ORDER BY r.record LIMIT \(limit)
                """))
    }

    /// Notes a file of the lake, and the bytes it holds.
    func note(_ file: WrittenFile, of run: UUID, horizon: Date, at moment: Date) async throws {
        _ = try await transaction.execute(all: [
            """
            UPDATE raw_bodies b SET file_run = \(run), filed_at = \(moment)
            FROM raw_records r
            WHERE r.company_id = \(transaction.company) AND r.run_id = \(run) AND b.company_id = r.company_id
                AND b.body_hash = r.body_hash AND (b.filed_at IS NULL OR b.filed_at < \(horizon) OR b.file_run = \(run))
            """,
            """
            INSERT INTO bronze_files (company_id, run_id, path, records, body_bytes, file_bytes, file_hash, written_at)
            VALUES (\(transaction.company), \(run), \(file.path), \(file.records), \(file.bodyBytes), \(file.fileBytes),
                \(Blob(file.hash)), \(moment))
            ON CONFLICT (company_id, run_id) DO UPDATE SET path = excluded.path, records = excluded.records,
                body_bytes = excluded.body_bytes, file_bytes = excluded.file_bytes, file_hash = excluded.file_hash,
                written_at = excluded.written_at, removed_at = NULL
            """,
        ])
    }

    /// A file as it was noted.
    private struct Noted: RowDecodable {
        let file: WrittenFile

        init(row: inout RowReader) throws {
            let path: String = try row.next()
            let records: Int = try row.next()
            let bodyBytes: Int = try row.next()
            let fileBytes: Int = try row.next()
            let hash: Blob = try row.next()
            file = WrittenFile(
                path: path, records: records, bodyBytes: bodyBytes, fileBytes: fileBytes, hash: hash.bytes)
        }
    }

    /// The file of a run; nil for one that has none, or whose time is over.
    func file(of run: UUID) async throws -> WrittenFile? {
        try await transaction.fetch(
            Query<Noted>(
                """
                SELECT path, records, body_bytes, file_bytes, file_hash FROM bronze_files
                WHERE company_id = \(transaction.company) AND run_id = \(run) AND removed_at IS NULL
                """)
        ).first?.file
    }

    // MARK: - Retention

    /// Removes answers of runs that are in the lake and ended before a moment, and bytes nobody refers to any more.
    /// - Returns: answers removed.
    func forgetRecords(before moment: Date, limit: Int) async throws -> Int {
        let removed = try await transaction.execute(
            """
            DELETE FROM raw_records w WHERE w.company_id = \(transaction.company) AND w.run_id IN (
                SELECT r.run_id FROM scrape_runs r JOIN bronze_files b
                    ON b.company_id = r.company_id AND b.run_id = r.run_id AND b.removed_at IS NULL
                WHERE r.company_id = \(transaction.company) AND r.finished_at < \(moment)
                    AND EXISTS (SELECT FROM raw_records x WHERE x.company_id = r.company_id AND x.run_id = r.run_id)
                ORDER BY r.finished_at LIMIT \(limit))
            """)
        guard removed > 0 else { return 0 }
        try await transaction.execute(
            """
            DELETE FROM raw_bodies b WHERE b.company_id = \(transaction.company) AND NOT EXISTS (
                SELECT FROM raw_records r WHERE r.company_id = b.company_id AND r.body_hash = b.body_hash)
            """)
        return removed
    }

    /// Files written before a moment, the oldest first.
    /// - Parameter passed: how many of them are passed over.
    func oldFiles(before moment: Date, after passed: Int, limit: Int) async throws -> [(run: UUID, path: String)] {
        try await transaction.fetch(
            Query<Pair<UUID, String>>(
                """
                SELECT run_id, path FROM bronze_files WHERE company_id = \(transaction.company) AND removed_at IS NULL
                    AND written_at < \(moment) ORDER BY written_at, run_id OFFSET \(passed) LIMIT \(limit)
                """)
        ).map { ($0.first, $0.second) }
    }

    func noteRemoved(_ run: UUID, at moment: Date) async throws {
        try await transaction.execute(
            """
            UPDATE bronze_files SET removed_at = \(moment)
            WHERE company_id = \(transaction.company) AND run_id = \(run)
            """)
    }
}
