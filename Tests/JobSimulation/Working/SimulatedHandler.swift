import Jobs
import TestSupport

/// A handler at work: what the code of a job may do, with an await point at each step.
final class SimulatedHandler {
    private enum Step {
        case sleep(Int)
        /// An effect in a transaction of its own.
        case once(String)
        /// `JobContext.complete` with an effect.
        case end(String)
        case throwing(any Error)
    }

    private struct Failed: Error {}

    private unowned let simulation: Simulation
    private let worker: SimulatedWorker
    let job: ClaimedJob
    private let workerID: Int
    private var steps: [Step]
    private var next = 0
    private let begunAt: SimulatedInstant
    /// Ends well or badly, and does not hear that it shall stop.
    private let isStubborn: Bool
    private var isCancelled = false
    private var isOverdue = false
    private var isSettled = false
    private var isOver = false
    /// The sleep that is going on.
    private var sleep: Int?
    private let life: Int
    /// What the database has open for this handler, whether it was told of it or not.
    private var transaction: Int?

    init(_ simulation: Simulation, _ worker: SimulatedWorker, _ job: ClaimedJob) {
        self.simulation = simulation
        self.worker = worker
        self.job = job
        workerID = worker.id
        life = worker.process.life
        begunAt = simulation.clock(worker.process)
        isStubborn = simulation.random.chance(0.15)
        steps = Self.script(job, &simulation.random, isCalm: simulation.isCalm)
    }

    private static func script(_ job: ClaimedJob, _ random: inout SeededRandom, isCalm: Bool) -> [Step] {
        var steps = [Step.sleep(random.milliseconds(1...4_000))]
        if random.chance(0.4) {
            steps += [.once("half of job \(job.id.number)"), .sleep(random.milliseconds(1...3_000))]
        }
        switch random.below(isCalm ? 70 : 100) {
        case ..<60: steps.append(.end("whole of job \(job.id.number)"))
        case ..<70: break
        case ..<82: steps.append(.throwing(Failed()))
        case ..<87: steps.append(.throwing(JobControl.retry(after: .seconds(random.below(15)), reason: "")))
        case ..<94: steps.append(.throwing(JobControl.snooze(.seconds(random.below(4)))))
        case ..<96: steps.append(.throwing(JobControl.giveUp(reason: "")))
        // Longer than it may.
        default: steps += [.sleep(70_000_000), .end("whole of job \(job.id.number)")]
        }
        return steps
    }

    func run() {
        let limit = simulation.kind(of: job).settings.timeLimit
        simulation.later(limit.wholeMicroseconds, on: worker.process) { [self] in
            guard !isOver else { return }
            isOverdue = true
            cancel()
        }
        advance()
    }

    /// The task is cancelled.
    func cancel() {
        isCancelled = true
        guard sleep != nil, !isStubborn else { return }
        sleep = nil
        simulation.later(1_000, on: worker.process) { self.advance() }
    }

    private func advance() {
        guard !isOver else { return }
        if isCancelled, !isStubborn { return finish(.failure(CancellationError())) }
        guard next < steps.count else { return finish(.success(isSettled)) }
        let step = steps[next]
        next += 1
        switch step {
        case .sleep(let microseconds):
            let mine = next
            sleep = mine
            simulation.wait(.handlerSleep, on: worker.process, job: job.id.number, microseconds) { [self] in
                guard sleep == mine else { return }
                sleep = nil
                advance()
            }
        case .once(let key):
            let (lease, id) = (job.lease, workerID)
            ask(.onceBegin) {
                try self.opened($0.beginOnce(id, lease, key: key))
            } then: { transaction in
                self.ask(.onceCommit) {
                    try $0.commit(transaction)
                } then: {
                    self.closed()
                }
            }
        case .end(let key):
            let (lease, id) = (job.lease, workerID)
            ask(.handlerBegin) {
                try self.opened($0.beginEnd(id, lease))
            } then: { transaction in
                self.ask(.handlerEffects) {
                    defer { self.limitIdleness(of: transaction) }
                    return try $0.write(key, in: transaction)
                } then: { _ in
                    self.ask(.handlerCommit) {
                        try $0.commit(transaction)
                    } then: { [self] in
                        isSettled = true
                        closed()
                    }
                }
            }
        case .throwing(let error): finish(.failure(error))
        }
    }

    /// At the database, `CompanyTransaction.patience`: a session whose transaction waits for its client for 20 seconds is over.
    private func limitIdleness(of transaction: Int) {
        guard simulation.bug != .sessionOutlivesPause else { return }
        let database = simulation.database
        let statements = database.transactions[transaction]?.statements
        simulation.timeline.after(20_000_000) {
            if database.transactions[transaction]?.statements == statements { database.abort(transaction) }
        }
    }

    /// At the database: from now on a connection of this process has something open.
    private func opened(_ opened: Int) -> Int {
        transaction = opened
        let process = worker.process
        process.transactions.insert(opened)
        limitIdleness(of: opened)
        // The request came late, and nobody is there who would go on with it.
        if isOver || process.life != life { simulation.drop(opened, of: process, noticedAfter: 1_000_000) }
        return opened
    }

    private func closed() {
        if let transaction { worker.process.transactions.remove(transaction) }
        transaction = nil
        advance()
    }

    private func ask<Answer>(
        _ point: AwaitPoint, _ statement: @escaping (SimulatedDatabase) throws -> Answer,
        then: @escaping (Answer) -> Void
    ) {
        simulation.call(point, from: worker.process, job: job.id.number, statement) { [self] result in
            switch result {
            case .success(let answer): then(answer)
            case .failure(let failure): failed(at: point, failure)
            }
        }
    }

    private func failed(at point: AwaitPoint, _ failure: CallFailure) {
        var (noticedAfter, isFenced) = (0, false)
        switch failure {
        case .lost(let after):
            noticedAfter = after
            if point == .handlerCommit, simulation.bug == .unknownCommitRepeated {
                simulation.database.writeUnfenced(
                    job.id.number, worker: workerID, attempt: job.attempt, key: "whole of job \(job.id.number)")
            }
        case .refused(let refusal): isFenced = refusal == .fenced
        }
        if let transaction { simulation.drop(transaction, of: worker.process, noticedAfter: noticedAfter) }
        finish(.failure(isFenced ? JobFenced() : Failed()))
    }

    private func finish(_ outcome: Result<Bool, any Error>) {
        guard !isOver else { return }
        isOver = true
        let spent = simulation.clock(worker.process).microseconds - begunAt.microseconds
        let told: Result<Bool, any Error> =
            isSettled ? .success(true) : isOverdue ? .failure(JobTimeout()) : outcome
        worker.ended(self, told, spent: .microseconds(spent))
    }
}
