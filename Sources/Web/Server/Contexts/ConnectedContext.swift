import Hummingbird

/// A request whose connection is known, so that its work can end when the client goes away.
protocol ConnectedContext: RequestContext {
    var connection: ObjectIdentifier { get }
}
