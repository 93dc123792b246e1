import Catalog
package import Companies
package import Foundation
import Postgres

/// The ledger of runs.
package struct RunQueries: Sendable {
    let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) { self.transaction = transaction }

    /// The run that already read these bytes with this mapping.
    func known(source: SourceID, file: [UInt8], mapping: [UInt8]) async throws -> KnownRun? {
        try await transaction.fetch(
            Query<KnownRun>(
                """
                SELECT run_id, source_id, state, hold_reason, rows_read, rows_good, rows_rejected, items, listed_on
                FROM scrape_runs
                WHERE company_id = \(transaction.company) AND source_id = \(source.rawValue)
                    AND file_hash = \(Blob(file)) AND mapping_hash = \(Blob(mapping)) AND state IN ('applied', 'held')
                """)
        ).first
    }

    /// Items of the newest applied list of the same book before `day`; `nil` without one.
    func itemsBefore(
        _ day: CalendarDay?, book: String, source: SourceID, observations: Bool
    ) async throws -> Int? {
        guard let day, !observations else { return nil }
        return try await transaction.fetch(
            Query<Single<Int>>(
                """
                SELECT items FROM scrape_runs
                WHERE company_id = \(transaction.company) AND source_id = \(source.rawValue) AND book = \(book)
                    AND state = 'applied' AND listed_on < \(day)
                ORDER BY listed_on DESC, finished_at DESC LIMIT 1
                """)
        ).first?.value
    }

    private var tick: SQL { SignalClockQueries.tick(of: transaction.company) }

    func record(_ report: ImportReport, source: SourceID, hash: [UInt8], mapping: Mapping) async throws {
        let moment = report.startedAt
        try await transaction.execute(
            """
            INSERT INTO scrape_runs (company_id, run_id, source_id, book, file_name, file_hash, mapping_hash, listed_on,
                state, hold_reason, rows_read, rows_good, rows_rejected, items, listings_new, listings_changed, notes,
                started_at, finished_at, tick)
            VALUES (\(transaction.company), \(report.run), \(source.rawValue), \(report.book), \(report.fileName),
                \(Blob(hash)), \(Blob(mapping.fingerprint)), \(report.listedOn), \(report.state.rawValue),
                \(report.holdReason), \(report.rowsRead), \(report.rowsGood), \(report.rowsRejected),
                \(report.items), \(report.listingsNew), \(report.listingsChanged), \(report.notes), \(moment),
                clock_timestamp(), \(report.state == .applied ? tick : "NULL"))
            """)
    }

    func recordFailure(_ sentence: String, source: SourceID, file: ImportFile) async throws {
        try await transaction.execute(
            """
            INSERT INTO scrape_runs (company_id, run_id, source_id, book, file_name, file_hash, mapping_hash, state,
                failure, rows_read, rows_good, rows_rejected, items, started_at, finished_at)
            VALUES (\(transaction.company), \(file.moment.run), \(source.rawValue), \(file.mapping.name), \(file.name),
                \(Blob([])), \(Blob([])), 'failed', \(sentence), 0, 0, 0, 0, \(file.moment.now), clock_timestamp())
            """)
    }

    func confirm(_ run: UUID, written: (new: Int, changed: Int), at moment: Date) async throws {
        try await transaction.execute(
            """
            UPDATE scrape_runs SET state = 'applied', listings_new = \(written.new),
                listings_changed = \(written.changed), finished_at = \(moment), tick = \(tick)
            WHERE company_id = \(transaction.company) AND run_id = \(run) AND state = 'held'
            """)
    }

    /// Rejected rows in the order of the file, after `line`.
    package func rejects(of run: UUID, after line: Int = 0, limit: Int) async throws -> [RowReject] {
        try await transaction.fetch(
            Query<RowReject>(
                """
                SELECT e.line, e.column_name, e.reason, \(RawPayloadQueries.of("e"))
                FROM scrape_errors e
                WHERE e.company_id = \(transaction.company) AND e.run_id = \(run) AND e.line > \(line)
                ORDER BY e.line LIMIT \(limit)
                """))
    }
}
