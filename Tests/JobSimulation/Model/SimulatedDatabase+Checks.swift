import Jobs

/// What must hold in every state. Written against the tables alone, not against how they came about.
extension SimulatedDatabase {
    func checkTables() {
        var running = Array(repeating: 0, count: kinds.count)
        var living: [UniqueKey: Int] = [:]
        for number in jobs.indices {
            guard let job = jobs[number] else { continue }
            let places =
                (ready[number] == nil ? 0 : 1) + (waiting[number] == nil ? 0 : 1) + (leases[number] == nil ? 0 : 1)
                + (outcomes[number] == nil ? 0 : 1)
            if places != 1 { problems.append("job \(number) stands in \(places) places") }
            if leases[number] != nil { running[job.kind] += 1 }
            guard outcomes[number] == nil, let key = uniqueKey(job) else { continue }
            if let other = living.updateValue(number, forKey: key) {
                problems.append("jobs \(other) and \(number) live with the same unique key")
            }
            if uniqueKeys[key] != number { problems.append("job \(number) lives without its unique key") }
        }
        for (kind, limit) in limits.enumerated() {
            if let most = limit?.mostRunning, running[kind] > most {
                problems.append("\(running[kind]) jobs of kind \(kinds[kind].name) run at once, \(most) may")
            }
        }
    }

    /// No company gets more than its share of a worker, and no claim comes back empty while something may start.
    func checkClaim(_ request: ClaimRequest, _ taken: [Int]) {
        var each = request.busy
        for job in taken.compactMap({ facts($0) }) { each[job.company, default: 0] += 1 }
        for job in taken.compactMap({ facts($0) }) where each[job.company, default: 0] > request.mostEach {
            problems.append(
                "worker \(request.worker) has \(each[job.company, default: 0]) jobs of company \(job.company), its share is \(request.mostEach)"
            )
            break
        }
        guard taken.isEmpty, request.most > 0 else { return }
        for number in jobs.indices where ready[number] != nil {
            guard let job = jobs[number], settings(job.kind).queue == request.queue, mayStart(job.kind) else {
                continue
            }
            let isPaused =
                pauses.contains(.kind(job.kind, company: job.company)) || pauses.contains(.kind(job.kind, company: nil))
                || pauses.contains(.queue(request.queue, company: job.company))
            if !isPaused, (request.busy[job.company] ?? 0) < request.mostEach {
                return problems.append("a claim found nothing although job \(number) may start")
            }
        }
    }

    /// What is said of one attempt ends no other.
    func checkEnd(_ said: JobLease, _ row: LeaseRow) {
        guard row.claimedAt != said.claimedAt.simulatedMicroseconds else { return }
        problems.append("a word about an earlier attempt of job \(said.id.number) ended a later one")
    }

    /// Keys of ended jobs are free again.
    func checkDrained() {
        for (key, number) in uniqueKeys.sorted(by: { $0.value < $1.value }) where outcomes[number] != nil {
            problems.append("job \(number) ended and still has its unique key \(key.key)")
        }
        for number in jobs.indices where jobs[number] != nil && outcomes[number] == nil {
            problems.append("job \(number) has not ended: \(place(number))")
        }
        for (slot, count) in slotJobs.sorted(by: { $0.key.slot < $1.key.slot }) where count != 1 {
            problems.append("the slot at \(slot.slot) became \(count) jobs")
        }
    }

    /// Where a job stands, in the words of JobHistoryTests.
    package func place(_ number: Int) -> String {
        var places: [String] = []
        if let row = ready[number] { places.append("ready \(row.attempts)") }
        if let row = waiting[number] { places.append("waiting \(row.attempts)") }
        if let row = leases[number] { places.append("running \(row.attempt)") }
        if let row = outcomes[number] { places.append("\(row.state)") }
        return places.joined(separator: " and ")
    }

    /// Puts a ready job at a moment of its line, where the model and a database are held against each other: which of two jobs
    /// made ready by one statement comes first is not said.
    package func setTurn(of number: Int, to turnAt: Int) { ready[number]?.turnAt = turnAt }

    /// Whether every job has ended.
    package var isDrained: Bool { jobs.indices.allSatisfy { jobs[$0] == nil || outcomes[$0] != nil } }
}
