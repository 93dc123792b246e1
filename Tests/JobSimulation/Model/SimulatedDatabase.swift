package import JobHistory
package import Jobs

/// The job tables and what their functions do, in memory. Each method is one transaction and mirrors a statement or function
/// of migrations 0006 to 0008 or of `Sources/Domain/Jobs`, named in its comment; JobModelTests hold both against each other.
///
/// Companies, kinds, jobs and workers are numbers. A job's row is at its number in each table.
package final class SimulatedDatabase {
    struct Fuse: Hashable {
        let company: Int
        let kind: Int
        let arguments: Int
    }

    struct UniqueKey: Hashable {
        let company: Int
        let kind: Int
        let key: Int
    }

    struct EffectKey: Hashable {
        let company: Int
        let key: String
    }

    struct Slot: Hashable {
        let schedule: Int
        let slot: Int
    }

    package enum Pause: Hashable, Sendable {
        case kind(Int, company: Int?)
        case queue(JobQueue, company: Int?)
    }

    let kinds: [SimulatedKind]
    let companies: Int
    let bug: PlantedBug?
    /// How often a job may take its worker down before it is dead.
    let blown: Int
    /// `clock_timestamp()` in microseconds. Set before each statement; may go backwards.
    package var now = 0

    var jobs: [ModelJob?] = []
    var ready: [ReadyRow?] = []
    var waiting: [WaitingRow?] = []
    var leases: [LeaseRow?] = []
    var outcomes: [OutcomeRow?] = []
    var uniqueKeys: [UniqueKey: Int] = [:]
    /// `job_dependencies`: what each job still needs.
    var needs: [[Int]] = []
    var workers: [Int: WorkerRow] = [:]
    var limits: [LimitRow?]
    var pauses: Set<Pause> = []
    var fuses: [Fuse: Int] = [:]
    var effects: Set<EffectKey> = []
    var schedules: [ScheduleRow] = []
    var slots: Set<Slot> = []
    /// Jobs that each slot became.
    var slotJobs: [Slot: Int] = [:]
    var transactions: [Int: OpenTransaction] = [:]
    var locks: [Int?] = []
    var begun = 0

    package internal(set) var history: [HistoryEvent] = []
    /// What is wrong with the tables or with an answer, in words.
    package internal(set) var problems: [String] = []
    /// Crashes of kind and arguments since they were last done well; what the fuses should say.
    var crashesSinceDone: [Fuse: Int] = [:]

    package init(kinds: [SimulatedKind], companies: Int, blown: Int = 5, bug: PlantedBug? = nil) {
        self.kinds = kinds
        self.companies = companies
        self.blown = blown
        self.bug = bug
        // As `JobStore.declare` writes them.
        limits = kinds.map { kind in
            let settings = kind.settings
            guard settings.mostRunning != nil || settings.perMinute != nil else { return nil }
            return LimitRow(mostRunning: settings.mostRunning, perMinute: settings.perMinute, countedAt: 0)
        }
    }

    package var jobCount: Int { jobs.count }

    /// The company of a job that is there.
    package func company(of job: Int) -> Int? { facts(job)?.company }

    func facts(_ job: Int) -> ModelJob? { jobs.indices.contains(job) ? jobs[job] : nil }

    func settings(_ kind: Int) -> JobSettings { kinds[kind].settings }

    func fuse(_ job: ModelJob) -> Fuse { Fuse(company: job.company, kind: job.kind, arguments: job.arguments) }

    func seconds(_ value: Double) -> Int { Int(value * 1_000_000) }

    /// Puts a job at the end of its line, its priority behind now.
    func makeReady(_ job: ModelJob, attempts: Int, crashes: Int) {
        let behind = settings(job.kind).priority.delaySeconds * 1_000_000
        ready[job.number] = ReadyRow(turnAt: now + behind, readyAt: now, attempts: attempts, crashes: crashes)
    }

    func record(
        _ what: HistoryEvent.Kind, _ job: ModelJob, attempt: Int? = nil, worker: Int? = nil, key: String? = nil
    ) {
        history.append(
            HistoryEvent(
                at: Double(history.count), job: "\(job.number)", company: "\(job.company)", what: what,
                attempt: attempt, worker: worker.map { "\($0)" }, key: key))
    }
}
