import JobHistory
package import Jobs

extension SimulatedDatabase {
    /// `JobStore.register`: may be said again when it is not known whether it was heard.
    package func register(_ worker: Int, lease: Duration) throws(ModelRefusal) {
        if workers[worker] != nil, bug == .registersOnce { throw .uniqueViolation }
        workers[worker] = WorkerRow(leaseUntil: now + lease.wholeMicroseconds, renewedAt: now)
    }

    /// `renew_worker`.
    /// - Returns: jobs to cancel; `nil` when the worker was given up.
    package func renew(_ worker: Int, lease: Duration, isStopping: Bool) -> [JobID]? {
        guard let row = workers[worker], row.leaseUntil > now else { return nil }
        workers[worker] = WorkerRow(
            leaseUntil: now + lease.wholeMicroseconds, renewedAt: now, isStopping: isStopping)
        return held(worker).filter(\.isCancelRequested).map(\.lease.id)
    }

    /// `JobStore.leave`.
    package func leave(_ worker: Int) { workers[worker] = nil }

    /// `JobStore.leases`.
    package func held(_ worker: Int) -> [HeldLease] {
        jobs.indices.compactMap { number in
            guard let row = leases[number], row.worker == worker, let job = facts(number) else { return nil }
            return HeldLease(
                JobLease(
                    company: .init(number: job.company), id: .init(number: number), attempt: row.attempt,
                    claimedAt: .init(simulatedMicroseconds: row.claimedAt)),
                isCancelRequested: row.isCancelRequested)
        }
    }

    /// Lets a worker's lease run out, as tests do.
    package func expire(_ worker: Int) { workers[worker]?.leaseUntil = now - 1 }

    /// `rescue_jobs` and `unblock_jobs`, which `JobStore.rescue` runs in one transaction.
    /// - Returns: jobs that were freed.
    @discardableResult
    package func rescue() throws(ModelRefusal) -> Int {
        countLeasesAnew()
        let silent = workers.filter { $0.value.leaseUntil <= now }.keys
        let orphans = jobs.indices.filter { number in
            guard let row = leases[number] else { return false }
            return silent.contains(row.worker) || workers[row.worker] == nil
        }
        // What is locked is about to end or to be let go, and must keep nobody else's jobs waiting.
        if bug == .rescueWaitsForLocks, orphans.contains(where: { locks[$0] != nil }) { throw .lockTimeout }
        for worker in silent { workers[worker] = nil }
        let freed = orphans.filter { locks[$0] == nil }
        // All of them count before one is judged, as in one statement.
        for number in freed {
            guard let job = facts(number) else { continue }
            fuses[fuse(job), default: 0] += 1
            crashesSinceDone[fuse(job), default: 0] += 1
        }
        var ended: [Int] = []
        for number in freed where rescue(number) { ended.append(number) }
        releaseAfter(ended)
        unblock()
        if !freed.isEmpty { checkTables() }
        return freed.count
    }

    /// After the clock was put back a lease that nobody renews would last that much longer.
    private func countLeasesAnew() {
        guard bug != .leaseOutlivesClock else { return }
        for (worker, row) in workers where row.renewedAt > now + 1_000_000 {
            workers[worker] = WorkerRow(
                leaseUntil: now + row.leaseUntil - row.renewedAt, renewedAt: now, isStopping: row.isStopping)
        }
    }

    /// - Returns: whether the job is over.
    private func rescue(_ number: Int) -> Bool {
        guard let job = facts(number), let row = leases[number] else { return false }
        leases[number] = nil
        let crashes = row.crashes + 1
        if row.isCancelRequested {
            end(job, .cancelled, row.attempt)
            record(.cancelled, job, attempt: row.attempt, worker: row.worker)
            return true
        }
        let isFused = (fuses[fuse(job)] ?? 0) >= 2 * blown
        if isFused, (crashesSinceDone[fuse(job)] ?? 0) < 2 * blown {
            problems.append("job \(number) is dead of crashes from before its work was done well")
        }
        if crashes >= blown || isFused || row.attempt >= settings(job.kind).mostAttempts {
            end(job, .dead, row.attempt)
            record(.dead, job, attempt: row.attempt, worker: row.worker)
            return true
        }
        ready[number] = ReadyRow(turnAt: now - 3_600_000_000, readyAt: now, attempts: row.attempt, crashes: crashes)
        record(.rescued, job, attempt: row.attempt, worker: row.worker)
        return false
    }
}
