/// A source of things to buy: a distributor's portal, a shop.
package protocol ProductSource: Sendable {
    var profile: SourceProfile { get }

    /// Reads the page at a cursor; nil begins at the first.
    /// - Parameter category: one of the source's own; nil for everything.
    /// - Throws: `VisitFailure`, `SourceProblem`; `CancellationError` when the task is cancelled.
    func products(
        in category: String?, at cursor: SourceCursor?, through door: SourceDoor
    ) async throws -> SourcePage<SourceProduct>
}
