import Documents
import Outbound

/// An answer that should be JSON.
enum JSONAnswer {
    /// - Parameter isGuarded: whether an object stands behind signs that keep other sites' scripts from reading it, such as `)]}'`; they
    ///   are skipped.
    /// - Throws: `SourceProblem` for anything else, such as a page.
    static func read(_ visit: Visit, isGuarded: Bool = false) throws(SourceProblem) -> JSONValue {
        switch visit.verdict {
        case .good: break
        case .missing: throw .missing
        case .signedOut: throw .signedOut
        case .unchanged, .notUnderstood, .refused, .tooFast, .transient:
            throw .notUnderstood(status: visit.answer.status)
        }
        let body = visit.answer.body
        do {
            return try JSONParser.parse(isGuarded ? Array(body.drop { $0 != UInt8(ascii: "{") }) : body)
        } catch {
            let start = body.prefix(512)
            throw .wrongShape(expected: "JSON", found: start.contains(UInt8(ascii: "<")) ? "a page" : error.reason)
        }
    }
}
