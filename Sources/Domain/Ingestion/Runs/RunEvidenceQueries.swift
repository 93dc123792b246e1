import Companies
import Foundation
import Postgres

/// Keeps what a file said: its raw records, and the rows that could not be used.
struct RunEvidenceQueries {
    let run: UUID
    let company: CompanyID

    /// - Parameter block: the batch's number in the run.
    func keep(_ batch: RowBatch, block: Int) -> [SQL] {
        var statements: [SQL] = []
        let raw = batch.raw
        if !raw.isEmpty {
            statements.append(
                """
                INSERT INTO raw_blocks (company_id, run_id, block, first_line, last_line, lines, ends, payload)
                VALUES (\(company), \(run), \(block), \(raw.firstLine), \(raw.lastLine), \(raw.lines), \(raw.ends),
                    \(Blob(raw.payload)))
                """)
        }
        if batch.rejectCount > 0 {
            statements.append(
                """
                INSERT INTO scrape_errors (company_id, run_id, line, column_name, reason)
                SELECT \(company), \(run), line, column_name, reason
                FROM unnest(\(batch.rejectLines), \(batch.rejectColumns), \(batch.rejectReasons))
                    AS t (line, column_name, reason)
                ON CONFLICT DO NOTHING
                """)
        }
        return statements
    }
}
