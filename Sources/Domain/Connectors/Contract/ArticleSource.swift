/// A medium: what it writes, the newest first.
package protocol ArticleSource: Sendable {
    var profile: SourceProfile { get }

    /// Reads the page at a cursor; nil begins at the newest.
    /// - Throws: `VisitFailure`, `SourceProblem`; `CancellationError` when the task is cancelled.
    func articles(at cursor: SourceCursor?, through door: SourceDoor) async throws -> SourcePage<Article>
}
