import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Jobs
import Pages
import Postgres
import Routes

extension JobsHandler {
    /// A request that acts on many jobs answers after this time, with a button to go on.
    private static let budget = Duration.seconds(4)

    /// Does something with one job.
    func act<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        guard let deed = form[JobRoute.deedItem].flatMap(JobDeed.init(rawValue:)), let action = JobAction(deed) else {
            throw BadQuery()
        }
        let console = reading.console(context)
        let job = try await job(context, console)
        let isDone = try await console.perform(action, on: job.id, of: job.company)
        let note = JobOutcomeNote(deed: deed, count: isDone ? 1 : 0)
        return Response.redirect(to: JobRoute.job(Context.area, "\(job.id)", note).path)
    }

    /// Does something with all jobs of a list, as far as it comes in a few seconds.
    func performAll<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        guard let deed = form[JobRoute.deedItem].flatMap(JobDeed.init(rawValue:)), let action = JobAction(deed) else {
            throw BadQuery()
        }
        var query = JobsQuery()
        // A filter that cannot be read must not become one that everything fits.
        for item in JobsQuery.Item.allCases {
            guard let value = form[item.rawValue], !value.isEmpty else { continue }
            guard query.take(value, for: item) else { throw BadQuery() }
        }
        query = query.at(cursor: nil)
        let console = reading.console(context)
        let begun = JobContinuation { form[$0.rawValue] }
        var done = begun?.done ?? 0
        if let scope = try await reading.scope(of: query, console), let filter = JobFilter(query) {
            let progress = try await console.perform(
                action, onAll: filter, of: scope,
                subject: query.suffix.isEmpty ? "all" : String(query.suffix.dropFirst()),
                from: begun.map {
                    JobConsole.Continuation(place: JobPlace($0.status), after: RowCursor(text: $0.after))
                }, budget: Self.budget)
            done += progress.changed
            if let next = progress.next {
                let continuation = JobContinuation(
                    done: done, status: JobStatus(next.place), after: next.after?.text ?? "")
                return Response.redirect(to: JobRoute.confirm(Context.area, deed, query, continuation).path)
            }
        }
        let note = JobOutcomeNote(deed: deed, count: done)
        return Response.redirect(to: JobRoute.index(Context.area, query, note).path)
    }

    /// Stops a queue or kind, or lets it go on.
    func pause<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let deed = try pausing(form)
        let what: JobConsole.Pausable
        switch (form["queue"], form["kind"]) {
        case (let name?, nil): what = .queue(name)
        case (nil, let name?): what = .kind(name)
        default: throw BadQuery()
        }
        guard what.scope != nil else { throw BadQuery() }
        _ = try await reading.console(context).pause(what, deed == .pause)
        return Response.redirect(
            to: JobRoute.index(Context.area, JobsQuery(), JobOutcomeNote(deed: deed, count: 1)).path)
    }

    /// Stops a schedule, or lets it go on.
    func pauseSchedule<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let deed = try pausing(form)
        guard let schedule = form["schedule"].flatMap(UUID.init(uuidString:)),
            let company = form["company"].flatMap(UUID.init(uuidString:)).map(CompanyID.init(rawValue:)),
            try await reading.console(context).pause(
                schedule: schedule, of: company, deed == .pause, now: frame.now()) != nil
        else { throw NotFound() }
        return Response.redirect(
            to: JobRoute.schedules(Context.area, JobOutcomeNote(deed: deed, count: 1)).path)
    }

    /// Adds a job by hand.
    func enqueue<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let console = reading.console(context)
        let kind = form["kind"] ?? ""
        let arguments = form["arguments"] ?? ""
        let slug = form["company"] ?? ""
        func again(_ problem: NewJobPage.Problem) -> Response {
            templates.live(
                NewJobPage(
                    frame: frame.page(for: context.member, freshness: nil), area: Context.area,
                    kinds: console.kindsByHand(reading.jobs), kind: kind, company: slug, arguments: arguments,
                    problem: problem), status: .badRequest)
        }
        var company: CompanyID? = context.member.company
        if Context.area == .platform { company = try await reading.company(slug, console) }
        guard let company else { return again(.unknownCompany) }
        do {
            let id = try await console.enqueue(kind, json: arguments, for: company, reading.jobs)
            return Response.redirect(
                to: JobRoute.job(Context.area, "\(id)", JobOutcomeNote(deed: .enqueue, count: 1)).path)
        } catch JobConsole.ByHandProblem.unknownKind {
            return again(.unknownKind)
        } catch JobConsole.ByHandProblem.unreadable {
            return again(.unreadable)
        }
    }

    private func pausing(_ form: FormBody) throws -> JobDeed {
        guard let deed = form[JobRoute.deedItem].flatMap(JobDeed.init(rawValue:)), deed == .pause || deed == .resume
        else { throw BadQuery() }
        return deed
    }
}
