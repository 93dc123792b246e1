/// What libcurl knows of a hop beside the answer.
struct HopFacts: Sendable {
    /// The last address that was not connected to because it must not be.
    var refused: NetworkAddress?
    /// Where the answer sends us on, as an absolute address.
    var location: String?
    var peer: NetworkAddress?
    /// Whether it came to a connection, encryption included.
    var wasConnected = false
    /// What the proxy answered when it was asked for a way to the server; 0 without an answer, and on a way that stood already.
    var tunnelStatus = 0
    /// All cookies after the answer, a line each as libcurl writes them.
    var cookies: [String] = []
}
