/// Keeps to the pace of hosts together with other processes.
package protocol SharedTurns: Sendable {
    /// Takes the next turn of a host; the one after it comes `gap` seconds later.
    /// - Parameters:
    ///   - host: with its port.
    ///   - gap: seconds between the beginnings of two requests.
    /// - Returns: seconds until the turn comes; 0 for now.
    func take(_ host: String, gap: Double) async throws -> Double
}
