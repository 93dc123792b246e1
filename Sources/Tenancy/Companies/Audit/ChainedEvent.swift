import Foundation
import Postgres
import Vault

/// An event as the chain proves it. Computes what the database's trigger computes, from the same columns and in code of its own, so
/// that a trigger somebody altered is found out as well.
struct ChainedEvent: Sendable, RowDecodable {
    let sequence: Int
    let keyID: Int
    let proof: [UInt8]
    private let parts: [String?]

    static func page(of company: CompanyID, after sequence: Int, limit: Int) -> Query<ChainedEvent> {
        Query(
            """
            SELECT sequence, key_id, proof, company_id::text, (extract(epoch FROM happened_at) * 1000000)::bigint, action,
                actor_kind, actor::text, subject_kind, subject, facts, request
            FROM audit_events WHERE company_id = \(company) AND sequence > \(sequence) ORDER BY sequence LIMIT \(limit)
            """)
    }

    init(row: inout RowReader) throws {
        sequence = try row.next()
        keyID = try row.next()
        proof = try row.next(Blob.self).bytes
        let company: String = try row.next()
        let microseconds: Int = try row.next()
        let action: String = try row.next()
        let actorKind: String = try row.next()
        parts = [
            company, "\(sequence)", "\(microseconds)", action, actorKind, try row.nextOptional(),
            try row.nextOptional(),
            try row.nextOptional(), try row.next(), try row.nextOptional(),
        ]
    }

    /// What the proof must be after an event with `previous`.
    func expectedProof(after previous: [UInt8], key: [UInt8]) -> [UInt8] {
        var message = previous
        message.reserveCapacity(512)
        for part in parts {
            guard let part else {
                message.append(UInt8(ascii: "-"))
                continue
            }
            message.append(contentsOf: String(part.utf8.count).utf8)
            message.append(UInt8(ascii: ":"))
            message.append(contentsOf: part.utf8)
        }
        return hmacSHA256(key: key, message: message)
    }
}
