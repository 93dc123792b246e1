/// A source that counts something over time.
package protocol SeriesSource: Sendable {
    var profile: SourceProfile { get }

    /// Reads the page at a cursor, such as a few series from their beginning to now; nil begins at the first.
    /// - Throws: `VisitFailure`, `SourceProblem`; `CancellationError` when the task is cancelled.
    func points(at cursor: SourceCursor?, through door: SourceDoor) async throws -> SourcePage<SeriesPoint>
}
