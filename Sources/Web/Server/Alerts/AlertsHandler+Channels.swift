import Alerts
import Companies
import Connections
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Pages
import Postgres
import Routes
import Vault

/// Where alerts are told.
extension AlertsHandler {
    /// GET: all of them.
    func channels<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        try await channels(context, note: Self.note(of: request))
    }

    private func channels<Context: ConsoleContext>(
        _ context: Context, note: AlertNote?, signingKey: String? = nil, refused: ChannelsPage.Refused? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let company = Self.company(context)
        let rows = try await database.read(in: company, ChannelRow.all(of: company))
        let page = frame.page(for: context.member, freshness: nil)
        return templates.live(
            ChannelsPage(
                frame: page, area: Context.area, note: note, signingKey: signingKey,
                lines: rows.map { ChannelLine(ChannelLine.Facts($0), area: Context.area, frame: page) },
                recipients: try await recipients(context, chosen: []), refused: refused), status: status)
    }

    /// POST: tells alerts somewhere else, too.
    func addChannel<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        guard let kind = form["kind"].flatMap(ChannelKind.init(rawValue:)),
            let least = form["least"].flatMap(AlertSeverity.init(rawValue:))
        else { throw NotFound() }
        let name = (form["name"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return try await guarding(
            { problem in
                try await channels(
                    context, note: nil,
                    refused: ChannelsPage.Refused(
                        kind: kind.shown, name: name, least: least.shown, problem: problem),
                    status: .unprocessableContent)
            },
            {
                let new = try await channel(kind, name: name, least: least, form, context)
                let person = context.member.session.identity
                let (actor, moment) = (Self.actor(context), frame.now())
                let key = try await database.transaction(in: Self.company(context)) { transaction in
                    try await ChannelQueries(transaction: transaction, vault: vault)
                        .add(new, by: person, as: actor, at: moment).signingKey
                }
                guard let key else {
                    return Response.redirect(to: AlertRoute.channels(Context.area, .told).path)
                }
                // Shown this once, so there is no page to go on to.
                return try await channels(context, note: .told, signingKey: key.text)
            })
    }

    /// GET: one of them, with what was told there.
    func channel<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        try await page(of: try await findChannel(context), context, note: Self.note(of: request))
    }

    private func page<Context: ConsoleContext>(
        of row: ChannelRow, _ context: Context, note: AlertNote?, problem: String? = nil, signingKey: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let company = Self.company(context)
        let told = try await database.read(
            in: company, DeliveryRow.newest(of: company, channel: row.id, limit: Self.mostDeliveries))
        let page = frame.page(for: context.member, freshness: nil)
        return templates.live(
            ChannelPage(
                frame: page, area: Context.area, note: note, problem: problem, signingKey: signingKey,
                facts: ChannelLine.Facts(row),
                recipients: row.kind == .email ? try await recipients(context, chosen: row.recipients) : [],
                lines: told.map { DeliveryLine($0, page) }), status: status)
    }

    /// POST: a test, another address, or the end of it.
    func actOnChannel<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let row = try await findChannel(context)
        let company = Self.company(context)
        let person = context.member.session.identity
        let (actor, moment) = (Self.actor(context), frame.now())
        switch form[AlertRoute.deedItem] {
        case "test":
            _ = try await database.transaction(in: company) { transaction in
                try await ChannelQueries(transaction: transaction, vault: vault).test(row.id, by: actor, at: moment)
            }
            return Response.redirect(to: AlertRoute.channel(Context.area, "\(row.id)", .testing).path)
        case "replace":
            guard let least = form["least"].flatMap(AlertSeverity.init(rawValue:)) else { throw NotFound() }
            return try await guarding(
                { try await page(of: row, context, note: nil, problem: $0, status: .unprocessableContent) },
                {
                    let new = try await channel(row.kind, name: row.name, least: least, form, context)
                    let key = try await database.transaction(in: company) { transaction in
                        try await ChannelQueries(transaction: transaction, vault: vault)
                            .replace(row.id, with: new, by: person, as: actor, at: moment)
                    }
                    guard let key else {
                        return Response.redirect(to: AlertRoute.channel(Context.area, "\(row.id)", .replaced).path)
                    }
                    let changed = try await findChannel(context)
                    return try await page(of: changed, context, note: .replaced, signingKey: key.text)
                })
        case "remove":
            guard form["confirmed"] == "yes" else {
                return Response.redirect(to: AlertRoute.channel(Context.area, "\(row.id)").path)
            }
            try await database.transaction(in: company) { transaction in
                try await ChannelQueries(transaction: transaction, vault: vault)
                    .remove(row.id, by: actor, at: moment)
            }
            return Response.redirect(to: AlertRoute.channels(Context.area, .removed).path)
        default: throw NotFound()
        }
    }

    /// What a form says.
    private func channel<Context: ConsoleContext>(
        _ kind: ChannelKind, name: String, least: AlertSeverity, _ form: FormBody, _ context: Context
    ) async throws -> NewChannel {
        var chosen: [IdentityID] = []
        if kind == .email {
            // Only members: nobody else can be written to from here.
            chosen = try await members(context).map(\.identity).filter { form["to-\($0)"] == "yes" }
        }
        return try NewChannel(
            kind: kind, name: name, least: least, recipients: chosen, secret: form.secrets["channel"],
            isEuropean: form["europe"] == "yes", reach: reach)
    }

    private func recipients<Context: ConsoleContext>(
        _ context: Context, chosen: [IdentityID]
    ) async throws -> [RecipientChoice] {
        try await members(context).map { member in
            RecipientChoice(
                id: "\(member.identity)", name: member.displayName, isChosen: chosen.contains(member.identity))
        }
    }

    /// Members who may be chosen; of the platform nobody: there it is all operators.
    private func members<Context: ConsoleContext>(_ context: Context) async throws -> [CompanyMember] {
        guard Context.area == .company else { return [] }
        return try await MemberRegister(database: database).members(seenWith: context.member.token)
    }

    /// The channel of the address; another company's, a removed one and none are the same.
    private func findChannel<Context: ConsoleContext>(_ context: Context) async throws -> ChannelRow {
        let id = try Self.id(context, AlertRoute.channelParameter, ChannelID.init(rawValue:))
        let company = Self.company(context)
        let rows = try await database.read(in: company, ChannelRow.all(of: company, only: id))
        guard let row = rows.first else { throw NotFound() }
        return row
    }

    /// Runs what a person wants; what they can mend comes back as a page with a sentence.
    private func guarding(
        _ again: (String) async throws -> Response, _ body: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await body()
        } catch ChannelProblem.unknown {
            throw NotFound()
        } catch let problem as ChannelProblem {
            return try await again(problem.description)
        } catch let problem as VaultProblem {
            logger.error("the vault cannot be used", metadata: ["cause": "\(problem)"])
            return try await again(InterfaceText.english[.channelKeys])
        }
    }
}
