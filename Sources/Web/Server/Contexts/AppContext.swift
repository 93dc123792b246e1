import Hummingbird
import Logging
import NIOCore
import Telemetry

/// A request before anybody is known.
struct AppContext: GuardedContext {
    static let access = Access.everybody

    var coreContext: CoreRequestContextStorage
    /// Names the request in the log and to the person. The server's own accessor of that name ends the process when the
    /// log's handler keeps no metadata.
    let id: String
    /// The connection.
    let channel: any Channel
    /// What the log and the trace know of this request; set by `EnvelopeMiddleware`.
    var work: WorkScope?
    /// Who asks; set by `SessionMiddleware`.
    var member: Member?
    /// Whose session it is that is in no company (any more); set by `SessionMiddleware`.
    var visitor: Visitor?

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        id =
            source.logger[metadataKey: "hb.request.id"]?.description
            ?? String(UInt64.random(in: .min ... .max), radix: 16)
        channel = source.channel
    }

    /// The pattern the request matched, for log and metrics; `unmatched` if none. Known once the router has chosen.
    var route: String {
        // The router has a word of its own for that.
        if let pattern = endpointPath, pattern.utf8.first == UInt8(ascii: "/") { pattern } else { "unmatched" }
    }

    /// Names the connection, to notice when the client goes away.
    var connection: ObjectIdentifier { ObjectIdentifier(channel) }
}
