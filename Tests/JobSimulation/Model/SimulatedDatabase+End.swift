import JobHistory
package import Jobs

extension SimulatedDatabase {
    /// `settle_jobs`.
    /// - Returns: the jobs that counted.
    package func settle(_ worker: Int, _ batch: [Settlement]) throws(ModelRefusal) -> Set<JobID> {
        for one in batch where holds(worker, one.job) {
            // The DELETE of a row that somebody else has locked waits, and gives up after `lock_timeout`.
            if locks[one.job.id.number] != nil { throw .lockTimeout }
        }
        var accepted: Set<JobID> = []
        var ended: [Int] = []
        for one in batch {
            let number = one.job.id.number
            guard holds(worker, one.job), let lease = leases[number], let job = facts(number) else { continue }
            checkEnd(one.job, lease)
            leases[number] = nil
            accepted.insert(one.job.id)
            if settle(one.verdict, job, lease, by: worker) { ended.append(number) }
        }
        releaseAfter(ended)
        for one in batch where !accepted.contains(one.job.id) {
            if let job = facts(one.job.id.number) { record(.fenced, job, attempt: one.job.attempt, worker: worker) }
        }
        checkTables()
        return accepted
    }

    /// - Returns: whether the job is over.
    private func settle(_ verdict: JobVerdict, _ job: ModelJob, _ lease: LeaseRow, by worker: Int) -> Bool {
        let isCancelled = lease.isCancelRequested && !verdict.isFinal && bug != .cancelOverlooked
        switch isCancelled ? .cancelled(reason: "") : verdict {
        case .completed, .settled:
            end(job, .completed, lease.attempt)
            blowOut(job, lease)
            record(.completed, job, attempt: lease.attempt, worker: worker)
            return true
        case .cancelled:
            if !lease.isCancelRequested { problems.append("job \(job.number) was cancelled and nobody asked for it") }
            end(job, .cancelled, lease.attempt)
            record(.cancelled, job, attempt: lease.attempt, worker: worker)
            return true
        case .dead:
            end(job, .dead, lease.attempt)
            record(.dead, job, attempt: lease.attempt, worker: worker)
            return true
        case .retry(let wait, _):
            waiting[job.number] = WaitingRow(
                dueAt: now + wait.wholeMicroseconds, reason: .retry, attempts: lease.attempt, crashes: lease.crashes)
            record(.failed, job, attempt: lease.attempt, worker: worker)
        case .snoozed(let wait):
            waiting[job.number] = WaitingRow(
                dueAt: now + wait.wholeMicroseconds, reason: .snoozed, attempts: lease.attempt - 1,
                crashes: lease.crashes)
            record(.snoozed, job, attempt: lease.attempt, worker: worker)
        case .released:
            // Its turn had come already.
            ready[job.number] = ReadyRow(
                turnAt: now - 3_600_000_000, readyAt: now, attempts: lease.attempt - (bug == .releaseCounts ? 0 : 1),
                crashes: lease.crashes)
            record(.released, job, attempt: lease.attempt, worker: worker)
        }
        return false
    }

    /// Whether a lease is there and is the one that is meant.
    private func holds(_ worker: Int, _ lease: JobLease) -> Bool {
        guard leases.indices.contains(lease.id.number), let row = leases[lease.id.number] else { return false }
        if bug == .settleIgnoresAttempt { return true }
        return row.attempt == lease.attempt && row.worker == worker
            && (row.claimedAt == lease.claimedAt.simulatedMicroseconds || bug == .endIgnoresMomentOfClaim)
    }

    /// `CompanyTransaction.endJob`: the first statement of an end with effects. Locks the lease until the transaction ends.
    /// - Returns: the transaction.
    package func beginEnd(_ worker: Int, _ lease: JobLease) throws(ModelRefusal) -> Int {
        let number = lease.id.number
        let ignores = bug == .rescueWithoutFencing
        if ignores, locks[number] == nil, outcomes[number] == nil {
            return open(OpenTransaction(job: number, worker: worker, attempt: lease.attempt, purpose: .end))
        }
        guard holds(worker, lease), let row = leases[number], !row.isCancelRequested else { throw .fenced }
        if locks[number] != nil { throw .lockTimeout }
        checkEnd(lease, row)
        return open(OpenTransaction(job: number, worker: worker, attempt: lease.attempt, purpose: .end))
    }

