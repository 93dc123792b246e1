import Foundation
import Outbound

/// An answer as a file of the lake has it.
struct LakeRecord: Decodable {
    let record: Int
    let page: Int
    /// Seconds since the Unix epoch.
    let fetched_at: Double
    let method: String
    let url: String
    let status: Int
    let fields: String
    let packed_bytes: Int
    let milliseconds: Int
    let body_hash: String
    let body_run: String?
    /// In base64.
    var body: String?

    /// The answer as a connector got it.
    func visit(signedOut: Set<Int>) throws -> Visit {
        guard let bytes = body.flatMap({ Data(base64Encoded: $0) }) else {
            throw LakeProblem.notWhole("answer \(record) has no bytes")
        }
        let answer = WebAnswer(
            address: try WebAddress(url), status: status, fields: RawFields.read(fields), body: Array(bytes),
            packedBytes: packed_bytes, duration: .milliseconds(milliseconds))
        return Visit(answer: answer, verdict: AnswerVerdict(answer, signedOut: signedOut))
    }
}
