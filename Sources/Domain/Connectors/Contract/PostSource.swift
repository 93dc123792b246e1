/// A place where people talk: what they write, the newest first.
package protocol PostSource: Sendable {
    var profile: SourceProfile { get }

    /// Reads the page at a cursor; nil begins at the newest.
    /// - Throws: `VisitFailure`, `SourceProblem`; `CancellationError` when the task is cancelled.
    func posts(at cursor: SourceCursor?, through door: SourceDoor) async throws -> SourcePage<Post>
}
