package import Companies

/// The decisions of a worker, without a database, a task or a clock: every input answers what to do. Moments are those of
/// the worker's own monotonic clock; who owns a job is decided by the database alone.
package struct WorkerState<Instant: Comparable & Sendable>: Sendable {
    package enum Action: Sendable, Equatable {
        /// Ask for up to `most` jobs of a queue, companies in turn after `after`; `busy` is what runs here of each.
        case claim(JobQueue, most: Int, after: CompanyID?, busy: [CompanyID: Int])
        case start(ClaimedJob)
        /// Cancel the task of a job.
        case cancel(JobID, JobStop)
        case settle([Settlement])
        case renew
        /// Everything is handed back or done; the worker may leave.
        case leave
    }

    private struct Running: Sendable {
        let job: ClaimedJob
        let since: Instant
        var stop: JobStop?
    }

    private struct Line: Sendable {
        var isAsking = false
        /// Whether asking may find something: the last answer was not empty, or a place became free.
        var mayHaveWork = true
        /// Whether somebody said that there is something.
        var wasWoken = false
        var asksAgainAt: Instant
        var lastCompany: CompanyID?
    }

    private let settings: WorkerSettings
    private let advance: @Sendable (Instant, Duration) -> Instant
    private var lines: [JobQueue: Line]
    private var running: [JobID: Running] = [:]
    private var reserved = 0
    /// Which of the queues is asked first the next time.
    private var firstInTurn = 0
    private var verdicts: [Settlement] = []
    /// The batch that is on its way.
    private var settling: [Settlement] = []
    private var isSettling = false
    /// Leases that nobody here knows of, as of the last look.
    private var strays: Set<JobLease> = []
    private var isRenewing = false
    private var renewsAt: Instant
    /// Until when the database is known to count this worker among the living.
    private var leaseEnds: Instant
    private var isStopping = false
    private var stopsHardAt: Instant?
    package private(set) var isLost = false

    /// - Parameter advance: the moment that lies a duration after another.
    package init(settings: WorkerSettings, now: Instant, advance: @escaping @Sendable (Instant, Duration) -> Instant) {
        self.settings = settings
        self.advance = advance
        lines = Dictionary(uniqueKeysWithValues: settings.queues.map { ($0, Line(asksAgainAt: now)) })
        renewsAt = advance(now, settings.renewal)
        leaseEnds = advance(now, settings.lease)
    }

    package var runningCount: Int { running.count }
    package var pendingCount: Int { verdicts.count }
    package func isRunning(_ job: JobID) -> Bool { running[job] != nil }

    /// Somebody enqueued something.
    package mutating func woken(_ queue: JobQueue?, now: Instant) -> [Action] {
        for name in settings.queues where queue == nil || queue == name { lines[name]?.wasWoken = true }
        return next(now: now)
    }

    /// Time passed.
    package mutating func tick(now: Instant) -> [Action] {
        var actions: [Action] = []
        if now >= leaseEnds, !isLost { actions += lose() }
        if let hard = stopsHardAt, now >= hard {
            for id in runningInOrder() where running[id]?.stop == nil { actions += stop(id, .workerStops) }
        }
        return actions + next(now: now)
    }

    package mutating func claimed(_ jobs: [ClaimedJob], of queue: JobQueue, asked: Int, now: Instant) -> [Action] {
        reserved -= asked
        lines[queue]?.isAsking = false
        // A wake-up that came while asking stays.
        if !jobs.isEmpty { lines[queue]?.mayHaveWork = true }
        let again = advance(now, settings.poll)
        lines[queue]?.asksAgainAt = again
        if let last = jobs.last { lines[queue]?.lastCompany = last.company }
        var actions: [Action] = []
        for job in jobs {
            // An answer that came late. Handed back it runs elsewhere at once; without a lease there is nothing to hand back.
            if isLost { continue }
            if isStopping {
                verdicts.append(Settlement(job: job, verdict: .released, spent: .zero))
            } else {
                running[job.id] = Running(job: job, since: now)
                actions.append(.start(job))
            }
        }
        return actions + next(now: now)
    }

    /// Asking failed; nothing is known to be claimed. What was claimed all the same is found by `held`.
    package mutating func claimFailed(of queue: JobQueue, asked: Int, now: Instant) -> [Action] {
        reserved -= asked
        lines[queue]?.isAsking = false
        let again = advance(now, settings.poll)
        lines[queue]?.asksAgainAt = again
        return next(now: now)
    }

    package mutating func finished(_ job: JobID, _ verdict: JobVerdict, spent: Duration, now: Instant) -> [Action] {
        guard let done = running.removeValue(forKey: job) else { return next(now: now) }
        for name in settings.queues { lines[name]?.mayHaveWork = true }
        if verdict != .settled, !isLost { verdicts.append(Settlement(job: done.job, verdict: verdict, spent: spent)) }
        return next(now: now)
    }

    /// The database took a batch; what it refused belongs to somebody else by now.
    package mutating func settled(now: Instant) -> [Action] {
        isSettling = false
        settling = []
        return next(now: now)
    }

    /// It is not known whether the batch was taken. Saying it again is safe: a lease is deleted once.
    package mutating func settleFailed(_ batch: [Settlement], now: Instant) -> [Action] {
        isSettling = false
        settling = []
        if !isLost { verdicts = batch + verdicts }
        return next(now: now)
    }

    package mutating func renewed(cancelled: [JobID], sentAt: Instant, now: Instant) -> [Action] {
        isRenewing = false
        renewsAt = advance(sentAt, settings.renewal)
        leaseEnds = advance(sentAt, settings.lease)
        var actions: [Action] = []
        for id in cancelled {
            // An attempt that began later is another one than was meant: the job was replayed while the answer was under way.
            guard let one = running[id], one.stop == nil, one.since <= sentAt else { continue }
            actions += stop(id, .cancelled)
        }
        return actions + next(now: now)
    }

    /// Leases of this worker that somebody wants cancelled.
    package mutating func cancelRequested(_ leases: [HeldLease], now: Instant) -> [Action] {
        var actions: [Action] = []
        for held in leases {
            guard let one = running[held.lease.id], one.job.lease == held.lease, one.stop == nil else { continue }
            actions += stop(held.lease.id, .cancelled)
        }
        return actions + next(now: now)
    }

    /// What the database says this worker holds. Cancels what somebody wants cancelled, and hands back what was claimed by
    /// a request whose answer never came: as long as this worker lives nobody else would free that.
    package mutating func held(_ leases: [HeldLease], now: Instant) -> [Action] {
        guard !isLost else { return next(now: now) }
        var actions: [Action] = []
        var unknown: Set<JobLease> = []
        let ending = Set((settling + verdicts).map(\.job))
        for held in leases {
            if let one = running[held.lease.id], one.job.lease == held.lease {
                if held.isCancelRequested, one.stop == nil { actions += stop(held.lease.id, .cancelled) }
            } else if !ending.contains(held.lease) {
                unknown.insert(held.lease)
            }
        }
        // Unknown once it may have ended since the database looked; unknown again it is nobody's.
        for lease in leases.map(\.lease) where unknown.contains(lease) && strays.contains(lease) {
            verdicts.append(Settlement(lease: lease, verdict: .released, spent: .zero))
        }
        // An answer under way may still bring it.
        strays = reserved == 0 ? unknown : []
        return actions + next(now: now)
    }

    /// Renewing failed; it is tried again soon.
    package mutating func renewFailed(now: Instant) -> [Action] {
        isRenewing = false
        renewsAt = advance(now, settings.retry)
        return []
    }

    /// The database says that this worker was given up.
    package mutating func lost(now: Instant) -> [Action] {
        isRenewing = false
        return (isLost ? [] : lose()) + next(now: now)
    }

    /// No new work; what runs has `grace` to end, then it is handed back.
    package mutating func stop(now: Instant, grace: Duration) -> [Action] {
        guard !isStopping else { return next(now: now) }
        isStopping = true
        stopsHardAt = advance(now, grace)
        return [.renew] + next(now: now)
    }

    private mutating func lose() -> [Action] {
        isLost = true
        // Nothing this worker says counts any more.
        verdicts = []
        return runningInOrder().flatMap { stop($0, .lost) }
    }

    /// The same jobs give the same actions, so that what happened can be made to happen again.
    private func runningInOrder() -> [JobID] { running.keys.sorted { $0.description < $1.description } }

    private mutating func stop(_ id: JobID, _ reason: JobStop) -> [Action] {
        running[id]?.stop = reason
        return [.cancel(id, reason)]
    }

    private mutating func next(now: Instant) -> [Action] {
        var actions: [Action] = []
        if !isLost, !isRenewing, now >= renewsAt {
            isRenewing = true
            actions.append(.renew)
        }
        if !isLost, !isSettling, !verdicts.isEmpty {
            isSettling = true
            actions.append(.settle(verdicts))
            settling = verdicts
            verdicts = []
        }
        if !isLost, !isStopping { actions += claims(now: now) }
        if (isStopping || isLost), running.isEmpty, verdicts.isEmpty, !isSettling, reserved == 0 {
            actions.append(.leave)
        }
        return actions
    }

    private mutating func claims(now: Instant) -> [Action] {
        let free = settings.slots - running.count - reserved
        guard free > 0, !settings.queues.isEmpty else { return [] }
        // In turn and in equal parts: a queue that never becomes empty must not keep the others from their places.
        let inTurn = settings.queues.indices.map { settings.queues[(firstInTurn + $0) % settings.queues.count] }
        let asking = inTurn.filter { queue in
            // A busy worker asks for several jobs at once: each question costs the database as much as some jobs do.
            guard let line = lines[queue], !line.isAsking else { return false }
            return line.wasWoken || line.mayHaveWork && free >= settings.fewest || now >= line.asksAgainAt
        }
        guard !asking.isEmpty else { return [] }
        firstInTurn = (firstInTurn + 1) % settings.queues.count
        var actions: [Action] = []
        for (place, queue) in asking.enumerated() {
            let left = settings.slots - running.count - reserved
            let share = (left + asking.count - place - 1) / (asking.count - place)
            guard share > 0, let line = lines[queue] else { break }
            let most = min(share, settings.batch)
            lines[queue]?.isAsking = true
            lines[queue]?.mayHaveWork = false
            lines[queue]?.wasWoken = false
            reserved += most
            actions.append(.claim(queue, most: most, after: line.lastCompany, busy: busyCompanies()))
        }
        return actions
    }

    private func busyCompanies() -> [CompanyID: Int] {
        running.values.reduce(into: [:]) { $0[$1.job.company, default: 0] += 1 }
    }
}

/// Why the task of a job is ended from outside.
package enum JobStop: Sendable, Hashable {
    case cancelled, workerStops, lost
}
