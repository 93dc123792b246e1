/// The pages of a source one after the other, each asked for when the one before has been dealt with. To resume, begin with the cursor
/// of the last page that was kept.
package struct PageStream<Record: Sendable>: AsyncSequence, Sendable {
    package typealias Element = SourcePage<Record>
    package typealias Failure = any Error

    private let start: SourceCursor?
    private let page: @Sendable (SourceCursor?) async throws -> SourcePage<Record>

    /// - Parameters:
    ///   - start: where to begin; nil for the beginning.
    ///   - page: reads the page at a cursor.
    package init(
        from start: SourceCursor? = nil, _ page: @escaping @Sendable (SourceCursor?) async throws -> SourcePage<Record>
    ) {
        self.start = start
        self.page = page
    }

    package struct Iterator: AsyncIteratorProtocol {
        var cursor: SourceCursor?
        var isOver = false
        let page: @Sendable (SourceCursor?) async throws -> SourcePage<Record>

        package mutating func next() async throws -> SourcePage<Record>? {
            if isOver { return nil }
            try Task.checkCancellation()
            let found = try await page(cursor)
            cursor = found.cursor
            isOver = found.isLast
            return found
        }
    }

    package func makeAsyncIterator() -> Iterator { Iterator(cursor: start, page: page) }
}
