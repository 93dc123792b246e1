import JobHistory
package import Jobs

extension SimulatedDatabase {
    /// What a claim asks for.
    package struct ClaimRequest {
        package let worker: Int
        package let queue: JobQueue
        package let most: Int
        /// The company that was served last.
        package let after: Int?
        package let mostEach: Int
        /// By company; what runs at the worker of each.
        package let busy: [Int: Int]

        package init(worker: Int, queue: JobQueue, most: Int, after: Int?, mostEach: Int, busy: [Int: Int]) {
            self.worker = worker
            self.queue = queue
            self.most = most
            self.after = after
            self.mostEach = mostEach
            self.busy = busy
        }
    }

    /// `claim_jobs`, with `take_jobs`. Workers of the model know all kinds.
    package func claim(_ request: ClaimRequest) -> [ClaimedJob] {
        guard let row = workers[request.worker], row.leaseUntil > now else { return [] }
        if pauses.contains(.queue(request.queue, company: nil)) { return [] }
        guard ready.contains(where: { $0 != nil }) else { return [] }
        var open = kinds.indices.filter { !pauses.contains(.kind($0, company: nil)) }
        let startable = Set(open.filter { mayStart($0) })
        let lanes = lanes(request, startable)
        guard !lanes.isEmpty else { return [] }
        var rooms = Dictionary(uniqueKeysWithValues: lanes.map { ($0, room(request, $0)) })
        var taken: [Int] = []
        for kind in open.sorted(by: { kinds[$0].name < kinds[$1].name }) {
            guard var limit = limits[kind] else { continue }
            open.removeAll { $0 == kind }
            var room = request.most - taken.count
            if let most = limit.mostRunning, bug != .claimIgnoresMostRunning { room = min(room, most - running(kind)) }
            let allowed = tokens(limit)
            if limit.perMinute != nil { room = min(room, Int(allowed.rounded(.down))) }
            var started: [Int] = []
            if room > 0 { started = take(request, [kind], room, lanes, rooms) }
            taken += started
            reduce(&rooms, by: started)
            if limit.perMinute != nil {
                limit.tokens = allowed - Double(started.count)
                limit.countedAt = now
                limits[kind] = limit
            }
        }
        if taken.count < request.most, !open.isEmpty {
            taken += take(request, Set(open), request.most - taken.count, lanes, rooms)
        }
        checkClaim(request, taken)
        checkTables()
        return taken.compactMap { claimed($0) }
    }

    private func reduce(_ rooms: inout [Int: Int], by started: [Int]) {
        guard bug != .claimCountsShareTwice else { return }
        for job in started.compactMap({ facts($0) }) { rooms[job.company, default: 0] -= 1 }
    }

    private func room(_ request: ClaimRequest, _ company: Int) -> Int {
        request.mostEach - (request.busy[company] ?? 0)
    }

    func running(_ kind: Int) -> Int { jobs.indices.count { leases[$0] != nil && jobs[$0]?.kind == kind } }

    /// Starts that are left of a kind with a rate.
    private func tokens(_ limit: LimitRow) -> Double {
        guard let perMinute = limit.perMinute else { return 0 }
        var elapsed = Double(now - limit.countedAt) / 1_000_000
        // A clock that was set back says nothing about how long it is.
        if elapsed < -60, bug != .rateWaitsForClock { elapsed = 60 }
        return min(Double(perMinute), limit.tokens + elapsed * Double(perMinute) / 60)
    }

    /// Whether at least one job of the kind may start now.
    func mayStart(_ kind: Int) -> Bool {
        guard let limit = limits[kind] else { return true }
        if let most = limit.mostRunning, most <= running(kind), bug != .claimIgnoresMostRunning { return false }
        return limit.perMinute == nil || tokens(limit) >= 1
    }

    /// Companies with something to start, at most as many as can be served, in a circle, backwards, from the one served
    /// last.
    private func lanes(_ request: ClaimRequest, _ startable: Set<Int>) -> [Int] {
        let last = min(request.after ?? 0, companies)
        let circle = Array((0..<last).reversed()) + Array((last..<companies).reversed())
        var lanes: [Int] = []
        for company in circle where lanes.count < request.most && room(request, company) > 0 {
            guard !pauses.contains(.queue(request.queue, company: company)) else { continue }
            let hasWork = jobs.indices.contains { number in
                guard ready[number] != nil, let job = jobs[number], job.company == company else { return false }
                return settings(job.kind).queue == request.queue && startable.contains(job.kind)
                    && !pauses.contains(.kind(job.kind, company: company))
            }
            if hasWork { lanes.append(company) }
        }
        return lanes
    }

    /// `take_jobs`: the first of each company, then the second of each, and so on.
    private func take(
        _ request: ClaimRequest, _ kinds: Set<Int>, _ most: Int, _ lanes: [Int], _ rooms: [Int: Int]
    ) -> [Int] {
        var picked: [(turn: Int, lane: Int, job: Int)] = []
        for (lane, company) in lanes.enumerated() {
            let line = jobs.indices.compactMap { number -> (Int, Int)? in
                guard let row = ready[number], let job = jobs[number], job.company == company,
                    settings(job.kind).queue == request.queue, kinds.contains(job.kind),
                    !pauses.contains(.kind(job.kind, company: company))
                else { return nil }
                return (row.turnAt, number)
            }
            let first = line.sorted { $0 < $1 }.prefix(max(0, min(most, rooms[company] ?? 0)))
            picked += first.enumerated().map { ($0.offset, lane, $0.element.1) }
        }
        let chosen = picked.sorted { ($0.turn, $0.lane) < ($1.turn, $1.lane) }.prefix(most).map(\.job)
        for number in chosen {
            guard let row = ready[number], let job = jobs[number] else { continue }
            ready[number] = nil
            leases[number] = LeaseRow(
                attempt: row.attempts + 1, worker: request.worker, crashes: row.crashes, readyAt: row.readyAt,
                claimedAt: now)
            record(.claimed, job, attempt: row.attempts + 1, worker: request.worker)
        }
        return chosen
    }

    private func claimed(_ number: Int) -> ClaimedJob? {
        guard let job = facts(number), let lease = leases[number] else { return nil }
        return ClaimedJob(
            company: .init(number: job.company), id: .init(number: number), kind: kinds[job.kind].name,
            attempt: lease.attempt, mostAttempts: settings(job.kind).mostAttempts, arguments: "\(job.arguments)",
            readyAt: .init(simulatedMicroseconds: lease.readyAt),
            claimedAt: .init(simulatedMicroseconds: lease.claimedAt))
    }
}
