import Companies
import Glibc
import Jobs
import Postgres

/// Runs scripts, and writes down beside them what no transaction takes back: that an attempt began, that it was refused,
/// that nobody told it whether its commit happened.
struct DrillHandler: Sendable {
    /// An attempt that its script lets fail.
    struct Failure: Error {}

    private let process: String
    private let database: CompanyDatabase

    init(process: String, database: CompanyDatabase) {
        self.process = process
        self.database = database
    }

    func registry(without unknown: Set<String>) -> JobRegistry {
        var registry = JobRegistry()
        func add<Kind: DrillKind>(_ kind: Kind.Type) {
            guard !unknown.contains(Kind.kind) else { return }
            registry.register(kind) { try await run($0.script, $1) }
        }
        add(DrillWork.self)
        add(DrillFragile.self)
        add(DrillPatient.self)
        add(DrillNovelty.self)
        add(DrillMetered.self)
        return registry
    }

    private func run(_ script: DrillScript, _ context: JobContext) async throws {
        await dies(script, context, at: .afterClaim)
        try await note("began", script, context.job)
        try await work(script, attempt: context.job.attempt)
        if script.ending == .giveUp { throw JobControl.giveUp(reason: "its script says so") }
        if context.job.attempt <= script.failures { throw Failure() }
        if script.snoozes > 0, try await isFirst(script.snoozes, script, context) {
            throw JobControl.snooze(.milliseconds(100))
        }
        await dies(script, context, at: .beforeEffect)
        // Deaf code does not hear of the cancellation in the middle of its transaction either.
        let ends = Task { try await end(script, context) }
        do {
            if script.isDeaf {
                try await ends.value
            } else {
                try await withTaskCancellationHandler {
                    try await ends.value
                } onCancel: {
                    ends.cancel()
                }
            }
        } catch let error as JobFenced {
            await noteSurely("fenced", script, context.job)
            throw error
        } catch let error as DatabaseError where error.isConnectionLoss {
            await noteSurely("unknown", script, context.job)
            throw error
        }
        await dies(script, context, at: .afterCommit)
    }

    private func work(_ script: DrillScript, attempt: Int) async throws {
        let wait = Duration.milliseconds(
            attempt > 1 ? script.laterMilliseconds ?? script.milliseconds : script.milliseconds)
        guard script.isDeaf else { return try await Task.sleep(for: wait) }
        await Task { try? await Task.sleep(for: wait) }.value
    }

    private func end(_ script: DrillScript, _ context: JobContext) async throws {
        switch script.ending {
        case .complete:
            try await context.complete { transaction in try await effect(script, context, transaction) }
        case .once:
            _ = try await database.transaction(in: context.company) { transaction in
                try await context.once(script.key, in: transaction) {
                    try await effect(script, context, transaction)
                }
            }
        case .unfenced:
            try await database.transaction(in: context.company) { transaction in
                try await effect(script, context, transaction)
            }
            try await context.complete { _ in }
        case .nothing, .giveUp: break
        }
    }

    private func effect(_ script: DrillScript, _ context: JobContext, _ transaction: CompanyTransaction) async throws {
        if script.isUnknown {
            try await transaction.execute("SELECT set_config('synchronous_commit', 'on', true)")
        }
        try await transaction.execute(
            """
            INSERT INTO drill_effects (company_id, key, job_id, attempt, process)
            VALUES (\(context.company), \(script.key), \(context.job.id.rawValue), \(context.job.attempt), \(process))
            """)
        if script.lingers > 0, context.job.attempt == 1 { try? await Task.sleep(for: .milliseconds(script.lingers)) }
        await dies(script, context, at: .beforeCommit)
    }

    private func dies(_ script: DrillScript, _ context: JobContext, at point: DrillPoint) async {
        guard script.point == point, let died = try? await count("died", context.job), died < script.crashes else {
            return
        }
        try? await note("died", script, context.job)
        kill(getpid(), SIGKILL)
    }

    /// Snoozed attempts do not count, so their number is looked up where executions are.
    private func isFirst(_ most: Int, _ script: DrillScript, _ context: JobContext) async throws -> Bool {
        // Those that fail come first.
        try await count("began", context.job) - script.failures <= most
    }

    private func count(_ what: String, _ job: ClaimedJob) async throws -> Int {
        try await database.asWorker(
            Query<Single<Int>>(
                "SELECT count(*) FROM drill_notes WHERE job_id = \(job.id.rawValue) AND what = \(what)")
        ).first?.value ?? 0
    }

    /// In a transaction of its own, so that it stands whatever becomes of the attempt.
    private func note(_ what: String, _ script: DrillScript, _ job: ClaimedJob) async throws {
        _ = try await database.write(
            in: job.company,
            """
            INSERT INTO drill_notes (company_id, job_id, key, attempt, process, what)
            VALUES (\(job.company), \(job.id.rawValue), \(script.key), \(job.attempt), \(process), \(what))
            """, Query<Single<Bool>>("SELECT true"))
    }

    private func noteSurely(_ what: String, _ script: DrillScript, _ job: ClaimedJob) async {
        await Task {
            for _ in 0..<100 {
                do { return try await note(what, script, job) } catch { try? await Task.sleep(for: .milliseconds(200)) }
            }
        }.value
    }
}
