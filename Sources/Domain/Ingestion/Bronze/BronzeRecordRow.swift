import Compression
import Foundation
import Postgres

/// An answer on its way into the lake.
struct BronzeRecordRow: RowDecodable {
    let record: Int
    let page: Int
    let isSpare: Bool
    let fetchedAt: Date
    let method: String
    let url: String
    let questionHash: [UInt8]?
    let status: Int
    let fields: String
    let bodyHash: [UInt8]
    let bodyBytes: Int
    let packedBytes: Int
    let milliseconds: Int
    /// The run whose file holds the bytes; nil where this one's will.
    let bodyRun: UUID?
    private let packed: [UInt8]?

    init(row: inout RowReader) throws {
        record = try row.next()
        page = try row.next()
        isSpare = try row.next()
        fetchedAt = try row.next()
        method = try row.next()
        url = try row.next()
        let question: Blob? = try row.nextOptional()
        questionHash = question?.bytes
        status = try row.next()
        fields = try row.next()
        let hash: Blob = try row.next()
        bodyHash = hash.bytes
        bodyBytes = try row.next()
        packedBytes = try row.next()
        milliseconds = try row.next()
        bodyRun = try row.nextOptional()
        let body: Blob? = try row.nextOptional()
        packed = body?.bytes
    }

    private struct Line: Encodable {
        let record: Int
        let page: Int
        let is_spare: Bool
        let fetched_at: String
        let method: String
        let url: String
        let question_hash: String?
        let status: Int
        let fields: String
        let body_hash: String
        let body_bytes: Int
        let packed_bytes: Int
        let milliseconds: Int
        let body_run: String?
        let body: String?
    }

    /// As a line of JSON, bytes in base64.
    func line(_ encoder: JSONEncoder) throws -> Data {
        let body = try packed.map { Data(try Gzip.decompress($0)).base64EncodedString() }
        return try encoder.encode(
            Line(
                record: record, page: page, is_spare: isSpare,
                fetched_at: fetchedAt.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)),
                method: method,
                url: url, question_hash: questionHash.map { Data($0).base64EncodedString() }, status: status,
                fields: fields,
                body_hash: Data(bodyHash).base64EncodedString(), body_bytes: bodyBytes, packed_bytes: packedBytes,
                milliseconds: milliseconds, body_run: bodyRun?.uuidString.lowercased(), body: body))
    }
}
