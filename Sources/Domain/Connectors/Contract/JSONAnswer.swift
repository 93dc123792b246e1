import Documents
import Outbound

/// An answer that should be JSON.
enum JSONAnswer {
    /// - Throws: `SourceProblem` for anything else, such as a page.
    static func read(_ visit: Visit) throws(SourceProblem) -> JSONValue {
        switch visit.verdict {
        case .good: break
        case .missing: throw .missing
        case .signedOut: throw .signedOut
        case .unchanged, .notUnderstood, .refused, .tooFast, .transient:
            throw .notUnderstood(status: visit.answer.status)
        }
        do {
            return try JSONParser.parse(visit.answer.body)
        } catch {
            let start = visit.answer.body.prefix(512)
            throw .wrongShape(expected: "JSON", found: start.contains(UInt8(ascii: "<")) ? "a page" : error.reason)
        }
    }
}
