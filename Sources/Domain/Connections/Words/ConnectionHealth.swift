/// How a connection fared when it was used last. Twin of the check on `connections.health` (parity test).
package enum ConnectionHealth: String, Sendable, Hashable, CaseIterable {
    /// Nobody has tried these credentials yet.
    case untested
    case working
    /// The source does not accept the credentials.
    case refused
    /// The source did not answer.
    case unreachable
    /// The source answered otherwise than it used to.
    case changed
}
