import JobHistory
import Jobs

extension SimulatedDatabase {
    /// `CompanyTransaction.enqueue(all:)` in a transaction of its own.
    /// - Returns: those that were added, without those whose unique key is taken.
    /// - Throws: `uniqueViolation` when a job with this id is there and its key is not what stops it.
    @discardableResult
    package func enqueue(_ wanted: [ModelJob]) throws(ModelRefusal) -> [Int] {
        var added: [ModelJob] = []
        for job in wanted {
            if let key = uniqueKey(job), uniqueKeys[key] != nil { continue }
            if facts(job.number) != nil { throw .uniqueViolation }
            added.append(job)
        }
        for job in added { add(job) }
        checkTables()
        return added.map(\.number)
    }

    func add(_ job: ModelJob) {
        while jobs.count <= job.number {
            jobs.append(nil)
            ready.append(nil)
            waiting.append(nil)
            leases.append(nil)
            outcomes.append(nil)
            needs.append([])
            locks.append(nil)
        }
        jobs[job.number] = job
        if let key = uniqueKey(job) { uniqueKeys[key] = job.number }
        record(.enqueued, job, key: job.uniqueKey.map { "\(job.kind)/\($0)" })
        needs[job.number] = job.needs
        let isBlocked = !job.needs.isEmpty
        guard job.dueIn != nil || isBlocked else { return makeReady(job, attempts: 0, crashes: 0) }
        waiting[job.number] = WaitingRow(
            dueAt: job.dueIn.map { now + seconds($0) } ?? .max, reason: isBlocked ? .blocked : .scheduled, attempts: 0,
            crashes: 0)
    }

    func uniqueKey(_ job: ModelJob) -> UniqueKey? {
        job.uniqueKey.map { UniqueKey(company: job.company, kind: job.kind, key: $0) }
    }

    /// `release_after`: frees the keys of ended jobs and lets those go on that waited for them.
    func releaseAfter(_ ended: [Int]) {
        for number in ended {
            guard let job = facts(number) else { continue }
            if let key = uniqueKey(job), uniqueKeys[key] == number {
                let stays = bug == .keyOutlivesDeath && outcomes[number]?.state == .dead
                if !stays { uniqueKeys[key] = nil }
            }
            guard bug != .needsForgotten else { continue }
            for other in jobs.indices where needs[other].contains(number) {
                needs[other].removeAll { $0 == number }
                guard needs[other].isEmpty, let row = waiting[other], row.reason == .blocked, let job = facts(other)
                else { continue }
                waiting[other] = nil
                makeReady(job, attempts: row.attempts, crashes: row.crashes)
            }
        }
    }

    /// `unblock_jobs`: lets go on whose needs ended while they were being enqueued, or are gone.
    func unblock() {
        guard bug != .needsForgotten else { return }
        var over: [Int] = []
        for number in jobs.indices where waiting[number]?.reason == .blocked {
            over += needs[number].filter { facts($0) == nil || outcomes[$0] != nil }
        }
        // Those that are gone have no row that `release_after` could begin at.
        for gone in over where facts(gone) == nil {
            for other in jobs.indices where needs[other].contains(gone) {
                needs[other].removeAll { $0 == gone }
                guard needs[other].isEmpty, let row = waiting[other], row.reason == .blocked, let job = facts(other)
                else { continue }
                waiting[other] = nil
                makeReady(job, attempts: row.attempts, crashes: row.crashes)
            }
        }
        releaseAfter(over)
    }

    /// `promote_jobs`.
    /// - Returns: jobs made ready.
    @discardableResult
    package func promote(most: Int = 1_000) -> Int {
        // Asked once a second by every process, and mostly for nothing.
        guard waiting.contains(where: { ($0?.dueAt ?? .max) <= now }) else { return 0 }
        let due = jobs.indices
            .compactMap { number in waiting[number].map { (number, $0) } }
            .filter { $0.1.dueAt <= now }
            .sorted { ($0.1.dueAt, $0.0) < ($1.1.dueAt, $1.0) }
            .prefix(most)
        for (number, row) in due {
            guard let job = facts(number) else { continue }
            waiting[number] = nil
            needs[number] = []
            makeReady(job, attempts: row.attempts, crashes: row.crashes)
        }
        if !due.isEmpty { checkTables() }
        return due.count
    }
}
