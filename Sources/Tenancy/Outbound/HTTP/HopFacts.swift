/// What libcurl knows of a hop beside the answer.
struct HopFacts: Sendable {
    /// The last address that was not connected to because it must not be.
    var refused: NetworkAddress?
    /// Where the answer sends us on, as an absolute address.
    var location: String?
    var peer: NetworkAddress?
    /// Whether it came to a connection, encryption included.
    var wasConnected = false
    /// All cookies after the answer, a line each as libcurl writes them.
    var cookies: [String] = []
}
