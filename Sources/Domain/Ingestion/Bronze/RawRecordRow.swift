import Companies
import Compression
import Foundation
import HTTPTypes
import Outbound
import Postgres

/// An answer as it was kept.
struct RawRecordRow: RowDecodable {
    let record: Int
    let page: Int
    let fetchedAt: Date
    let method: String
    let url: String
    let status: Int
    let fields: HTTPFields
    let packedBytes: Int
    let milliseconds: Int
    /// Gzipped, as it lies in the database.
    private let packed: [UInt8]

    init(row: inout RowReader) throws {
        record = try row.next()
        page = try row.next()
        fetchedAt = try row.next()
        method = try row.next()
        url = try row.next()
        status = try row.next()
        fields = RawFields.read(try row.next())
        packedBytes = try row.next()
        milliseconds = try row.next()
        let blob: Blob = try row.next()
        packed = blob.bytes
    }

    /// - Throws: `InflateProblem` for bytes that are not what was kept.
    func body() throws -> [UInt8] { try Gzip.decompress(packed) }

    /// The answer as a connector got it.
    /// - Parameter signedOut: of the source's policy.
    func visit(signedOut: Set<Int>) throws -> Visit {
        let answer = WebAnswer(
            address: try WebAddress(url), status: status, fields: fields, body: try body(), packedBytes: packedBytes,
            duration: .milliseconds(milliseconds))
        return Visit(answer: answer, verdict: AnswerVerdict(answer, signedOut: signedOut))
    }

    static func query(_ condition: SQL, _ transaction: CompanyTransaction, limit: Int = 1_000) -> Query<RawRecordRow> {
        Query(
            """
            SELECT r.record, r.page, r.fetched_at, r.method, r.url, r.status, r.fields, r.packed_bytes, r.milliseconds,
                b.body
            FROM raw_records r JOIN raw_bodies b ON b.company_id = r.company_id AND b.body_hash = r.body_hash
            WHERE r.company_id = \(transaction.company) AND \(condition)
            ORDER BY r.record LIMIT \(limit)
            """)
    }
}
