import Hummingbird
import NIOCore
import Telemetry

/// A request before anybody is known.
struct AppContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The connection.
    let channel: any Channel
    /// What the log and the trace know of this request; set by `EnvelopeMiddleware`.
    var work: WorkScope?
    /// Who asks; set by `SessionMiddleware`.
    var member: Member?

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// Names the connection, to notice when the client goes away.
    var connection: ObjectIdentifier { ObjectIdentifier(channel) }
}
