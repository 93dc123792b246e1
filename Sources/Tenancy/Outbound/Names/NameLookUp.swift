import Foundation
import Synchronization

/// One look-up of a name. A resolver cannot be called off, so it is left behind on its thread when it takes too long.
final class NameLookUp: Sendable {
    private enum State {
        case open
        case awaited(CheckedContinuation<[NetworkAddress]?, Never>)
        /// Nil when nobody waits any more.
        case over([NetworkAddress]?)
    }

    private let state = Mutex(State.open)

    /// - Parameters:
    ///   - limit: how long it may take.
    ///   - ask: says what the name stands for; on a thread of its own, where it may wait.
    /// - Throws: `WebFailure.tooSlow`; `CancellationError` when the task is cancelled.
    static func run(
        within limit: Duration, _ ask: @escaping @Sendable () -> [NetworkAddress]
    ) async throws -> [NetworkAddress] {
        let lookUp = NameLookUp()
        Thread.detachNewThread { lookUp.end(with: ask()) }
        return try await withThrowingTaskGroup(of: [NetworkAddress]?.self) { group in
            group.addTask { await lookUp.answer() }
            group.addTask {
                try await Task.sleep(for: limit)
                throw WebFailure.tooSlow(.connecting)
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let addresses = first else { throw CancellationError() }
            return addresses
        }
    }

    /// - Returns: nil when the task was cancelled first.
    private func answer() async -> [NetworkAddress]? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: [NetworkAddress]?? = state.withLock { state in
                    if case .over(let answer) = state { return .some(answer) }
                    state = .awaited(continuation)
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            end(with: nil)
        }
    }

    /// The first end counts.
    private func end(with answer: [NetworkAddress]?) {
        let waiting: CheckedContinuation<[NetworkAddress]?, Never>? = state.withLock { state in
            defer { if case .over = state {} else { state = .over(answer) } }
            if case .awaited(let continuation) = state { return continuation }
            return nil
        }
        waiting?.resume(returning: answer)
    }
}
