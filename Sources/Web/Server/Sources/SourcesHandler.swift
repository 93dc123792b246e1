import Catalog
import Companies
import Connections
import Connectors
import Foundation
import HTTPTypes
import Hummingbird
import Ingestion
import Jobs
import Pages
import Postgres
import Routes

/// Sources, their connections and runs: a company's own for its admins, the platform's for operators. The same pages; the context says
/// whose they are.
struct SourcesHandler: Sendable {
    static let mostRuns = 30
    static let mostSamples = 10
    static let mostCycles = 12
    static let mostErrors = 50

    let database: CompanyDatabase
    /// The way to sources, for those that are tried before they are read; nil where there is none.
    let access: SourceAccess?
    let frame: Frame
    let templates: TemplateLibrary
    /// What follows from a held run that somebody takes over.
    let follows: @Sendable (CompanyTransaction) async throws -> Void

    /// Whose sources an area is about.
    static func company<Context: ConsoleContext>(_ context: Context) -> CompanyID {
        Context.area == .company ? context.member.company : .house
    }

    /// Who acts.
    static func actor<Context: ConsoleContext>(_ context: Context) -> AuditActor {
        let person = context.member.session.identity
        return Context.area == .company ? .person(person) : .staff(person)
    }

    static func note(of request: Request) -> SourceNote? {
        request.uri.queryParameters[Substring(SourceRoute.noteItem)].flatMap { SourceNote(rawValue: String($0)) }
    }

    /// GET: connections and sources.
    func index<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let company = Self.company(context)
        let (rows, stops, runs) = try await database.transaction(in: company) { transaction in
            (
                try await ConnectionQueries.list(in: transaction),
                try await SourceSwitchQueries(transaction: transaction).stops(),
                try await transaction.fetch(RunListQueries.newestOfEach(of: company))
            )
        }
        let page = frame.page(for: context.member, freshness: nil)
        let newest = Dictionary(runs.map { ($0.connection, RunFacts($0)) }, uniquingKeysWith: { first, _ in first })
        let held = try await database.transaction(in: company) {
            try await $0.fetch(RunListQueries.held(of: company, limit: 50))
        }
        return templates.live(
            SourcesPage(
                frame: page, area: Context.area, note: Self.note(of: request),
                held: held.map { HeldRunLine(RunFacts($0), area: Context.area, frame: page) },
                lines: rows.map { row in
                    SourceLine(
                        id: "\(row.id)", name: row.name, source: Self.title(of: row.source),
                        health: row.pausedAt == nil ? ShownHealth(row) : nil,
                        note: row.healthNote.map(RunFacts.capitalised),
                        stop: stops.first { $0.source == row.source }?.reason, everyMinutes: row.everyMinutes,
                        run: newest[row.id.rawValue], area: Context.area, frame: page)
                },
                catalog: SourceCatalog.all.map { entry in
                    let stop = stops.first { $0.source == entry.code }
                    return CatalogLine(
                        code: entry.code, title: entry.name, what: entry.what, needsLogin: entry.needsLogin,
                        stop: stop?.reason,
                        isOurs: stops.contains { $0.source == entry.code && $0.isPlatforms == (company == .house) },
                        area: Context.area, frame: page)
                }))
    }

    static func title(of source: String) -> String {
        SourceCatalog.find(source)?.name ?? LoginSource.find(source)?.title ?? source
    }

    /// POST: switches a source off or on.
    func switching<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        guard let source = form["source"].flatMap(SourceCatalog.find).flatMap({ SourceCode(rawValue: $0.code) }),
            let deed = form[SourceRoute.deedItem], ["stop", "start"].contains(deed)
        else { throw NotFound() }
        let (actor, moment) = (Self.actor(context), frame.now())
        try await database.transaction(in: Self.company(context)) { transaction in
            let queries = SourceSwitchQueries(transaction: transaction)
            if deed == "stop" {
                try await queries.stop(source, reason: form["reason"] ?? "", by: actor, at: moment)
            } else {
                try await queries.start(source, by: actor)
            }
        }
        return Response.redirect(to: SourceRoute.index(Context.area, deed == "stop" ? .stopped : .started).path)
    }

    /// GET: passes of the pipeline.
    func cycles<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let steps = try await database.transaction(in: Self.company(context)) {
            try await CycleQueries(transaction: $0).newest(Self.mostCycles)
        }
        let page = frame.page(for: context.member, freshness: nil)
        var order: [UUID] = []
        let byCycle = Dictionary(grouping: steps) { step in
            if !order.contains(step.cycle) { order.append(step.cycle) }
            return step.cycle
        }
        return templates.live(
            CyclesPage(
                frame: page, area: Context.area,
                cycles: order.compactMap { id in
                    guard let rows = byCycle[id], let first = rows.first else { return nil }
                    return CycleFigure(
                        startedAt: MomentStamp(first.startedAt), dueAt: MomentStamp(first.dueAt),
                        steps: rows.map(CycleFigure.Step.init), area: Context.area, frame: page)
                }))
    }
}
