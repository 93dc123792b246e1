import Companies
import Jobs
import Postgres
import TestSupport

/// What `JobWorker` does with the actions of the real `WorkerState`, step by step as there; each method is the one of the
/// same name.
final class SimulatedWorker {
    private unowned let simulation: Simulation
    let process: SimulatedProcess
    private let settings: WorkerSettings
    /// New in each life.
    private(set) var id: Int
    private var state: WorkerState<SimulatedInstant>
    private var handlers: [Int: SimulatedHandler] = [:]
    private var stops: [JobID: JobStop] = [:]
    private var isWaiting = false
    private var hasLeft = false
    private(set) var isStopping = false
    private(set) var isRegistered = false
    private(set) var hasEnded = false
    /// Nobody listens before the first registration.
    private var isListening = false

    init(_ simulation: Simulation, _ process: SimulatedProcess) {
        self.simulation = simulation
        self.process = process
        settings = simulation.scenario.settings
        id = simulation.newWorker()
        state = Self.fresh(settings, now: simulation.clock(process))
    }

    private static func fresh(_ settings: WorkerSettings, now: SimulatedInstant) -> WorkerState<SimulatedInstant> {
        WorkerState(settings: settings, now: now) { $0.advanced(by: $1) }
    }

    private var now: SimulatedInstant { simulation.clock(process) }

    func run() {
        register { [self] in
            isListening = true
            keepTime(1)
            work()
        }
    }

    func stop() {
        isStopping = true
        perform(state.stop(now: now, grace: .seconds(5)))
    }

    /// A notification came.
    func woken(_ queue: JobQueue) {
        guard isListening, !hasEnded else { return }
        perform(state.woken(queue, now: now))
    }

    private func work() {
        perform(state.tick(now: now))
        untilLeft()
    }

    private func untilLeft() {
        if hasLeft { left() } else { isWaiting = true }
    }

    private func left() {
        guard state.isLost, !isStopping else { return end() }
        if simulation.bug == .leavesWhileRegistering { hasLeft = false }
        id = simulation.newWorker()
        register { self.work() }
    }

    private func end() {
        hasEnded = true
        let id = id
        simulation.call(.leave, from: process) {
            $0.leave(id)
        } done: { [self] _ in
            simulation.exited(process)
        }
    }

    private func register(_ done: @escaping () -> Void) {
        let (id, lease) = (id, settings.lease)
        isRegistered = false
        simulation.call(.register, from: process) {
            try $0.register(id, lease: lease)
        } done: { [self] result in
            switch result {
            case .success:
                isRegistered = true
                state = Self.fresh(settings, now: now)
                if simulation.bug != .leavesWhileRegistering { hasLeft = false }
                if isStopping { perform(state.stop(now: now, grace: .seconds(5))) }
                done()
            case .failure(.lost):
                guard !isStopping else { return end() }
                simulation.later(settings.retry.wholeMicroseconds, on: process) { self.register(done) }
            case .failure(.refused):
                end()
            }
        }
    }

    /// Every 500 ms, which is twice that of `JobWorker`, for the sake of speed.
    private func keepTime(_ ticks: Int) {
        simulation.later(500_000, on: process) { [self] in
            guard !hasEnded else { return }
            perform(state.tick(now: now))
            guard ticks % (state.runningCount > 0 ? 2 : 20) == 0 else { return keepTime(ticks + 1) }
            look { self.keepTime(ticks + 1) }
        }
    }

    private func look(_ done: @escaping () -> Void) {
        let id = id
        simulation.call(.look, from: process) {
            $0.held(id)
        } done: { [self] result in
            defer { done() }
            guard case .success(let leases) = result, id == self.id, isRegistered else { return }
            switch simulation.bug {
            case .straysForgotten:
                perform(state.held(leases.filter { state.isRunning($0.lease.id) }, now: now))
            case .staleCancelBelieved:
                for held in leases where held.isCancelRequested && stops[held.lease.id] == nil {
                    cancel(held.lease.id, .cancelled)
                }
                perform(state.held(leases, now: now))
            default: perform(state.held(leases, now: now))
            }
        }
    }

