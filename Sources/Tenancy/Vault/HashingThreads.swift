import Dispatch
import Foundation
import Glibc
import Synchronization

/// The threads of a hashing pool and what they share. They end when the pool closes.
final class HashingThreads: Sendable {
    struct Job: Sendable {
        /// Does the work and returns how to tell the caller, which happens once the thread counts as free again.
        let run: @Sendable () -> @Sendable () -> Void
        let refuse: @Sendable (HashingError) -> Void
    }

    private let queue: Mutex<HashingQueue<Job>>
    /// Counts admitted jobs. A withdrawn job leaves its count behind; the thread that takes it finds nothing to do.
    private let admitted = DispatchSemaphore(value: 0)

    init(workers: Int, limit: Int) {
        queue = Mutex(HashingQueue(workers: workers, limit: limit))
    }

    func start() {
        for number in 1...queue.withLock(\.workers) {
            let thread = Thread { self.work() }
            thread.name = "hashing-\(number)"
            thread.start()
        }
    }

    func nextID() -> UInt64 {
        queue.withLock { $0.nextID() }
    }

    /// Jobs at work, jobs that wait, and jobs turned away so far.
    var load: (running: Int, waiting: Int, refused: Int) {
        queue.withLock { ($0.running, $0.waitingCount, $0.refused) }
    }

    /// Answers through the job itself: `run` later on a thread, or `refuse` before this returns.
    func submit(_ job: Job, id: UInt64, isFavoured: Bool) {
        if let refusal = queue.withLock({ $0.admit(job, id: id, isFavoured: isFavoured) }) {
            job.refuse(refusal)
        } else {
            admitted.signal()
        }
    }

    var isFull: Bool { queue.withLock(\.isFull) }

    func refuseIfFull() -> Bool { queue.withLock { $0.refuseIfFull() } }

    func cancel(id: UInt64) {
        queue.withLock { $0.withdraw(id: id) }?.refuse(.cancelled)
    }

    func close() {
        let (abandoned, workers) = queue.withLock { ($0.close(), $0.workers) }
        for job in abandoned { job.refuse(.closed) }
        for _ in 0..<workers { admitted.signal() }
    }

    /// How much the threads stand back, in steps of the kernel's nice value: a flood of passwords must not slow pages down.
    private static let niceness: Int32 = 5

    private func work() {
        // On Linux this is about the calling thread and no other (setpriority(2), "C library/kernel differences").
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
        while true {
            admitted.wait()
            let (job, closed) = queue.withLock { ($0.start(), $0.isClosed) }
            if let job {
                let answer = job.run()
                queue.withLock { $0.finish() }
                answer()
            } else if closed {
                return
            }
        }
    }
}
