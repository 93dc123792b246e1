import API
import Alerts
import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Postgres
import Routes

/// Alerts of the company as JSON, and saying that somebody looks after one, for its admins and programs. Live, so kept nowhere.
struct AlertsAPIHandlers: Sendable {
    private static let limit = 100

    let database: CompanyDatabase
    let now: @Sendable () -> Date

    func list(_ request: Request, _ context: APIContext) async throws -> Response {
        func item(_ name: String) -> String? { request.uri.queryParameters[Substring(name)].map { String($0) } }
        let query = AlertsQuery(show: item(AlertsQuery.showItem), cursor: item(AlertsQuery.cursorItem))
        let cursor = query.cursor.flatMap(RowCursor.init(text:))
        guard (item(AlertsQuery.cursorItem) == nil) == (cursor == nil) else { throw BadQuery() }
        let isLiving = query.show == .living
        let company = context.principal.company
        let rows = try await database.read(
            in: company,
            isLiving
                ? AlertDeskQueries.living(of: company, limit: Self.limit + 1)
                : AlertDeskQueries.resolved(of: company, after: cursor, limit: Self.limit + 1))
        let (shown, isCut) = (rows.prefix(Self.limit), rows.count > Self.limit)
        return live(
            AlertsAnswer(
                alerts: shown.map { AlertAnswerFacts($0, at: now()) }, limit: Self.limit, isCut: isCut,
                next: isCut && !isLiving ? shown.last?.cursor.text : nil
            ).bytes)
    }

    func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let id = try id(context)
        let company = context.principal.company
        let (rows, events) = try await database.read(
            in: company, AlertDeskQueries.one(id, of: company), AlertDeskQueries.events(of: id, in: company))
        return try answer(rows, events)
    }

    private func answer(_ rows: [AlertRow], _ events: [AlertEventRow]) throws -> Response {
        guard let row = rows.first else { throw NotFound() }
        return live(
            AlertAnswer(
                alert: AlertAnswerFacts(row, at: now()),
                events: events.map {
                    AlertAnswer.Event(
                        happenedAt: $0.happenedAt, kind: $0.kind.rawValue, value: $0.value, person: $0.person?.rawValue,
                        actor: $0.actor)
                }
            ).bytes)
    }

    func acknowledge(_ request: Request, _ context: APIContext) async throws -> Response {
        // A browser says by its form that its own page asks; a program has no session that another site could use.
        if case .member(let member) = context.principal { _ = try await FormBody(of: request, for: member.token) }
        let actor: AuditActor =
            switch context.principal {
            case .member(let member): .person(member.session.identity)
            case .program(let program): .token(program.client.token.rawValue)
            }
        let id = try id(context)
        let (company, moment) = (context.principal.company, now())
        let (rows, events) = try await database.transaction(in: company) { transaction in
            guard try await !transaction.fetch(AlertDeskQueries.one(id, of: company)).isEmpty else { throw NotFound() }
            let desk = AlertDeskQueries(transaction: transaction)
            _ = try await desk.acknowledge(id, by: actor, at: moment)
            try await WatchFigures.request(in: transaction)
            return try await transaction.fetch(
                AlertDeskQueries.one(id, of: company), AlertDeskQueries.events(of: id, in: company))
        }
        return try answer(rows, events)
    }

    private func id(_ context: APIContext) throws -> AlertID {
        guard let id = context.parameters.get(APIRoute.alertParameter).flatMap(UUID.init(uuidString:)) else {
            throw NotFound()
        }
        return AlertID(rawValue: id)
    }

    private func live(_ bytes: [UInt8]) -> Response {
        var response = Response.json(bytes)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

extension AlertAnswerFacts {
    fileprivate init(_ row: AlertRow, at moment: Date) {
        self.init(
            id: row.id.rawValue, metric: row.metric.code, subject: row.subject, name: row.name,
            severity: row.severity.rawValue, state: row.state.rawValue, isSilenced: row.isSilent(at: moment),
            sentence: row.sentence, detail: row.detail, value: row.latest, worst: row.worst, threshold: row.threshold,
            unit: row.metric.unit.rawValue, openedAt: row.openedAt, acknowledgedAt: row.acknowledgedAt,
            resolvedAt: row.resolvedAt, resolution: row.resolution?.rawValue, returns: row.returns)
    }
}
