/// Ends what has been waited for long enough.
struct Alarm: Sendable {
    /// Seconds; nobody waits longer, and no clock counts that far.
    private static let longest = 1_000_000_000.0

    private let goOff: @Sendable (Duration) async throws -> Void

    /// - Parameter goOff: returns after so long.
    init(_ goOff: @escaping @Sendable (Duration) async throws -> Void) { self.goOff = goOff }

    /// Waits for something no longer than `seconds`.
    ///
    /// - Parameter body: is called off when time is up, and waited for. If it comes to its end all the same, that counts, so that
    ///   nothing it took is lost.
    /// - Returns: nil when time was up.
    /// - Throws: what `body` throws; `CancellationError` when the task is cancelled.
    func within<Value: Sendable>(
        _ seconds: Double, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value? {
        let (goOff, limit) = (goOff, Duration.seconds(min(max(0, seconds), Self.longest)))
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await goOff(limit)
                return nil
            }
            var isOver = false
            var failure: (any Error)?
            while let end = await group.nextResult() {
                // Whichever ends first calls the other off.
                group.cancelAll()
                switch end {
                case .success(.some(let value)): return value
                case .success(.none): isOver = failure == nil
                case .failure(let error): if !isOver, failure == nil { failure = error }
                }
            }
            if let failure { throw failure }
            try Task.checkCancellation()
            return nil
        }
    }
}
