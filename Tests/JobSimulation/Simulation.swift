import JobHistory
import Jobs
import TestSupport

/// One run: processes with workers, handlers and housekeepers over the model of the database, and an adversary at every await
/// point. Everything happens on one thread, in simulated time, decided by the seed.
package final class Simulation {
    let scenario: Scenario
    let timeline = Timeline()
    let database: SimulatedDatabase
    var random: SeededRandom
    private var adversary: Adversary
    private var trace = SimulationTrace()
    private var processes: [SimulatedProcess] = []
    private var workers = 0
    private var companies: [Int: Int] = [:]
    private var nextJob: Int
    /// Connections of an earlier epoch are broken.
    private var epoch = 0
    private var isDatabaseUp = true
    /// How wrong the database's clock is, in microseconds.
    private var clockError = 0
    private var calmAt = 0
    private var isOver = false

    private init(_ scenario: Scenario) {
        self.scenario = scenario
        random = SeededRandom(seed: scenario.seed)
        adversary = Adversary(scenario)
        database = SimulatedDatabase(
            kinds: scenario.kinds, companies: scenario.companies, blown: scenario.blown, bug: scenario.bug)
        nextJob = scenario.jobs
    }

    /// Runs until all work has ended after the faults, or a promise is broken.
    package static func run(_ scenario: Scenario) -> SimulationReport {
        let simulation = Simulation(scenario)
        defer { simulation.timeline.clear() }
        return simulation.run()
    }

    var bug: PlantedBug? { scenario.bug }
    var isCalm: Bool { adversary.isCalm }

    private func run() -> SimulationReport {
        if scenario.hasSchedule { database.schedule(0, company: 0, cron: "* * * * *") }
        for number in 0..<scenario.processes {
            let process = SimulatedProcess(number: number)
            processes.append(process)
            timeline.after(random.milliseconds(0...2_000)) { self.boot(process) }
        }
        let desk = SimulatedProcess(number: scenario.processes)
        processes.append(desk)
        boot(desk)
        SimulatedPeople(self, desk).run()
        timeline.after(scenario.busySeconds * 1_000_000) { self.calm() }
        while !isOver, database.problems.isEmpty, timeline.step() {}
        return report()
    }

    private func report() -> SimulationReport {
        let drained = isOver && database.problems.isEmpty
        if drained { database.checkDrained() }
        let broken = HistoryChecker.violations(in: database.history, isDrained: drained)
        let history = database.history
        return SimulationReport(
            scenario: scenario, microseconds: timeline.now, drainMicroseconds: max(0, timeline.now - calmAt),
            points: adversary.points, faults: adversary.faults, jobs: history.count { $0.what == .enqueued },
            attempts: history.count { $0.what == .claimed }, effects: history.count { $0.what == .effect },
            digest: trace.digest, problems: database.problems + broken.map(\.description), trace: trace.text)
    }

    // MARK: What processes use

    func clock(_ process: SimulatedProcess) -> SimulatedInstant { process.clock(timeline.now) }

    func kind(of job: ClaimedJob) -> SimulatedKind {
        scenario.kinds.first { $0.name == job.kind } ?? scenario.kinds[0]
    }

    func newWorker() -> Int {
        workers += 1
        return workers
    }

    func newJob() -> Int {
        nextJob += 1
        return nextJob - 1
    }

    func remember(_ job: ModelJob) { companies[job.number] = job.company }
    func company(of job: Int) -> Int? { companies[job] }

    func note(_ word: TraceWord, _ process: SimulatedProcess, detail: UInt8 = 0, job: Int = -1, number: Int = -1) {
        trace.add(
            .init(at: timeline.now, process: process.number, word: word, detail: detail, job: job, number: number))
    }

    /// Does something in a process after a while of its own clock, unless it is gone by then; later, when it stands still.
    func later(_ delay: Int, on process: SimulatedProcess, _ work: @escaping () -> Void) {
        let life = process.life
        timeline.after(delay) { self.deliver(to: process, life, work) }
    }

    private func deliver(to process: SimulatedProcess, _ life: Int, _ work: @escaping () -> Void) {
        guard process.life == life, process.isUp else { return }
        if process.isPaused { process.postpone { self.deliver(to: process, life, work) } } else { work() }
    }

    /// Waiting for the clock is an await point, too.
    func wait(
        _ point: AwaitPoint, on process: SimulatedProcess, job: Int, _ microseconds: Int, _ done: @escaping () -> Void
    ) {
        let fault = adversary.fault(at: point, &random)
        later(microseconds, on: process, done)
        if let fault { strike(fault, process) }
    }

    /// Tells the workers that there is work, as LISTEN does; now and then one does not hear it.
    func wake(_ queue: JobQueue) {
        for process in processes {
            guard let worker = process.worker, random.chance(0.9) else { continue }
            later(random.milliseconds(1...50), on: process) { worker.woken(queue) }
        }
    }

    /// A request, what the database makes of it, an answer. Between any two of them there is an await point.
    func call<Answer>(
        _ point: AwaitPoint, from process: SimulatedProcess, job: Int = -1,
        _ statement: @escaping (SimulatedDatabase) throws -> Answer,
        done: @escaping (Result<Answer, CallFailure>) -> Void
    ) {
        note(.asks, process, detail: point.rawValue, job: job)
        let call = Call(point: point, process: process, life: process.life, epoch: epoch, job: job)
        let fault = adversary.fault(at: point, &random)
        switch fault {
        case .requestLost:
            strike(.requestLost, process)
            return fail(
                call, after: random.milliseconds(50...8_000), noticedAfter: random.milliseconds(0...15_000), done)
        case .requestLate:
            strike(.requestLate, process)
            fail(call, after: random.milliseconds(20...300), noticedAfter: 15_000_000, done)
            timeline.after(random.milliseconds(400...12_000)) { _ = self.execute(call, statement) }
            return
        case let fault?: strike(fault, process)
        case nil: break
        }
        // A process that crashed may have sent its request before.
        guard process.life == call.life || random.chance(0.5) else { return }
        timeline.after(travel()) { [self] in
            guard let result = execute(call, statement) else {
                return fail(call, after: travel(), noticedAfter: 0, done)
            }
            answer(call, result, done)
        }
    }

    /// Lets go of a transaction of a connection that is not used any more.
    func drop(_ transaction: Int, of process: SimulatedProcess, noticedAfter: Int) {
        process.transactions.remove(transaction)
        timeline.after(noticedAfter) { self.database.abort(transaction) }
    }

    /// The worker of a process left; the process ends and is started again.
    func exited(_ process: SimulatedProcess) {
        guard let worker = process.worker else { return }
        if !worker.isStopping {
            database.problems.append("the worker of process \(process.number) ended although nobody stopped it")
        }
        kill(process, bootAfter: random.milliseconds(500...10_000))
    }

    // MARK: The network and the database's machine

    private struct Call {
        let point: AwaitPoint
        let process: SimulatedProcess
        let life: Int
        let epoch: Int
        let job: Int
    }

    private func travel() -> Int {
        random.chance(0.02) ? random.milliseconds(100...3_000) : random.milliseconds(1...20)
    }

    /// - Returns: `nil` when the request came to nothing because the database was not there.
    private func execute<Answer>(
        _ call: Call, _ statement: (SimulatedDatabase) throws -> Answer
    ) -> Result<Answer, ModelRefusal>? {
        guard isDatabaseUp, call.epoch == epoch else { return nil }
        database.now = timeline.now + clockError
        note(.commits, call.process, detail: call.point.rawValue, job: call.job)
        do {
            return .success(try statement(database))
        } catch {
            return .failure(error as? ModelRefusal ?? .noTransaction)
        }
    }

    private func answer<Answer>(
        _ call: Call, _ result: Result<Answer, ModelRefusal>, _ done: @escaping (Result<Answer, CallFailure>) -> Void
    ) {
        // Whoever waits for a lock waits for a second.
        let wait = if case .failure(.lockTimeout) = result { 1_000_000 } else { travel() }
        if let fault = adversary.fault(at: call.point, &random) {
            strike(fault, call.process)
            if fault == .answerLost || fault == .requestLost {
                return fail(
                    call, after: random.milliseconds(50...8_000), noticedAfter: random.milliseconds(0...1_000), done)
            }
        }
        timeline.after(wait) { [self] in
            guard call.epoch == epoch else { return fail(call, after: 0, noticedAfter: 0, done) }
            deliver(to: call.process, call.life) { [self] in
                note(.answered, call.process, detail: call.point.rawValue, job: call.job)
                done(result.mapError { .refused($0) })
            }
        }
    }

    private func fail<Answer>(
        _ call: Call, after delay: Int, noticedAfter: Int, _ done: @escaping (Result<Answer, CallFailure>) -> Void
    ) {
        timeline.after(delay) { [self] in
            deliver(to: call.process, call.life) { [self] in
                note(.failed, call.process, detail: call.point.rawValue, job: call.job)
                done(.failure(.lost(noticedAfter: noticedAfter)))
            }
        }
    }

    // MARK: Faults

    private func strike(_ fault: Fault, _ process: SimulatedProcess) {
        note(.fault, process, detail: fault.rawValue)
        switch fault {
        case .crash: kill(process, bootAfter: random.milliseconds(200...20_000))
        case .pause: pause(process)
        case .databaseRestart: restartDatabase()
        case .clockForward: clockError += 3_600_000_000
        case .clockBackward: clockError -= 3_600_000_000
        case .gracefulStop: stop(process)
        case .requestLost, .answerLost, .requestLate: break
        }
    }

    private func boot(_ process: SimulatedProcess) {
        guard !process.isUp else { return }
        process.boot(at: timeline.now, drift: (random.fraction() - 0.5) / 50)
        note(.boots, process)
        guard process.number < scenario.processes else { return }
        let worker = SimulatedWorker(self, process)
        process.worker = worker
        worker.run()
        SimulatedHousekeeper(self, process).run()
    }

    private func kill(_ process: SimulatedProcess, bootAfter: Int) {
        process.die()
        for transaction in process.transactions.sorted() {
            drop(transaction, of: process, noticedAfter: random.milliseconds(0...200))
        }
        timeline.after(bootAfter) { self.boot(process) }
    }

    private func pause(_ process: SimulatedProcess) {
        guard process.isUp, !process.isPaused else { return }
        let pause = process.pause()
        // Mostly longer than a lease, often not.
        let length = random.chance(0.6) ? random.milliseconds(31_000...90_000) : random.milliseconds(10...29_000)
        timeline.after(length) { self.resume(process, pause) }
    }

    private func resume(_ process: SimulatedProcess, _ pause: Int?) {
        let backlog = process.resume(pause)
        if !backlog.isEmpty { note(.resumes, process, number: backlog.count) }
        // Who goes on first is anybody's guess.
        for work in backlog { timeline.after(random.milliseconds(0...50), work) }
    }

    private func restartDatabase() {
        epoch += 1
        isDatabaseUp = false
        for transaction in database.transactions.keys.sorted() { database.abort(transaction) }
        // Now and then longer than a lease.
        let length = random.chance(0.2) ? random.milliseconds(31_000...50_000) : random.milliseconds(300...8_000)
        timeline.after(length) { self.isDatabaseUp = true }
    }

    private func stop(_ process: SimulatedProcess) {
        guard let worker = process.worker, !worker.isStopping else { return }
        let life = process.life
        later(1_000, on: process) { worker.stop() }
        // Whoever stops it waits for a minute.
        timeline.after(60_000_000) { [self] in
            if process.life == life { kill(process, bootAfter: 1_000_000) }
        }
    }

    // MARK: The end

    private func calm() {
        adversary.isCalm = true
        calmAt = timeline.now
        // Half of the time somebody puts the clock right.
        if random.chance(0.5) { clockError = 0 }
        // One of several may stand still for ever; the others do its work.
        if random.chance(0.3) { processes[0].freeze() }
        for process in processes { resume(process, nil) }
        note(.calm, processes[0])
        // What waits for a clock that was put back waits for it.
        let now = timeline.now + clockError
        let due = database.waiting.compactMap { $0?.dueAt }.filter { $0 < .max }.max() ?? now
        let slots = database.schedules.map(\.nextSlot).max() ?? now
        let deadline = timeline.now + max(0, due - now, slots - now) + 900_000_000
        // Until then everybody who was not sure of having enqueued something has said it again.
        timeline.after(20_000_000) { self.watch(until: deadline) }
    }

    private func watch(until deadline: Int) {
        if database.isDrained {
            isOver = true
        } else if timeline.now > deadline {
            database.problems.append("work is not done although nothing is wrong any more")
            database.checkDrained()
        } else {
            timeline.after(1_000_000) { self.watch(until: deadline) }
        }
    }
}
