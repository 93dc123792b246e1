import Foundation

/// Runs password hashing on its own few threads with a short queue.
///
/// Hashing on Swift's cooperative pool would stall every request of a two-core server for 20 ms at a time, and an
/// unbounded queue would let a flood of wrong passwords take all memory. So: one thread per two cores, at most 16
/// waiting, and the next caller gets `HashingError.busy` at once. A flood is worked off by as many spare threads, in time that
/// nobody else wants (`HashingQueue`). A password check that has begun is not interrupted; one that still waits leaves the queue
/// when its task is cancelled.
package final class HashingPool: Sendable {
    /// Jobs that may wait while all threads work.
    package static let standardQueueLimit = 16

    /// Memory all threads may use for hashing together, in KiB (128 MiB).
    private static let memoryLimitKiB = 128 * 1024

    /// Costs of new hashes.
    package var parameters: HashingParameters { hasher.parameters }

    private let hasher: PasswordHasher
    private let threads: HashingThreads

    /// - Parameters:
    ///   - hasher: the algorithm and its cost.
    ///   - workers: threads, at least 1; nil for one per two cores, or as many as fit into 128 MiB of hashing memory.
    ///   - spares: threads for floods, 0 or more; nil for as many as `workers` if they fit into that memory too.
    ///   - queueLimit: jobs that may wait, 0 or more.
    package init(
        hasher: PasswordHasher = PasswordHasher(), workers: Int? = nil, spares: Int? = nil,
        queueLimit: Int = HashingPool.standardQueueLimit
    ) {
        let fitting = max(1, Self.memoryLimitKiB / Int(hasher.parameters.memoryKiB))
        let standard = min(fitting, max(1, ProcessInfo.processInfo.activeProcessorCount / 2))
        let ordinary = max(1, workers ?? standard)
        self.hasher = hasher
        threads = HashingThreads(
            workers: ordinary, spares: max(0, spares ?? min(ordinary, fitting - ordinary)), limit: max(0, queueLimit))
        threads.start()
    }

    deinit {
        threads.close()
    }

    /// Jobs at work, jobs that wait, and jobs turned away since the start because too many waited; for metrics.
    package var load: (running: Int, waiting: Int, refused: Int) { threads.load }

    /// Whether a check that is not favoured would be turned away now.
    package var isFull: Bool { threads.isFull }

    /// Whether a check that is not favoured would be turned away now, for whoever can spare other work then; if so, it counts as
    /// turned away.
    package func refuseIfFull() -> Bool { threads.refuseIfFull() }

    /// See `PasswordHasher.hash`.
    /// - Throws: `HashingError`.
    package func hash(_ password: Password) async throws(HashingError) -> String {
        let hasher = hasher
        return try await perform { () throws(HashingError) in try hasher.hash(password) }
    }

    /// See `PasswordHasher.verify`. Pass nil for an account that does not exist: same cost, always false.
    /// - Parameter isFavoured: whether it goes before others and has places of its own to wait, as a person's known browser.
    /// - Throws: `HashingError`.
    package func verify(
        _ password: Password, against encoded: String?, isFavoured: Bool = false
    ) async throws(HashingError) -> Bool {
        let hasher = hasher
        return try await perform(isFavoured: isFavoured) { () throws(HashingError) in
            try hasher.verify(password, against: encoded)
        }
    }

    /// See `PasswordHasher.needsRehash`. Costs nothing.
    package func needsRehash(_ encoded: String) -> Bool {
        hasher.needsRehash(encoded)
    }

    /// Refuses everything that waits or comes later with `HashingError.closed`; work that has begun is finished.
    package func close() {
        threads.close()
    }

    /// Does `work` on one of the pool's threads.
    func perform<Answer: Sendable>(
        isFavoured: Bool = false,
        _ work: @escaping @Sendable () throws(HashingError) -> Answer
    ) async throws(HashingError) -> Answer {
        let threads = threads
        let id = threads.nextID()
        let outcome: Result<Answer, HashingError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let job = HashingThreads.Job(
                    run: {
                        let outcome = Result(catching: work)
                        return { continuation.resume(returning: outcome) }
                    },
                    refuse: { continuation.resume(returning: .failure($0)) })
                threads.submit(job, id: id, isFavoured: isFavoured)
                // The handler below may have run before the job was there to withdraw.
                if Task.isCancelled { threads.cancel(id: id) }
            }
        } onCancel: {
            threads.cancel(id: id)
        }
        return try outcome.get()
    }
}
