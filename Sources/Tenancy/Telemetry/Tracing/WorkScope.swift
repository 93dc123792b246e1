package import Logging
import Synchronization

/// Whom the present task works for: what every line of the log says without its author knowing it.
///
/// A web node opens one for each request, a worker one for each job. Tasks started inside see it; detached ones do not.
package final class WorkScope: Sendable {
    /// The scope of the present task.
    @TaskLocal package static var current: WorkScope?

    /// Who was recognised on the way.
    private struct Known {
        var company: (any CustomStringConvertible & Sendable)?
        var identity: (any CustomStringConvertible & Sendable)?
    }

    package let trace: TraceContext
    /// Names the request to the log, the record and the person; nil if the work is none.
    package let request: String?
    private let more: Logger.Metadata
    private let known = Mutex(Known())

    /// - Parameters:
    ///   - requestID: of the request, if it is one.
    ///   - metadata: what else every line shall say, such as the id and kind of a job.
    package init(trace: TraceContext, requestID: String? = nil, metadata: Logger.Metadata = [:]) {
        self.trace = trace
        request = requestID
        more = metadata
    }

    /// Says for whom the work is, once that is known. Nothing but ids: names and addresses of people are no business
    /// of the log.
    package func recognise(
        company: (any CustomStringConvertible & Sendable)?, identity: (any CustomStringConvertible & Sendable)? = nil
    ) {
        known.withLock { known in
            if let company { known.company = company }
            if let identity { known.identity = identity }
        }
    }

    /// `trace_id`, `span_id` and, where they are known, `request_id`, `company_id` and `identity_id`.
    package var metadata: Logger.Metadata {
        var metadata = more
        metadata["trace_id"] = .string(trace.traceID)
        metadata["span_id"] = .string(trace.spanID)
        if let request { metadata["request_id"] = .string(request) }
        let known = known.withLock { $0 }
        if let company = known.company { metadata["company_id"] = .string("\(company)") }
        if let identity = known.identity { metadata["identity_id"] = .string("\(identity)") }
        return metadata
    }

    /// Gives log handlers what the present task's scope knows.
    package static let metadataProvider = Logger.MetadataProvider { current?.metadata ?? [:] }
}
