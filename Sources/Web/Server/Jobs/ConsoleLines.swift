import Companies
import Foundation
import Jobs
import Pages
import Postgres
import Routes

// Rows of the database as lines of the console's pages.

extension JobsPanel {
    func map<Other: Sendable>(_ transform: (Content) -> Other) -> JobsPanel<Other> {
        switch self {
        case .read(let content): .read(transform(content))
        case .failed: .failed
        }
    }
}

extension MomentStamp {
    /// Nil for never.
    init?(_ moment: ExactMoment?) {
        guard let date = moment?.date else { return nil }
        self.init(date)
    }
}

extension JobLine {
    init(_ row: JobListRow, area: ConsoleArea, frame: PageFrame) {
        self.init(
            area: area, id: "\(row.id)", kind: row.kind, company: area == .platform ? row.companySlug : nil,
            status: row.standing.place.map(JobStatus.init), since: MomentStamp(row.standing.since),
            reason: row.standing.reason,
            isStopping: row.standing.isStopping, attempts: row.standing.attempts, mostAttempts: row.mostAttempts,
            queue: row.queue,
            made: MomentStamp(row.createdAt), frame: frame)
    }
}

extension ShownJob {
    init(_ job: JobFacts, area: ConsoleArea) {
        self.init(
            id: "\(job.id)", kind: job.kind, company: area == .platform ? job.companySlug : nil, queue: job.queue,
            delaySeconds: job.delaySeconds, uniqueKey: job.uniqueKey, mostAttempts: job.mostAttempts,
            made: MomentStamp(job.createdAt), status: job.standing.place.map(JobStatus.init),
            since: MomentStamp(job.standing.since),
            attempts: job.standing.attempts, reason: job.standing.reason, isStopping: job.standing.isStopping)
    }
}

extension QueueLine {
    /// Queues, with those that are paused and have nothing to do.
    static func all(
        _ queues: [QueueOverview], _ pauses: [JobPause], area: ConsoleArea, owner: CompanyID, frame: PageFrame
    ) -> [QueueLine] {
        let ofHouse = Set(pauses.filter(\.isOfHouse).map(\.scope))
        let own = Set(pauses.filter { $0.company == owner }.map(\.scope))
        let areAllCounted = queues.reduce(0) { $0 + $1.waiting } < QueueOverview.mostWaiting
        let idle = pauses.filter { area == .company || $0.isOfHouse }.compactMap { pause in
            pause.scope.hasPrefix("queue:") ? String(pause.scope.dropFirst(6)) : nil
        }
        let known = Dictionary(queues.map { ($0.name, $0) }) { first, _ in first }
        return Set(queues.map(\.name) + idle).sorted().map { name in
            let queue = known[name]
            return QueueLine(
                area: area, name: name, ready: queue?.ready ?? 0, mostReady: JobCounts.most,
                oldest: queue?.oldestReady.map { MomentStamp($0) }, running: queue?.running ?? 0,
                waiting: queue?.waiting ?? 0, areAllWaitingCounted: areAllCounted,
                isPaused: area == .company && own.contains("queue:\(name)"),
                isPausedByHouse: ofHouse.contains("queue:\(name)"), frame: frame)
        }
    }
}

extension PausedKind {
    /// Nil for a pause of a queue.
    init?(_ pause: JobPause, area: ConsoleArea, frame: PageFrame) {
        guard pause.scope.hasPrefix("kind:") else { return nil }
        self.init(
            area: area, kind: String(pause.scope.dropFirst(5)),
            company: area == .platform && !pause.isOfHouse ? pause.companySlug : nil,
            since: MomentStamp(pause.pausedAt), isTheirs: area == .company && pause.isOfHouse, frame: frame)
    }
}

extension MinuteTally {
    /// What ended well and what did not; what was put off or handed back is neither.
    static func all(_ rows: [JobTally]) -> [MinuteTally] {
        Dictionary(grouping: rows, by: \.minute).sorted { $0.key < $1.key }.compactMap { minute, rows in
            func sum(_ results: Set<String>) -> Int {
                rows.filter { results.contains($0.result) }.reduce(0) { $0 + $1.jobs }
            }
            let (good, bad) = (sum(["completed"]), sum(["failed", "dead"]))
            return good + bad > 0 ? MinuteTally(minute: MomentStamp(minute), good: good, bad: bad) : nil
        }
    }
}

extension WorkerLine {
    init(_ worker: WorkerOverview, frame: PageFrame) {
        self.init(
            name: worker.name, running: worker.running, slots: worker.slots, queues: worker.queues,
            started: MomentStamp(worker.startedAt), leaseUntil: MomentStamp(worker.leaseUntil),
            isStopping: worker.isStopping, frame: frame)
    }
}

extension ActLine {
    /// Nil for an act this version does not know.
    init?(_ act: JobAct, area: ConsoleArea, people: People, names: [IdentityID: String], frame: PageFrame) {
        guard let deed = JobDeed(rawValue: act.act) else { return nil }
        self.init(
            deed: deed, jobs: act.jobs, subject: act.subject, company: area == .platform ? act.companySlug : nil,
            person: people.shown(act.actedBy, names: names), at: MomentStamp(act.actedAt), frame: frame)
    }
}

extension ScheduleLine {
    init(_ schedule: ScheduleOverview, area: ConsoleArea, frame: PageFrame) {
        self.init(
            area: area, id: schedule.id.uuidString.lowercased(), companyID: "\(schedule.company)", name: schedule.name,
            company: area == .platform ? schedule.companySlug : nil, kind: schedule.kind, cron: schedule.cron,
            zone: schedule.timeZone, next: MomentStamp(schedule.nextSlot), missed: schedule.missed,
            isPaused: schedule.pausedAt != nil, frame: frame)
    }
}
