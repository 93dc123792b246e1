import API
import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Jobs
import Postgres
import Routes

/// Jobs of the company as JSON, for its admins and programs. Live, so kept nowhere.
struct JobsAPIHandlers: Sendable {
    let reading: JobsReading

    func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let asked = JobsQuery.read(queryText: request.uri.query ?? "")
        if let cursor = asked.query.cursor, RowCursor(text: cursor) == nil { throw BadQuery() }
        let console = reading.console(for: context.principal)
        let page = try await reading.page(asked.query, console.scope, console)
        return live(
            JobsAnswer(
                rows: page.rows, limit: asked.query.pageSize, next: page.next?.text, isCut: page.isCut,
                ignored: asked.ignored
            ).bytes)
    }

    func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let console = reading.console(for: context.principal)
        guard let id = context.parameters.get(APIRoute.jobParameter).flatMap(UUID.init(uuidString:)),
            let job = try await console.read(JobFacts.find(JobID(rawValue: id), in: console.scope)).first
        else { throw NotFound() }
        let (events, progress) = try await console.read(
            JobTimelineRow.of(job.id, in: job.company), JobProgressRow.of(job.id, in: job.company))
        let arguments = RedactedArguments(job.arguments, names: reading.jobs.settings[job.kind]?.redacted ?? [])
        return live(JobAnswer(job: job, events: events, progress: progress.first, arguments: arguments).bytes)
    }

    private func live(_ bytes: [UInt8]) -> Response {
        var response = Response.json(bytes)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
