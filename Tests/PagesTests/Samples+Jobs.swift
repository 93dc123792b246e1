import Pages
import Routes

/// The console's pages, full, empty and failed.
extension Samples {
    static func jobPages(_ word: String) -> [any Page] {
        [
            jobs(word, area: .platform), jobs(word, area: .company), emptyJobs(word), failedJobs(word),
            job(word, status: .dead), job(word, status: .running), bareJob(word), schedules(word),
            SchedulesPage(frame: frame(word), area: .company, note: nil, lines: .read([])),
            SchedulesPage(frame: frame(word), area: .company, note: nil, lines: .failed),
            confirm(word, count: .read(.init(jobs: 12, isLeast: true)), progress: nil),
            confirm(word, count: .read(.init(jobs: 0, isLeast: false)), progress: nil),
            confirm(word, count: .failed, progress: nil),
            confirm(
                word, count: .read(.init(jobs: 0, isLeast: false)),
                progress: JobContinuation(done: 4_000, status: .dead, after: word)),
            NewJobPage(
                frame: frame(word), area: .platform, kinds: [word], kind: word, company: word, arguments: word,
                problem: .unreadable),
            NewJobPage(frame: frame(word), area: .company, kinds: []),
        ]
    }

    static func jobLine(_ word: String, _ status: JobStatus?, area: ConsoleArea) -> JobLine {
        JobLine(
            area: area, id: word, kind: word, company: area == .platform ? word : nil, status: status,
            since: status == .waiting ? nil : now, reason: "blocked", isStopping: status == .running, attempts: 2,
            mostAttempts: 20, queue: word, made: now, frame: frame(word))
    }

    static func jobs(_ word: String, area: ConsoleArea) -> JobsPage {
        let frame = frame(word)
        let queue = QueueLine(
            area: area, name: word, ready: 12_000, mostReady: 4_000, oldest: now, running: 3, waiting: 500,
            areAllWaitingCounted: false, isPaused: false, isPausedByHouse: true, frame: frame)
        let kind = PausedKind(area: area, kind: word, company: nil, since: now, isTheirs: false, frame: frame)
        let theirs = PausedKind(area: area, kind: word, company: word, since: now, isTheirs: true, frame: frame)
        let worker = WorkerLine(
            name: word, running: 3, slots: 8, queues: [word], started: now, leaseUntil: now, isStopping: true,
            frame: frame)
        let act = ActLine(
            deed: .replay, jobs: 3, subject: word, company: word, person: .named(word), at: now, frame: frame)
        let pause = ActLine(
            deed: .pause, jobs: 0, subject: word, company: nil, person: .id(word), at: now, frame: frame)
        let statuses: [JobStatus?] = JobStatus.allCases + [nil]
        return JobsPage(
            frame: frame, area: area,
            query: JobsQuery(kind: word, queue: word, company: word, id: word, cursor: word, pageSize: 20),
            note: JobOutcomeNote(deed: .replay, count: 3),
            ignored: [IgnoredParameter(name: word, value: word, reason: .unknown)],
            counts: .read([.dead: 3, .running: 14, .completed: 20_000]), most: 4_000,
            list: .read(.init(lines: statuses.map { jobLine(word, $0, area: area) }, next: word, isCut: true)),
            queues: .read([queue, queue]), pausedKinds: [kind, theirs],
            minutes: .read([
                MinuteTally(minute: MomentStamp(secondsSince1970: now.secondsSince1970 - 600), good: 20, bad: 3),
                MinuteTally(minute: now, good: 1, bad: 0),
            ]), workers: area == .platform ? .read([worker]) : nil, acts: .read([act, pause]), kinds: [word],
            companies: [word])
    }

    static func emptyJobs(_ word: String) -> JobsPage {
        JobsPage(
            frame: frame(word), area: .platform, query: JobsQuery(), note: nil, ignored: [], counts: .read([:]),
            most: 4_000, list: .read(.init(lines: [], next: nil, isCut: false)), queues: .read([]), pausedKinds: [],
            minutes: .read([]), workers: .read([]), acts: .read([]), kinds: [], companies: [])
    }

    static func failedJobs(_ word: String) -> JobsPage {
        JobsPage(
            frame: frame(word), area: .platform, query: JobsQuery(status: .dead), note: nil, ignored: [],
            counts: .failed, most: 4_000, list: .failed, queues: .failed, pausedKinds: [], minutes: .failed,
            workers: .failed, acts: .failed, kinds: [], companies: [])
    }

    static func shownJob(_ word: String, status: JobStatus?) -> ShownJob {
        ShownJob(
            id: word, kind: word, company: word, queue: word, delaySeconds: 60, uniqueKey: word, mostAttempts: 20,
            made: now, status: status, since: now, attempts: 5, reason: word, isStopping: false)
    }

    static func job(_ word: String, status: JobStatus) -> JobPage {
        let frame = frame(word)
        let events = ["claimed", "failed", "dead", word].map {
            JobEventLine(at: now, event: $0, attempt: 3, detail: word, person: .named(word), frame: frame)
        }
        return JobPage(
            frame: frame, area: .platform, job: shownJob(word, status: status),
            note: JobOutcomeNote(deed: .cancel, count: 0),
            progress: .read(.init(done: 3, total: 9, note: word)), events: .read(events), arguments: word)
    }

    static func bareJob(_ word: String) -> JobPage {
        var bare = shownJob(word, status: nil)
        bare.company = nil
        bare.uniqueKey = nil
        bare.since = nil
        return JobPage(
            frame: frame(word), area: .company, job: bare, note: nil, progress: .failed, events: .failed, arguments: nil
        )
    }

    static func schedules(_ word: String) -> SchedulesPage {
        let lines = [true, false].map { isPaused in
            ScheduleLine(
                area: .platform, id: word, companyID: word, name: word, company: isPaused ? word : nil, kind: word,
                cron: word, zone: word, next: isPaused ? nil : now, missed: isPaused ? "last" : word,
                isPaused: isPaused, frame: frame(word))
        }
        return SchedulesPage(
            frame: frame(word), area: .platform, note: JobOutcomeNote(deed: .pause, count: 1), lines: .read(lines))
    }

    static func confirm(_ word: String, count: JobsPanel<ConfirmJobsPage.Count>, progress: JobContinuation?)
        -> ConfirmJobsPage
    {
        ConfirmJobsPage(
            frame: frame(word), area: .company, deed: .replay,
            query: JobsQuery(status: .dead, kind: word, queue: word), count: count, most: 4_000, progress: progress)
    }
}
