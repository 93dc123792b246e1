import Companies
import Foundation
import Jobs
import Pages
import Postgres
import Routes

extension JobsHandler {
    /// The overview, its parts read side by side, each failing alone.
    func overview<Context: ConsoleContext>(_ asked: JobsQuery.Reading, _ context: Context) async -> JobsPage {
        let area = Context.area
        let console = reading.console(context)
        let scope = console.scope
        let reading = reading
        let query = asked.query
        let pageFrame = frame.page(for: context.member, freshness: nil)
        async let counts = reading.panel("counts") {
            let scope = try await reading.scope(of: query, console)
            guard let scope else { return [JobStatus: Int]() }
            let found = try await console.read(JobCounts.of(scope)).first
            return Dictionary(
                uniqueKeysWithValues: JobStatus.allCases.map { ($0, found?[JobPlace($0)] ?? 0) })
        }
        async let list = reading.panel("list") {
            try await reading.page(query, try await reading.scope(of: query, console), console)
        }
        async let queues = reading.panel("queues") {
            try await console.read(QueueOverview.all(of: scope), JobPause.all(of: scope))
        }
        async let minutes = reading.panel("minutes") {
            try await console.read(JobTally.lastHour(of: scope))
        }
        async let choices = reading.panel("choices") { try await Choices(console, scope) }
        async let acts = reading.panel("acts") { try await console.read(JobAct.newest(of: scope)) }
        async let workers = reading.panel("workers") {
            area == .platform ? try await console.read(WorkerOverview.all) : []
        }
        let people = People(member: context.member, area: area)
        let shownActs = await acts
        let names =
            area == .company
            ? await reading.names((shownActs.content ?? []).map(\.actedBy), in: context.member.company) : [:]
        let pauses = await queues.content?.1 ?? []
        let kinds = Set(reading.jobs.kinds + (await choices.content?.kinds ?? [])).sorted()
        return JobsPage(
            frame: pageFrame, area: area, query: query, note: asked.note,
            ignored: asked.ignored.filter { $0.name != JobRoute.deedItem } + Self.unusable(query),
            counts: await counts, most: JobCounts.most,
            list: await list.map { page in
                JobsPage.List(
                    lines: page.rows.map { JobLine($0, area: area, frame: pageFrame) }, next: page.next?.text,
                    isCut: page.isCut)
            },
            queues: await queues.map { queues, pauses in
                QueueLine.all(queues, pauses, area: area, owner: context.member.company, frame: pageFrame)
            },
            pausedKinds: pauses.compactMap { PausedKind($0, area: area, frame: pageFrame) },
            minutes: await minutes.map(MinuteTally.all),
            workers: area == .platform ? await workers.map { $0.map { WorkerLine($0, frame: pageFrame) } } : nil,
            acts: shownActs.map {
                $0.compactMap { ActLine($0, area: area, people: people, names: names, frame: pageFrame) }
            },
            kinds: kinds, companies: await choices.content?.companies ?? [])
    }

    /// An id that no job can have has no effect but an empty list; the page says why.
    private static func unusable(_ query: JobsQuery) -> [IgnoredParameter] {
        guard let id = query.id, JobFilter.ids(beginningWith: id) == nil else { return [] }
        return [IgnoredParameter(name: JobsQuery.Item.id.rawValue, value: id, reason: .badValue)]
    }

    /// One job with what happened to it.
    func page<Context: ConsoleContext>(
        of job: JobFacts, note: JobOutcomeNote?, _ context: Context, _ console: JobConsole
    ) async -> JobPage {
        let area = Context.area
        let pageFrame = frame.page(for: context.member, freshness: nil)
        async let timeline = reading.panel("timeline") {
            try await console.read(JobTimelineRow.of(job.id, in: job.company))
        }
        async let progress = reading.panel("progress") {
            try await console.read(JobProgressRow.of(job.id, in: job.company)).first
        }
        let arguments = RedactedArguments(job.arguments, names: reading.jobs.settings[job.kind]?.redacted ?? [])
        let people = People(member: context.member, area: area)
        let events = await timeline
        let names =
            area == .company
            ? await reading.names((events.content ?? []).map(\.actedBy), in: context.member.company) : [:]
        return JobPage(
            frame: pageFrame, area: area, job: ShownJob(job, area: area), note: note,
            progress: await progress.map { row in
                row.map {
                    JobPage.Progress(done: $0.done, total: $0.total, note: $0.note.map(arguments.masking))
                }
            },
            events: events.map { rows in
                rows.map { row in
                    JobEventLine(
                        at: MomentStamp(row.happenedAt), event: row.event, attempt: row.attempt,
                        detail: row.detail.map(arguments.masking),
                        person: row.actedBy.map { people.shown($0, names: names) }, frame: pageFrame)
                }
            }, arguments: arguments.text)
    }
}

/// What the filter offers.
private struct Choices: Sendable {
    let kinds: [String]
    let companies: [String]

    init(_ console: JobConsole, _ scope: JobScope) async throws {
        let (kinds, companies) = try await console.read(
            JobTally.kinds(of: scope),
            Query<Single<String>>("SELECT slug FROM companies ORDER BY slug LIMIT 500"))
        self.kinds = kinds.map(\.value)
        self.companies = companies.map(\.value)
    }
}
