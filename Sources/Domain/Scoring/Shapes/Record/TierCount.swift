package import Catalog

/// How often products reached the goal, once their time was over.
package struct TierCount: Hashable, Sendable {
    /// Those whose time is over and the ones of them that made it.
    package let reached: Share
    /// Those whose time is not over; they have neither failed nor made it, whatever they have done so far.
    package let pending: Int
    /// Pending ones that have reached the goal already. Not in `reached`: the slow ones of their days would be missing.
    package let pendingReached: Int
}
