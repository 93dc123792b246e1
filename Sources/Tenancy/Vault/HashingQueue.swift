/// Who is admitted to the hashing threads, in which order, and on which of them: a pure state machine, so that every rule is
/// testable without a thread.
///
/// More than half of the places taken by strangers is a flood. Strangers are then checked by the spare threads, which the kernel
/// gives only time that nobody else wants; the ordinary ones are left to those who are favoured. Should spare threads get so little
/// time that the oldest waits longer than `patience`, the ordinary ones help.
struct HashingQueue<Job> {
    /// How long a stranger waits for a spare thread before an ordinary one takes over.
    static var patience: Duration { .seconds(1) }

    /// Ordinary threads, at least 1.
    let workers: Int
    /// Threads for floods, 0 or more.
    let spares: Int
    /// Jobs that may wait while all threads work; as many again of those that are favoured.
    let limit: Int

    private var waiting: [(id: UInt64, job: Job, since: ContinuousClock.Instant)] = []
    /// What goes first, so that a flood of others does not stand before it.
    private var favoured: [(id: UInt64, job: Job)] = []
    private(set) var running = 0
    private(set) var isClosed = false
    /// Jobs turned away so far because too many waited.
    private(set) var refused = 0
    private var lastID: UInt64 = 0

    init(workers: Int, spares: Int, limit: Int) {
        self.workers = workers
        self.spares = spares
        self.limit = limit
    }

    var waitingCount: Int { waiting.count + favoured.count }

    /// Whether strangers are left to the spare threads.
    var isFlooded: Bool { spares > 0 && waiting.count > limit / 2 }

    /// A number no earlier job has.
    mutating func nextID() -> UInt64 {
        lastID += 1
        return lastID
    }

    /// Takes a job in at the end, or says why not. A job for which a thread is free does not count as waiting.
    mutating func admit(
        _ job: Job, id: UInt64, isFavoured: Bool = false, at now: ContinuousClock.Instant
    ) -> HashingError? {
        if isClosed { return .closed }
        guard (isFavoured ? favoured.count : waiting.count) + running < workers + limit else {
            refused += 1
            return .busy
        }
        if isFavoured { favoured.append((id, job)) } else { waiting.append((id, job, now)) }
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

    /// The job a free thread shall do now, nil if there is none for it. An ordinary thread gets the oldest of those that are
    /// favoured, else the oldest unless there is a flood; a spare one the oldest in a flood.
    mutating func start(onSpare isSpare: Bool = false, at now: ContinuousClock.Instant) -> Job? {
        if !isSpare, !favoured.isEmpty {
            running += 1
            return favoured.removeFirst().job
        }
        guard let oldest = waiting.first else { return nil }
        guard isSpare ? isFlooded : !isFlooded || oldest.since.duration(to: now) > Self.patience else { return nil }
        running += 1
        return waiting.removeFirst().job
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
        return favoured.map(\.job) + waiting.map(\.job)
    }
}
