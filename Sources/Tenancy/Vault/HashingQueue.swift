/// Who is admitted to the hashing threads, in which order: a pure state machine, so that every rule is testable
/// without a thread.
struct HashingQueue<Job> {
    /// Threads that take jobs.
    let workers: Int
    /// Jobs that may wait while all threads work.
    let limit: Int

    private var waiting: [(id: UInt64, job: Job)] = []
    private(set) var running = 0
    private(set) var isClosed = false
    /// Jobs turned away so far because too many waited.
    private(set) var refused = 0
    private var lastID: UInt64 = 0

    init(workers: Int, limit: Int) {
        self.workers = workers
        self.limit = limit
    }

    var waitingCount: Int { waiting.count }

    /// A number no earlier job has.
    mutating func nextID() -> UInt64 {
        lastID += 1
        return lastID
    }

    /// Takes a job in at the end, or says why not. A job for which a thread is free does not count as waiting.
    mutating func admit(_ job: Job, id: UInt64) -> HashingError? {
        if isClosed { return .closed }
        guard waiting.count + running < workers + limit else {
            refused += 1
            return .busy
        }
        waiting.append((id, job))
        return nil
    }

    /// The job a free thread shall do now: the oldest. Nil if there is none.
    mutating func start() -> Job? {
        guard !waiting.isEmpty else { return nil }
        running += 1
        return waiting.removeFirst().job
    }

    /// A thread has done its job.
    mutating func finish() {
        running -= 1
    }

    /// Removes a job that still waits. Nil if it has started, ended or never came.
    mutating func withdraw(id: UInt64) -> Job? {
        guard let index = waiting.firstIndex(where: { $0.id == id }) else { return nil }
        return waiting.remove(at: index).job
    }

    /// Admits nothing more and gives back everything that still waits.
    mutating func close() -> [Job] {
        isClosed = true
        defer { waiting = [] }
        return waiting.map(\.job)
    }
}
