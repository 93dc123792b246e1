/// A host's next turn, as it stands among all processes.
package enum SharedTurn: Sendable, Hashable {
    /// Ours, in so many seconds; with 0 at once.
    case ours(seconds: Double)
    /// Too late for whoever asked, and left to others; it would come in so many seconds.
    case late(seconds: Double)
}
