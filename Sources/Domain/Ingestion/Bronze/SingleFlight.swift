import Synchronization

/// Lets one of those who want the same thing get it, while the others wait for the end of that.
final class SingleFlight<Key: Hashable & Sendable>: Sendable {
    private struct State {
        /// Who waits, by number, for each thing that is being got.
        var waiting: [Key: [Int: CheckedContinuation<Void, any Error>]] = [:]
        var last = 0
    }

    private let state = Mutex(State())

    /// Runs `body`, unless somebody does for the same key; then waits for the end of that.
    /// - Returns: nil after a wait, which is when to look again.
    /// - Throws: what `body` throws, also to those who wait for it. Whoever is cancelled gives up alone.
    func run<Answer>(_ key: Key, _ body: () async throws -> Answer) async throws -> Answer? {
        guard begin(key) else {
            try await wait(for: key)
            return nil
        }
        do {
            let answer = try await body()
            end(key, nil)
            return answer
        } catch {
            end(key, error is CancellationError ? nil : error)
            throw error
        }
    }

    private func begin(_ key: Key) -> Bool {
        state.withLock { state in
            guard state.waiting[key] == nil else { return false }
            state.waiting[key] = [:]
            return true
        }
    }

    private func end(_ key: Key, _ problem: (any Error)?) {
        let waiting = state.withLock { $0.waiting.removeValue(forKey: key) } ?? [:]
        for waiter in waiting.values {
            if let problem { waiter.resume(throwing: problem) } else { waiter.resume() }
        }
    }

    private func wait(for key: Key) async throws {
        let number: Int = state.withLock { state in
            state.last += 1
            return state.last
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (waiter: CheckedContinuation<Void, any Error>) in
                let waits: Bool = state.withLock { state in
                    // A task that was cancelled before it stood here is not called any more.
                    guard state.waiting[key] != nil, !Task.isCancelled else { return false }
                    state.waiting[key]?[number] = waiter
                    return true
                }
                if !waits { waiter.resume() }
            }
        } onCancel: {
            let waiter: CheckedContinuation<Void, any Error>? = state.withLock { state in
                state.waiting[key]?.removeValue(forKey: number)
            }
            waiter?.resume(throwing: CancellationError())
        }
        try Task.checkCancellation()
    }
}
