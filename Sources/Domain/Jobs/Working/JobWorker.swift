package import Companies
package import CoreMetrics
package import Foundation
package import Logging
import Postgres
import ServiceLifecycle
import Telemetry

/// A worker: runs jobs of some queues until it is told to stop. The decisions are `WorkerState`'s; this type performs them.
package actor JobWorker: Service {
    /// New each time the database gives this worker up: what it said under the old one counts no more.
    package private(set) var id: UUID
    private let name: String
    private let settings: WorkerSettings
    private let registry: JobRegistry
    private let database: CompanyDatabase
    private let store: JobStore
    private let grace: Duration
    private let random: @Sendable () -> Double
    private let logger: Logger
    private let meters: JobMeters
    private let traces = TraceIDs()
    private var state: WorkerState<ContinuousClock.Instant>
    private var tasks: [JobID: Task<Void, Never>] = [:]
    private var stops: [JobID: JobStop] = [:]
    private var leaving: CheckedContinuation<Void, Never>?
    private var hasLeft = false
    private var isStopping = false
    /// Looks at what it holds that a lost answer to a claim asks for.
    private var looksOwed = 0

    /// - Parameters:
    ///   - name: what consoles call this worker, such as its host and process.
    ///   - grace: how long running jobs may take to end when the worker stops.
    ///   - random: numbers in 0...1 for the jitter of retries.
    ///   - metrics: where jobs are counted.
    package init(
        name: String, settings: WorkerSettings, registry: JobRegistry, database: CompanyDatabase,
        grace: Duration = .seconds(20), recordsAll: Bool = false,
        random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }, logger: Logger,
        metrics: any MetricsFactory = MetricsSystem.factory
    ) {
        id = UUID()
        self.name = name
        self.settings = settings
        self.registry = registry
        self.database = database
        self.grace = grace
        self.random = random
        self.logger = logger
        meters = JobMeters(factory: metrics)
        store = JobStore(database: database, recordsAll: recordsAll)
        state = WorkerState(settings: settings, now: .now) { $0 + $1 }
    }

    /// Works until the task is cancelled or the service shuts down; then hands back what has not ended after `grace`.
    package func run() async throws {
        try await withGracefulShutdownHandler {
            try await register()
        } onGracefulShutdown: {
            Task { await self.stop() }
        }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.listen() }
            group.addTask { await self.keepTime() }
            await withGracefulShutdownHandler {
                await withTaskCancellationHandler {
                    await work()
                } onCancel: {
                    Task { await self.stop() }
                }
            } onGracefulShutdown: {
                Task { await self.stop() }
            }
            group.cancelAll()
        }
        try? await store.leave(id)
    }

    /// No new work; what runs may end. `run` returns when everything is done or handed back.
    package func stop() {
        isStopping = true
        perform(state.stop(now: .now, grace: grace))
    }

    /// One life after the other, until somebody stops it.
    private func work() async {
        while true {
            perform(state.tick(now: .now))
            await untilLeft()
            guard state.isLost, !isStopping else { return }
            id = UUID()
            do { try await register() } catch { return }
        }
    }

    /// Jobs at work here.
    package var runningCount: Int { state.runningCount }

    private func register() async throws {
        while true {
            do {
                try await store.declare(registry.settings)
                try await store.register(id, name: name, settings: settings)
                state = WorkerState(settings: settings, now: .now) { $0 + $1 }
                // Only now: until here ticks went to the life before, which had left.
                hasLeft = false
                if isStopping { perform(state.stop(now: .now, grace: grace)) }
                return
            } catch let error as DatabaseError where Self.mayPass(error) {
                guard !isStopping else { return }
                logger.warning("worker cannot register yet", metadata: ["cause": "\(error)"])
                try await Task.sleep(for: settings.retry)
            }
        }
    }

    /// Whether a database that cannot do something now may be able to later.
    private static func mayPass(_ error: DatabaseError) -> Bool {
        let passing: [SQLState] = [.poolTimeout, .lockNotAvailable, .queryCanceled]
        return error.isConnectionLoss || error.isRetryable || passing.contains(error.state)
    }

    private func untilLeft() async {
        if hasLeft { return }
        await withCheckedContinuation { leaving = $0 }
    }

    private func listen() async {
        await database.listenAsWorker(to: JobSignal.channel) { payload in
            await self.woken(payload.map(JobQueue.init(rawValue:)))
        }
    }

    private func woken(_ queue: JobQueue?) { perform(state.woken(queue, now: .now)) }

    /// The worker's own ticks: decisions that depend on time, and looks at what it holds; more seldom when
    /// nothing runs, because then there can be no more than what came of a claim whose answer was lost, and after such
    /// a claim it looks each second.
    private func keepTime() async {
        var ticks = 0
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(250))
            ticks += 1
            perform(state.tick(now: .now))
            let life = id
            if ticks % (state.runningCount > 0 ? 20 : 40) == 0 || (looksOwed > 0 && ticks % 4 == 0) {
                // Strays are of the last moments; only if the database's clock was moved are they not, so at times it looks
                // at all, twice one after the other.
                let reach = ticks % 960 <= 40 ? nil : 60
                guard let leases = try? await store.leases(of: life, claimedWithin: reach), life == id else { continue }
                looksOwed -= looksOwed > 0 ? 1 : 0
                perform(state.held(leases, now: .now))
            } else if state.runningCount > 0, ticks % 4 == 0 {
                guard let leases = try? await store.cancelRequests(of: life), life == id else { continue }
                perform(state.cancelRequested(leases, now: .now))
            }
        }
    }

    private func perform(_ actions: [WorkerState<ContinuousClock.Instant>.Action]) {
        for action in actions {
            switch action {
            case .claim(let queue, let most, let after, let busy):
                Task { await self.claim(queue, most: most, after: after, busy: busy) }
            case .start(let job): start(job)
            case .cancel(let job, let reason): cancel(job, reason)
            case .settle(let batch): Task { await self.settle(batch) }
            case .renew: Task { await self.renew() }
            case .leave:
                hasLeft = true
                leaving?.resume()
                leaving = nil
            }
        }
    }

    private func claim(_ queue: JobQueue, most: Int, after: CompanyID?, busy: [CompanyID: Int]) async {
        do {
            let jobs = try await store.claim(
                id, queue: queue, kinds: registry.kinds, most: most, after: after, mostEach: settings.mostPerCompany,
                busy: busy)
            meters.claimed(jobs.count)
            perform(state.claimed(jobs, of: queue, asked: most, now: .now))
        } catch {
            meters.claimed(nil)
            logger.warning("jobs could not be claimed", metadata: ["queue": "\(queue)", "cause": "\(error)"])
            // What it claimed may be held all the same. It takes two looks to tell, and the first may come too early.
            looksOwed = 3
            perform(state.claimFailed(of: queue, asked: most, now: .now))
        }
    }

    private func settle(_ batch: [Settlement]) async {
        do {
            let accepted = try await store.settle(id, batch)
            for one in batch where !accepted.contains(one.job.id) {
                meters.endRefused()
                logger.warning("an attempt was not this worker's any more", metadata: ["job_id": "\(one.job.id)"])
            }
            perform(state.settled(now: .now))
        } catch {
            logger.warning("ends of jobs could not be written yet", metadata: ["cause": "\(error)"])
            try? await Task.sleep(for: settings.retry * random())
            perform(state.settleFailed(batch, now: .now))
        }
    }

    private func renew() async {
        let (sent, life) = (ContinuousClock.now, id)
        let answer: Result<[JobID]?, any Error>
        do {
            answer = .success(try await store.renew(life, lease: settings.lease, isStopping: isStopping))
        } catch {
            answer = .failure(error)
        }
        // What is said about an earlier life is nothing to this one; and who has left has no lease to lose.
        guard life == id, !hasLeft else { return }
        switch answer {
        case .success(.some(let cancelled)):
            perform(state.renewed(cancelled: cancelled, sentAt: sent, now: .now))
        case .success(.none):
            meters.givenUp()
            logger.error("this worker was given up; it stops what it runs")
            perform(state.lost(now: .now))
        case .failure(let error):
            meters.renewalFailed()
            logger.warning("the worker's lease could not be renewed", metadata: ["cause": "\(error)"])
            perform(state.renewFailed(now: .now))
        }
    }

    private func cancel(_ job: JobID, _ reason: JobStop) {
        stops[job] = reason
        tasks[job]?.cancel()
    }

    private func start(_ job: ClaimedJob) {
        guard let entry = registry.entries[job.kind] else {
            return perform(state.finished(job.id, .released, spent: .zero, now: .now))
        }
        // The trace goes on where whoever wanted the job left it.
        let trace = job.trace.flatMap(TraceContext.init(traceparent:))?.child(traces) ?? TraceContext(traces)
        let scope = WorkScope(trace: trace, metadata: ["job_id": "\(job.id)", "kind": "\(job.kind)"])
        scope.recognise(company: job.company)
        let context = JobContext(job: job, database: database, logger: logger, worker: id)
        meters.started(job)
        tasks[job.id] = Task {
            await WorkScope.$current.withValue(scope) {
                let begun = ContinuousClock.now
                let failure = await JobRun.run(entry, context)
                self.ended(job, entry.settings, failure, spent: .now - begun)
            }
        }
    }

    private func ended(
        _ job: ClaimedJob, _ settings: JobSettings, _ outcome: Result<Bool, any Error>, spent: Duration
    ) {
        tasks[job.id] = nil
        let stop = stops.removeValue(forKey: job.id)
        let verdict: JobVerdict
        switch outcome {
        case .success(let isSettled):
            verdict = isSettled ? .settled : .completed
        case .failure(let error):
            verdict = .of(
                error, attempt: job.attempt, mostAttempts: job.mostAttempts, backoff: settings.backoff,
                wasCancelled: stop == .cancelled, isStopping: stop == .workerStops || stop == .lost, fraction: random())
            logger.info("attempt ended", metadata: ["result": "\(verdict.word)", "cause": "\(error)"])
        }
        meters.finished(job, verdict, after: spent)
        perform(state.finished(job.id, verdict, spent: spent, now: .now))
    }
}
