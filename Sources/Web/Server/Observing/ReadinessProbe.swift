import API
import Logging
import Synchronization

/// Finds out whether this process can serve people, for any number of askers at the price of one question a second.
///
/// At most one check is under way; whoever asks meanwhile gets its answer. A check that takes longer than the limit has
/// failed for all who wait, and so it stays until it ends.
final class ReadinessProbe: Sendable {
    private typealias Waiter = CheckedContinuation<Readiness, Never>

    private struct State {
        var known: (answer: Readiness, at: ContinuousClock.Instant)?
        /// The check under way.
        var running: UInt64?
        var isLate = false
        var last: UInt64 = 0
        var waiters: [Waiter] = []
    }

    private let limit: Duration
    private let memory: Duration
    private let logger: Logger
    private let hasSchema: @Sendable () async throws -> Bool
    private let state = Mutex(State())

    /// - Parameters:
    ///   - limit: how long a check may take.
    ///   - memory: how long an answer is remembered.
    ///   - hasSchema: asks the database; cancelled when it is late.
    init(
        limit: Duration = .seconds(1), memory: Duration = .seconds(1), logger: Logger,
        hasSchema: @escaping @Sendable () async throws -> Bool
    ) {
        self.limit = limit
        self.memory = memory
        self.logger = logger
        self.hasSchema = hasSchema
    }

    /// Answers within the limit.
    func check() async -> Readiness {
        await withCheckedContinuation { (waiter: Waiter) in
            let (answer, starts) = state.withLock { state -> (Readiness?, UInt64?) in
                if let known = state.known, .now - known.at < memory { return (known.answer, nil) }
                if state.running != nil, state.isLate { return (.failed(.database), nil) }
                state.waiters.append(waiter)
                guard state.running == nil else { return (nil, nil) }
                state.last += 1
                state.running = state.last
                state.isLate = false
                return (nil, state.last)
            }
            if let answer { waiter.resume(returning: answer) }
            if let starts { start(starts) }
        }
    }

    private func start(_ number: UInt64) {
        let question = Task {
            let answer: Readiness
            do {
                answer = try await hasSchema() ? .ready : .failed(.schema)
            } catch {
                logger.warning("not ready", metadata: ["cause": "\(error)"])
                answer = .failed(.database)
            }
            settle(number, answer, hasEnded: true)
        }
        Task {
            try? await Task.sleep(for: limit)
            if settle(number, .failed(.database), hasEnded: false) { question.cancel() }
        }
    }

    /// True when the check was still under way.
    @discardableResult
    private func settle(_ number: UInt64, _ answer: Readiness, hasEnded: Bool) -> Bool {
        let waiters = state.withLock { state -> [Waiter]? in
            guard state.running == number else { return nil }
            // What comes too late is no answer, but the next one may ask again.
            if !state.isLate { state.known = (answer, .now) }
            if hasEnded { state.running = nil } else { state.isLate = true }
            defer { state.waiters = [] }
            return state.waiters
        }
        waiters?.forEach { $0.resume(returning: answer) }
        return waiters != nil
    }
}
