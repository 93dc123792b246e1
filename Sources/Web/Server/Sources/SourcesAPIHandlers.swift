import API
import Companies
import Connections
import Foundation
import HTTPTypes
import Hummingbird
import Ingestion
import Jobs
import Postgres
import Routes

/// Connections of the company as JSON, and having one read, for its admins and programs. Live, so kept nowhere.
struct SourcesAPIHandlers: Sendable {
    let database: CompanyDatabase

    func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let company = context.principal.company
        let (rows, stops, runs) = try await database.transaction(in: company) { transaction in
            (
                try await ConnectionQueries.list(in: transaction),
                try await SourceSwitchQueries(transaction: transaction).stops(),
                try await transaction.fetch(RunListQueries.newestOfEach(of: company))
            )
        }
        let answer = SourcesAnswer(
            connections: rows.map { row in
                SourceFacts(
                    row, stop: stops.first { $0.source == row.source }?.reason,
                    run: runs.first { $0.connection == row.id.rawValue })
            })
        return live(answer.bytes, .ok)
    }

    func run(_ request: Request, _ context: APIContext) async throws -> Response {
        // A browser says by its form that its own page asks; a program has no session that another site could use.
        if case .member(let member) = context.principal { _ = try await FormBody(of: request, for: member.token) }
        let (actor, person): (AuditActor, IdentityID?) =
            switch context.principal {
            case .member(let member): (.person(member.session.identity), member.session.identity)
            case .program(let program): (.token(program.client.token.rawValue), nil)
            }
        guard let id = context.parameters.get(APIRoute.sourceParameter).flatMap(UUID.init(uuidString:)) else {
            throw NotFound()
        }
        let connection = ConnectionID(rawValue: id)
        let wasAsked = try await database.transaction(in: context.principal.company) { transaction in
            guard let row = try await ConnectionQueries.find(connection, in: transaction), row.revokedAt == nil else {
                throw NotFound()
            }
            let read = ReadSource(connection: connection, person: person, isAsked: true)
            let job = try await transaction.enqueue(read, EnqueueOptions(uniqueKey: read.uniqueKey))
            try await transaction.record(AuditEvent(.runAsked, by: actor, on: AuditSubject("connection", connection)))
            return job == nil
        }
        return live(AskedRunAnswer(connection: id, wasAsked: wasAsked).bytes, .accepted)
    }

    private func live(_ bytes: [UInt8], _ status: HTTPResponse.Status) -> Response {
        var response = Response.json(bytes)
        response.status = status
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

extension SourceFacts {
    fileprivate init(_ row: ConnectionRow, stop: String?, run: RunRow?) {
        self.init(
            id: row.id.rawValue, name: row.name, source: row.source, health: row.health.rawValue, note: row.healthNote,
            checkedAt: row.checkedAt, everyMinutes: row.everyMinutes, isPaused: row.pausedAt != nil, stop: stop,
            lastRun: run.map(Run.init))
    }
}

extension SourceFacts.Run {
    fileprivate init(_ row: RunRow) {
        self.init(
            id: row.id, state: row.state.rawValue, cause: row.cause, verdict: row.verdict?.rawValue,
            sentence: row.sentence,
            isComplete: row.isComplete, startedAt: row.startedAt, finishedAt: row.finishedAt, items: row.items,
            new: row.new,
            changed: row.changed, rejects: row.rejects)
    }
}
