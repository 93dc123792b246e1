/// Who is admitted to the hashing threads, in which order: a pure state machine, so that every rule is testable
/// without a thread.
struct HashingQueue<Job> {
    /// Threads that take jobs.
    let workers: Int
    /// Jobs that may wait while all threads work; as many again of those that are favoured.
    let limit: Int

    private var waiting: [(id: UInt64, job: Job)] = []
    /// What goes first, so that a flood of others does not stand before it.
    private var favoured: [(id: UInt64, job: Job)] = []
    private(set) var running = 0
    private(set) var isClosed = false
    /// Jobs turned away so far because too many waited.
    private(set) var refused = 0
    private var lastID: UInt64 = 0

    init(workers: Int, limit: Int) {
        self.workers = workers
        self.limit = limit
    }

    var waitingCount: Int { waiting.count + favoured.count }

    /// A number no earlier job has.
    mutating func nextID() -> UInt64 {
        lastID += 1
        return lastID
    }

    /// Takes a job in at the end, or says why not. A job for which a thread is free does not count as waiting.
    mutating func admit(_ job: Job, id: UInt64, isFavoured: Bool = false) -> HashingError? {
        if isClosed { return .closed }
        guard (isFavoured ? favoured.count : waiting.count) + running < workers + limit else {
            refused += 1
            return .busy
        }
        if isFavoured { favoured.append((id, job)) } else { waiting.append((id, job)) }
        return nil
    }

    /// Whether a job that is not favoured would be turned away now.
    var isFull: Bool { waiting.count + running >= workers + limit }

    /// Whether a job that is not favoured would be turned away now; if so, it counts as that.
    mutating func refuseIfFull() -> Bool {
        guard isFull else { return false }
        refused += 1
        return true
    }

    /// The job a free thread shall do now: the oldest of those that are favoured, else the oldest. Nil if there is none.
    mutating func start() -> Job? {
        guard !waiting.isEmpty || !favoured.isEmpty else { return nil }
        running += 1
        return favoured.isEmpty ? waiting.removeFirst().job : favoured.removeFirst().job
    }

    /// A thread has done its job.
    mutating func finish() {
        running -= 1
    }

    /// Removes a job that still waits. Nil if it has started, ended or never came.
    mutating func withdraw(id: UInt64) -> Job? {
        if let index = favoured.firstIndex(where: { $0.id == id }) { return favoured.remove(at: index).job }
        guard let index = waiting.firstIndex(where: { $0.id == id }) else { return nil }
        return waiting.remove(at: index).job
    }

    /// Admits nothing more and gives back everything that still waits.
    mutating func close() -> [Job] {
        isClosed = true
        defer { (waiting, favoured) = ([], []) }
        return (favoured + waiting).map(\.job)
    }
}