    /// `JobContext.once` in a transaction of its own: locks the lease against everybody who would take it away, and its key.
    package func beginOnce(_ worker: Int, _ lease: JobLease, key: String) throws(ModelRefusal) -> Int {
        let number = lease.id.number
        if bug != .onceUnfenced {
            guard holds(worker, lease), leases[number]?.isCancelRequested == false else { throw .fenced }
            if locks[number] != nil { throw .lockTimeout }
        }
        guard let job = facts(number) else { throw .fenced }
        let isPending = transactions.values.contains { $0.effectKey == key && $0.isNew }
        if isPending { throw .lockTimeout }
        let isNew = !effects.contains(EffectKey(company: job.company, key: key))
        return open(
            OpenTransaction(
                job: number, worker: worker, attempt: lease.attempt, purpose: .once, effectKey: key, isNew: isNew))
    }

    /// The effects of an end, inside its transaction.
    /// - Returns: whether the effect is new.
    @discardableResult
    package func write(_ key: String, in transaction: Int) throws(ModelRefusal) -> Bool {
        guard var one = transactions[transaction], let job = facts(one.job) else { throw .noTransaction }
        one.statements += 1
        one.effectKey = key
        one.isNew = !effects.contains(EffectKey(company: job.company, key: key))
        transactions[transaction] = one
        return one.isNew
    }

    /// Whether the effect that a transaction writes has not happened before.
    package func isNew(_ transaction: Int) -> Bool { transactions[transaction]?.isNew ?? false }

    /// COMMIT.
    package func commit(_ transaction: Int) throws(ModelRefusal) {
        guard let one = transactions[transaction], let job = facts(one.job) else { throw .noTransaction }
        abort(transaction)
        if let key = one.effectKey, one.isNew {
            if bug != .effectKeyForgotten { effects.insert(EffectKey(company: job.company, key: key)) }
            record(.effect, job, attempt: one.attempt, worker: one.worker, key: key)
        }
        guard one.purpose == .end else { return checkTables() }
        if bug == .endKeepsLease { return }
        let lease = leases[one.job]
        leases[one.job] = nil
        if bug == .rescueWithoutFencing {
            ready[one.job] = nil
            waiting[one.job] = nil
        }
        end(job, .completed, one.attempt)
        if let lease { blowOut(job, lease) }
        record(.completed, job, attempt: one.attempt, worker: one.worker, key: one.isNew ? one.effectKey : nil)
        releaseAfter([one.job])
        checkTables()
    }

    /// ROLLBACK, also by the server when the connection is gone.
    package func abort(_ transaction: Int) {
        guard let one = transactions.removeValue(forKey: transaction) else { return }
        if locks[one.job] == transaction { locks[one.job] = nil }
    }

    /// An effect outside of any lease and key, for a planted bug.
    func writeUnfenced(_ number: Int, worker: Int, attempt: Int, key: String) {
        if let job = facts(number) { record(.effect, job, attempt: attempt, worker: worker, key: key) }
    }

    private func open(_ transaction: OpenTransaction) -> Int {
        begun += 1
        transactions[begun] = transaction
        if transaction.purpose == .end || bug != .onceUnfenced { locks[transaction.job] = begun }
        return begun
    }

    func end(_ job: ModelJob, _ state: OutcomeRow.State, _ attempts: Int) {
        outcomes[job.number] = OutcomeRow(state: state, attempts: attempts)
    }

    /// Work that was done after crashes shows that its arguments are harmless.
    private func blowOut(_ job: ModelJob, _ lease: LeaseRow) {
        guard lease.crashes > 0 else { return }
        crashesSinceDone[fuse(job)] = nil
        if bug != .fuseOutlivesCompletion { fuses[fuse(job)] = nil }
    }
}
