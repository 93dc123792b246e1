import Companies
import Compression
import Connectors
import Foundation
import HTTPTypes
import Outbound
import Postgres
import Telemetry
import Vault

/// The answers of a run, as they came.
struct RawRecordQueries {
    let run: UUID
    let transaction: CompanyTransaction

    /// A record's lines: so many there may be of one.
    static let linesOfRecord = 1_000_000

    /// Where something stands that was read from a record, as one number: the record and its place there, from 0.
    static func line(record: Int, place: Int) -> Int { record * linesOfRecord + place + 1 }

    /// Keeps an answer; the same bytes once within the company.
    /// - Throws: `RunTaken` when another process keeps answers of the same run.
    func keep(
        _ visit: Visit, of request: WebRequest, record: Int, page: Int, body packed: [UInt8], hash: [UInt8],
        at moment: Date
    ) async throws {
        let answer = visit.answer
        var method = "GET"
        var question: Blob?
        if case .post(let body) = request.kind {
            method = "POST"
            question = Blob(sha256(body))
        }
        let milliseconds = Int(answer.duration.nanoseconds / 1_000_000)
        do {
            _ = try await transaction.execute(all: [
                """
                INSERT INTO raw_bodies (company_id, body_hash, body, kept_at)
                VALUES (\(transaction.company), \(Blob(hash)), \(Blob(packed)), \(moment))
                ON CONFLICT (company_id, body_hash) DO NOTHING
                """,
                """
                INSERT INTO raw_records (company_id, run_id, record, page, fetched_at, method, url, question_hash, status,
                    fields, body_hash, body_bytes, packed_bytes, milliseconds)
                VALUES (\(transaction.company), \(run), \(record), \(page), \(moment), \(method),
                    \(request.address.description), \(question), \(answer.status), \(RawFields.text(answer.fields)),
                    \(Blob(hash)), \(answer.body.count), \(answer.packedBytes), \(milliseconds))
                """,
            ])
        } catch let error as DatabaseError where error.constraint == "raw_records_pkey" {
            throw RunTaken()
        }
    }

    /// What was answered for a page that is not finished, in the order it was asked.
    func unread(page: Int) async throws -> [RawRecordRow] {
        try await transaction.fetch(
            RawRecordRow.query("r.run_id = \(run) AND r.page = \(page) AND NOT r.is_spare", transaction))
    }

    /// What a run has read, a few records at a time.
    func read(after record: Int, limit: Int) async throws -> [RawRecordRow] {
        try await transaction.fetch(
            RawRecordRow.query(
                "r.run_id = \(run) AND r.record > \(record) AND NOT r.is_spare", transaction, limit: limit))
    }

    /// Lays aside what was answered for a page that could not be read, so that it is asked for again.
    func layAside(page: Int, from record: Int) async throws {
        try await transaction.execute(
            """
            UPDATE raw_records SET is_spare = true
            WHERE company_id = \(transaction.company) AND run_id = \(run) AND page = \(page)
                AND record >= \(record) AND NOT is_spare
            """)
    }
}
