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
    /// Say that there may be something to do, to the ordinary threads and to the spare ones. A thread that finds nothing waits again.
    private let ordinary = DispatchSemaphore(value: 0)
    private let spare = DispatchSemaphore(value: 0)

    init(workers: Int, spares: Int, limit: Int) {
        queue = Mutex(HashingQueue(workers: workers, spares: spares, limit: limit))
    }

    func start() {
        let (workers, spares) = queue.withLock { ($0.workers, $0.spares) }
        for number in 0..<workers + spares {
            let isSpare = number >= workers
            let thread = Thread { self.work(isSpare: isSpare) }
            thread.name = isSpare ? "hashing-spare" : "hashing"
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
        let (refusal, isFlooded) = queue.withLock {
            ($0.admit(job, id: id, isFavoured: isFavoured, at: .now), $0.isFlooded)
        }
        if let refusal { return job.refuse(refusal) }
        ordinary.signal()
        if isFlooded { spare.signal() }
    }

    var isFull: Bool { queue.withLock(\.isFull) }

    func refuseIfFull() -> Bool { queue.withLock { $0.refuseIfFull() } }

    func cancel(id: UInt64) {
        queue.withLock { $0.withdraw(id: id) }?.refuse(.cancelled)
    }

    func close() {
        let (abandoned, workers, spares) = queue.withLock { ($0.close(), $0.workers, $0.spares) }
        for job in abandoned { job.refuse(.closed) }
        for _ in 0..<workers { ordinary.signal() }
        for _ in 0..<spares { spare.signal() }
    }

    /// How much ordinary threads stand back, in steps of the kernel's nice value: passwords must not slow pages down.
    private static let niceness: Int32 = 5
    /// `SCHED_IDLE` of <sched.h>, which is not imported: time that nobody else wants (sched(7)).
    private static let idlePolicy: Int32 = 5

    private func work(isSpare: Bool) {
        // On Linux both are about the calling thread and no other (setpriority(2), "C library/kernel differences").
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
        if isSpare {
            // Where it is not allowed, they stand back like the others.
            var parameters = sched_param()
            _ = sched_setscheduler(0, Self.idlePolicy, &parameters)
        }
        while true {
            let (job, isClosed, isFlooded) = queue.withLock {
                ($0.start(onSpare: isSpare, at: .now), $0.isClosed, $0.isFlooded)
            }
            if let job {
                let answer = job.run()
                let isLeft = queue.withLock {
                    $0.finish(); return $0.waitingCount > 0
                }
                // What a spare thread leaves after the flood has fallen is for the ordinary ones.
                if isSpare, isLeft { ordinary.signal() }
                answer()
            } else if isClosed {
                return
            } else if isSpare {
                spare.wait()
            } else {
                // In a flood somebody may have to be helped without a new job coming.
                _ = ordinary.wait(timeout: isFlooded ? .now() + .seconds(1) : .distantFuture)
            }
        }
    }
}