    private func perform(_ actions: [WorkerState<SimulatedInstant>.Action]) {
        for action in actions {
            switch action {
            case .claim(let queue, let most, let after, let busy): claim(queue, most, after, busy)
            case .start(let job): start(job)
            case .cancel(let job, let reason): cancel(job, reason)
            case .settle(let batch): settle(batch)
            case .renew: renew()
            case .leave:
                hasLeft = true
                if isWaiting {
                    isWaiting = false
                    left()
                }
            }
        }
    }

    private func claim(_ queue: JobQueue, _ most: Int, _ after: CompanyID?, _ busy: [CompanyID: Int]) {
        let request = SimulatedDatabase.ClaimRequest(
            worker: id, queue: queue, most: most, after: after?.number, mostEach: settings.mostPerCompany,
            busy: Dictionary(uniqueKeysWithValues: busy.map { ($0.key.number, $0.value) }))
        simulation.call(.claim, from: process) {
            $0.claim(request)
        } done: { [self] result in
            switch result {
            case .success(let jobs): perform(state.claimed(jobs, of: queue, asked: most, now: now))
            case .failure: perform(state.claimFailed(of: queue, asked: most, now: now))
            }
        }
    }

    private func settle(_ batch: [Settlement]) {
        let id = id
        simulation.call(.settle, from: process, job: batch.first?.job.id.number ?? -1) {
            try $0.settle(id, batch)
        } done: { [self] result in
            switch result {
            case .success: perform(state.settled(now: now))
            case .failure:
                let wait = Double(settings.retry.wholeMicroseconds) * simulation.random.fraction()
                simulation.later(Int(wait), on: process) { self.perform(self.state.settleFailed(batch, now: self.now)) }
            }
        }
    }

    private func renew() {
        let (id, lease, isStopping, sent) = (id, settings.lease, isStopping, now)
        simulation.call(.renew, from: process) {
            $0.renew(id, lease: lease, isStopping: isStopping)
        } done: { [self] result in
            // What is said about an earlier life is nothing to this one.
            guard id == self.id, isRegistered, !hasLeft else { return }
            switch result {
            case .success(let cancelled?):
                perform(state.renewed(cancelled: cancelled, sentAt: sent, now: now))
            case .success(nil): perform(state.lost(now: now))
            case .failure: perform(state.renewFailed(now: now))
            }
        }
    }

    private func cancel(_ job: JobID, _ reason: JobStop) {
        simulation.note(.cancels, process, job: job.number)
        stops[job] = reason
        handlers[job.number]?.cancel()
    }

    private func start(_ job: ClaimedJob) {
        simulation.note(.starts, process, job: job.id.number, number: job.attempt)
        if handlers[job.id.number] != nil {
            simulation.database.problems.append("two attempts of job \(job.id.number) run in process \(process.number)")
        }
        let handler = SimulatedHandler(simulation, self, job)
        handlers[job.id.number] = handler
        handler.run()
    }

    /// What the handler's task came to.
    func ended(_ handler: SimulatedHandler, _ outcome: Result<Bool, any Error>, spent: Duration) {
        let job = handler.job
        if handlers[job.id.number] === handler { handlers[job.id.number] = nil }
        let stop = stops.removeValue(forKey: job.id)
        let verdict: JobVerdict
        switch outcome {
        case .success(let isSettled): verdict = isSettled ? .settled : .completed
        case .failure(let error):
            let settings = simulation.kind(of: job).settings
            verdict = .of(
                error, attempt: job.attempt, mostAttempts: job.mostAttempts, backoff: settings.backoff,
                wasCancelled: stop == .cancelled, isStopping: stop == .workerStops || stop == .lost,
                fraction: simulation.random.fraction())
        }
        simulation.note(.ends, process, job: job.id.number, number: job.attempt)
        perform(state.finished(job.id, verdict, spent: spent, now: now))
    }
}
