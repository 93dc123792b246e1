import Alerts
import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Outbound
import Pages
import Postgres
import Routes
import Vault

/// Alerts, the figures they come from, and the channels they are told on: a company's for its admins, the platform's for operators.
/// The same pages; the context says whose they are.
struct AlertsHandler: Sendable {
    static let mostLiving = 300
    static let pageSize = 50
    static let mostDeliveries = 50

    let database: CompanyDatabase
    let vault: SecretVault
    /// Which addresses may be told; more than public ones only in tests.
    let reach: Reach
    let frame: Frame
    let templates: TemplateLibrary
    let logger: Logger

    /// Whose alerts an area is about.
    static func company<Context: ConsoleContext>(_ context: Context) -> CompanyID {
        Context.area == .company ? context.member.company : .house
    }

    /// Who acts.
    static func actor<Context: ConsoleContext>(_ context: Context) -> AuditActor {
        let person = context.member.session.identity
        return Context.area == .company ? .person(person) : .staff(person)
    }

    static func note(of request: Request) -> AlertNote? {
        request.uri.queryParameters[Substring(AlertRoute.noteItem)].flatMap { AlertNote(rawValue: String($0)) }
    }

    // MARK: - Alerts

    /// GET: those that live, or those that are over.
    func index<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        func item(_ name: String) -> String? { request.uri.queryParameters[Substring(name)].map { String($0) } }
        let query = AlertsQuery(show: item(AlertsQuery.showItem), cursor: item(AlertsQuery.cursorItem))
        let company = Self.company(context)
        let isLiving = query.show == .living
        let most = isLiving ? Self.mostLiving : Self.pageSize
        let rows = try await database.read(
            in: company,
            isLiving
                ? AlertDeskQueries.living(of: company, limit: most + 1)
                : AlertDeskQueries.resolved(
                    of: company, after: query.cursor.flatMap(RowCursor.init(text:)), limit: most + 1))
        let page = frame.page(for: context.member, freshness: nil)
        let now = frame.now()
        let (shown, isCut) = (rows.prefix(most), rows.count > most)
        return templates.live(
            AlertsPage(
                frame: page, area: Context.area, query: query,
                waiting: rows.count { $0.state == .open && !$0.isSilent(at: now) },
                lines: shown.map { AlertLine(AlertFacts($0, owner: nil, at: now), area: Context.area, frame: page) },
                isCut: isCut, next: isCut && !isLiving ? shown.last?.cursor.text : nil))
    }

    /// GET: one of them, with what happened and who was told.
    func alert<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let company = Self.company(context)
        let id = try Self.id(context, AlertRoute.alertParameter, AlertID.init(rawValue:))
        let (rows, events, told) = try await database.read(
            in: company, AlertDeskQueries.one(id, of: company), AlertDeskQueries.events(of: id, in: company),
            DeliveryRow.newest(of: company, alert: id, limit: Self.mostDeliveries))
        guard let row = rows.first else { throw NotFound() }
        let page = frame.page(for: context.member, freshness: nil)
        let persons = Set(events.compactMap(\.person) + [row.acknowledgedBy].compactMap(\.self))
        let names = try await StaffRegister(database: database).names(Array(persons), in: context.member.company)
        let people = People(member: context.member, area: Context.area)
        func name(_ person: IdentityID?) -> String? {
            person.map { people.shown($0, names: names).words(page.text) }
        }
        let lines =
            (events.map {
                AlertEventLine(
                    $0.kind.shown, at: MomentStamp($0.happenedAt), value: $0.value.map(row.metric.unit.text),
                    who: name($0.person) ?? Self.program($0.actor, page.text), frame: page)
            } + told.map { AlertEventLine(told: DeliveryLine($0, page)) }).sorted { $0.moment < $1.moment }
        return templates.live(
            AlertPage(
                frame: page, area: Context.area, note: Self.note(of: request),
                facts: AlertFacts(
                    row,
                    owner: row.acknowledgedAt.map { _ in name(row.acknowledgedBy) ?? AuditWho.token.words(page.text) },
                    at: frame.now()), events: lines))
    }

    /// What did something where it was nobody.
    private static func program(_ actor: String?, _ text: InterfaceText) -> String? {
        actor == AuditActor.token(UUID()).kind ? AuditWho.token.words(text) : nil
    }

    /// POST: somebody looks after it, wants to hear nothing, or closes it.
    func act<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let company = Self.company(context)
        let id = try Self.id(context, AlertRoute.alertParameter, AlertID.init(rawValue:))
        guard try await !database.read(in: company, AlertDeskQueries.one(id, of: company)).isEmpty,
            let deed = form[AlertRoute.deedItem]
        else { throw NotFound() }
        let (actor, moment) = (Self.actor(context), frame.now())
        let (outcome, note): (AlertDeskQueries.Outcome, AlertNote) = try await database.transaction(in: company) {
            transaction in
            let desk = AlertDeskQueries(transaction: transaction)
            // Whoever was told of it is told of this, too.
            try await WatchFigures.request(in: transaction)
            switch deed {
            case "acknowledge": return (try await desk.acknowledge(id, by: actor, at: moment), .acknowledged)
            case "silence":
                guard let hours = Self.hours(form), hours > 0 else { throw NotFound() }
                let end = moment + Double(hours) * 3_600
                return (try await desk.silence(id, until: end, by: actor, at: moment), .silenced)
            case "unsilence":
                return (try await desk.silence(id, until: nil, by: actor, at: moment), .unsilenced)
            case "close": return (try await desk.close(id, by: actor, at: moment), .closed)
            default: throw NotFound()
            }
        }
        return Response.redirect(
            to: AlertRoute.alert(Context.area, "\(id)", outcome == .done ? note : .already).path)
    }

    /// Hours somebody chose; nil for what no form offers.
    static func hours(_ form: FormBody) -> Int? {
        form["hours"].flatMap { Int($0) }.flatMap { ([0] + AlertPage.silences).contains($0) ? $0 : nil }
    }

    /// The id in the address.
    static func id<Context: ConsoleContext, ID>(
        _ context: Context, _ parameter: String, _ make: (UUID) -> ID
    ) throws -> ID {
        guard let id = context.parameters.get(parameter).flatMap(UUID.init(uuidString:)) else { throw NotFound() }
        return make(id)
    }
}
