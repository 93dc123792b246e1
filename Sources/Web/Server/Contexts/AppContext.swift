import Hummingbird
import Routes

/// A request before anybody is known.
struct AppContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Names the connection, to notice when the client goes away.
    let connection: ObjectIdentifier
    /// Who asks; set by `SessionMiddleware`.
    var member: Member?

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        connection = ObjectIdentifier(source.channel)
    }
}
