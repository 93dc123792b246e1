import HTTPTypes
import Telemetry

/// Takes part in the traces of callers, and tells them where to look.
struct TraceHeaders: Sendable {
    private static let parent = HTTPField.Name("traceparent")
    private static let response = HTTPField.Name("traceresponse")
    private static let id = HTTPField.Name("x-request-id")

    private let ids = TraceIDs()

    /// A span of the caller's trace, or the first of a new one when there is none or its header is not as it must be.
    func trace(of headers: HTTPFields) -> TraceContext {
        caller(headers)?.child(ids) ?? TraceContext(ids)
    }

    /// Names the request to everybody, and its span to callers that trace.
    func answer(to headers: HTTPFields, in work: WorkScope, id: String, _ answer: inout HTTPFields) {
        if let name = Self.id { answer[name] = id }
        if let name = Self.response, caller(headers) != nil { answer[name] = work.trace.encoded }
    }

    private func caller(_ headers: HTTPFields) -> TraceContext? {
        Self.parent.flatMap { headers[$0] }.flatMap(TraceContext.init(traceparent:))
    }
}
