/// Keeps to the pace of hosts together with other processes.
package protocol SharedTurns: Sendable {
    /// Takes the next turn of a host, if it comes in time; the one after it comes `gap` seconds later. One that nobody waits for is not
    /// taken, so that visits which go away leave no holes for those that come.
    /// - Parameters:
    ///   - host: with its port.
    ///   - gap: seconds between the beginnings of two requests.
    ///   - patience: seconds that may be waited for the turn.
    func take(_ host: String, gap: Double, within patience: Double) async throws -> SharedTurn
}
