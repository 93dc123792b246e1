import JobHistory

extension SimulatedDatabase {
    /// `cancel_jobs`.
    package func cancel(_ wanted: [Int]) throws(ModelRefusal) {
        if wanted.contains(where: { locks.indices.contains($0) && locks[$0] != nil }) { throw .lockTimeout }
        var ended: [Int] = []
        for number in wanted {
            guard let job = facts(number) else { continue }
            if let attempts = ready[number]?.attempts ?? waiting[number]?.attempts {
                ready[number] = nil
                waiting[number] = nil
                needs[number] = []
                end(job, .cancelled, attempts)
                record(.cancelled, job, attempt: attempts)
                ended.append(number)
            } else if let lease = leases[number], !lease.isCancelRequested {
                leases[number]?.isCancelRequested = true
                record(.cancelRequested, job, attempt: lease.attempt)
            }
        }
        releaseAfter(ended)
        checkTables()
    }

    /// `replay_jobs`.
    package func replay(_ wanted: [Int]) {
        for number in wanted {
            guard let job = facts(number) else { continue }
            if let outcome = outcomes[number], outcome.state != .completed {
                fuses[fuse(job)] = nil
                crashesSinceDone[fuse(job)] = nil
                if let key = uniqueKey(job) {
                    guard uniqueKeys[key] == nil else { continue }
                    uniqueKeys[key] = number
                }
                outcomes[number] = nil
                ready[number] = ReadyRow(turnAt: now, readyAt: now, attempts: 0, crashes: 0)
                record(.replayed, job, attempt: outcome.attempts)
            } else if let row = waiting[number], row.reason != .blocked {
                waiting[number] = nil
                ready[number] = ReadyRow(turnAt: now, readyAt: now, attempts: row.attempts, crashes: row.crashes)
            }
        }
        checkTables()
    }

    /// What `JobConsole` writes into `job_pauses`.
    package func pause(_ pause: Pause, _ isPaused: Bool) {
        if isPaused { pauses.insert(pause) } else { pauses.remove(pause) }
    }
}
