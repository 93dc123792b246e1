import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Jobs
import Pages
import Postgres
import Routes

/// The console of jobs: the same handlers for a company's admins and for operators. What it shows is live, so its answers
/// are made anew for every request and kept nowhere.
struct JobsHandler: Sendable {
    let reading: JobsReading
    let frame: Frame
    let templates: TemplateLibrary

    /// What is going on.
    func index<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let asked = JobsQuery.read(queryText: request.uri.query ?? "")
        return templates.live(await overview(asked, context))
    }

    /// One job.
    func show<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let console = reading.console(context)
        let job = try await job(context, console)
        let note = JobsQuery.read(queryText: request.uri.query ?? "").note
        return templates.live(await page(of: job, note: note, context, console))
    }

    /// Schedules.
    func schedules<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let console = reading.console(context)
        let pageFrame = frame.page(for: context.member, freshness: nil)
        let found = await reading.panel("schedules") { try await console.read(ScheduleOverview.all(of: console.scope)) }
        let lines = found.map { $0.map { ScheduleLine($0, area: Context.area, frame: pageFrame) } }
        let note = JobsQuery.read(queryText: request.uri.query ?? "").note
        return templates.live(SchedulesPage(frame: pageFrame, area: Context.area, note: note, lines: lines))
    }

    /// A form for a job by hand.
    func new<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let kinds = reading.console(context).kindsByHand(reading.jobs)
        return templates.live(
            NewJobPage(frame: frame.page(for: context.member, freshness: nil), area: Context.area, kinds: kinds))
    }

    /// What an action on all jobs of a list would be about.
    func confirm<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let query = JobsQuery.read(queryText: request.uri.query ?? "").query
        func value(_ name: String) -> String? { request.uri.queryParameters[Substring(name)].map(String.init) }
        guard let deed = value(JobRoute.deedItem).flatMap(JobDeed.init(rawValue:)), let action = JobAction(deed) else {
            throw BadQuery()
        }
        let console = reading.console(context)
        let progress = JobContinuation { value($0.rawValue) }
        let count: JobsPanel<ConfirmJobsPage.Count> =
            progress == nil
            ? await reading.panel("count") { try await self.count(action, query, console) }
            : .read(.init(jobs: 0, isLeast: false))
        return templates.live(
            ConfirmJobsPage(
                frame: frame.page(for: context.member, freshness: nil), area: Context.area, deed: deed, query: query,
                count: count, most: JobCounts.most, progress: progress))
    }

    private func count(_ action: JobAction, _ query: JobsQuery, _ console: JobConsole) async throws
        -> ConfirmJobsPage.Count
    {
        var count = ConfirmJobsPage.Count(jobs: 0, isLeast: false)
        guard let scope = try await reading.scope(of: query, console), var filter = JobFilter(query) else {
            return count
        }
        for place in action.places where query.status.map(JobPlace.init) ?? place == place {
            filter.place = place
            let found = try await console.read(JobListQueries.count(filter, of: scope, most: JobCounts.most)).first
            count.jobs += found?.first ?? 0
            count.isLeast = count.isLeast || found?.second ?? false
        }
        return count
    }

    /// The job of the address; another company's and none are the same.
    func job<Context: ConsoleContext>(_ context: Context, _ console: JobConsole) async throws -> JobFacts {
        guard let id = context.parameters.get(JobRoute.jobParameter).flatMap(UUID.init(uuidString:)),
            let job = try await console.read(JobFacts.find(JobID(rawValue: id), in: console.scope)).first
        else { throw NotFound() }
        return job
    }
}
