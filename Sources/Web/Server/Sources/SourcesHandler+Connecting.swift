import Companies
import Connections
import Connectors
import Foundation
import HTTPTypes
import Hummingbird
import Ingestion
import Pages
import Routes

/// Having sources read that anybody may read: there is no login, only which part of it, what to ask about, and how often.
extension SourcesHandler {
    /// Records that are shown of one that is tried.
    private static let mostTried = 10
    private static let intervals = 15...10_080

    /// Why nothing can be done with what was typed, for whoever typed it.
    private struct Refusal: Error {
        let sentence: String
    }

    /// What somebody wants to be read.
    private struct Wish: Sendable {
        let source: SourceCode
        let name: String
        let settings: [String: String]
        let everyMinutes: Int
    }

    /// GET: the form.
    func form<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let code = request.uri.queryParameters[Substring(SourceRoute.sourceItem)].map(String.init) ?? ""
        guard let entry = SourceCatalog.find(code), !entry.needsLogin else { throw NotFound() }
        let typed = OpenSourcePage.Typed(
            name: entry.name, region: entry.scopes.first ?? "", terms: "", minutes: "\(entry.everyMinutes)")
        return page(entry, typed, context)
    }

    /// POST: has it read from now on. Whoever asks for what is read already is shown that.
    func connect<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let (entry, typed) = try await Self.typed(request, context)
        let text = frame.page(for: context.member, freshness: nil).text
        do {
            let wish = try Self.wish(entry, typed, text)
            let (actor, moment) = (Self.actor(context), frame.now())
            let id = try await database.transaction(in: Self.company(context)) { transaction in
                try await Self.check(entry, text, transaction)
                return try await OpenConnectionQueries.ensure(
                    wish.source, name: wish.name, settings: wish.settings, everyMinutes: wish.everyMinutes, by: actor,
                    at: moment, in: transaction)
            }
            return Response.redirect(to: SourceRoute.connection(Context.area, "\(id)", .connected).path)
        } catch let refusal as Refusal {
            return page(entry, typed, context, problem: refusal.sentence, status: .unprocessableContent)
        }
    }

    /// POST: shows its first records and keeps nothing.
    func attempt<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let (entry, typed) = try await Self.typed(request, context)
        let shown = frame.page(for: context.member, freshness: nil)
        do {
            let wish = try Self.wish(entry, typed, shown.text)
            try await database.transaction(in: Self.company(context)) { try await Self.check(entry, shown.text, $0) }
            guard let access, let connector = try access.connector(entry.code, settings: wish.settings) else {
                throw NotFound()
            }
            let outcome: Result<SourcePreview, RunTrouble>
            do {
                outcome = .success(try await SourcePreview.read(connector, through: access, limit: Self.mostTried))
            } catch let trouble as RunTrouble {
                outcome = .failure(trouble)
            }
            try await note(outcome, of: entry, context)
            switch outcome {
            case .success(let found):
                let trial = OpenSourcePage.Trial(
                    samples: found.products.map { RecordSample($0, shown) },
                    records: found.records.map { DatedSample($0, shown) })
                return page(entry, typed, context, trial: trial)
            // Nothing is wrong with what was typed.
            case .failure(let trouble): return page(entry, typed, context, problem: trouble.sentence)
            }
        } catch let refusal as Refusal {
            return page(entry, typed, context, problem: refusal.sentence, status: .unprocessableContent)
        }
    }

    private func note<Context: ConsoleContext>(
        _ outcome: Result<SourcePreview, RunTrouble>, of entry: SourceCatalog.Entry, _ context: Context
    ) async throws {
        let actor = Self.actor(context)
        let isGood = if case .success = outcome { true } else { false }
        try await database.transaction(in: Self.company(context)) { transaction in
            try await transaction.record(
                AuditEvent(
                    .connectionTested, by: actor, on: AuditSubject("source", entry.code),
                    facts: ["health": isGood ? "working" : "unreachable"]))
        }
    }

    // MARK: - What was typed

    private static func typed<Context: ConsoleContext>(
        _ request: Request, _ context: Context
    ) async throws -> (SourceCatalog.Entry, OpenSourcePage.Typed) {
        let body = try await FormBody(of: request, for: context.member.token)
        guard let entry = body[SourceRoute.sourceItem].flatMap(SourceCatalog.find), !entry.needsLogin else {
            throw NotFound()
        }
        return (
            entry,
            OpenSourcePage.Typed(
                name: body["name"] ?? "", region: body["region"] ?? "", terms: body["terms"] ?? "",
                minutes: body["every"] ?? "")
        )
    }

    private static func wish(
        _ entry: SourceCatalog.Entry, _ typed: OpenSourcePage.Typed, _ text: InterfaceText
    ) throws -> Wish {
        let name = typed.name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let source = SourceCode(rawValue: entry.code) else { throw NotFound() }
        guard (1...200).contains(name.count) else { throw Refusal(sentence: text[.openNoName]) }
        guard let minutes = Int(typed.minutes.trimmingCharacters(in: .whitespaces)), intervals.contains(minutes) else {
            throw Refusal(sentence: text[.openNoInterval])
        }
        var settings: [String: String] = [:]
        if !entry.scopes.isEmpty {
            guard entry.scopes.contains(typed.region) else { throw Refusal(sentence: text[.openNoRegion]) }
            settings[SourceCatalog.scopeSetting] = typed.region
        }
        if entry.needsTerms {
            do {
                settings[SourceCatalog.termsSetting] = try SearchTerms(typed.terms).text
            } catch {
                throw Refusal(sentence: error.description)
            }
        }
        return Wish(source: source, name: name, settings: settings, everyMinutes: minutes)
    }

    private static func check(
        _ entry: SourceCatalog.Entry, _ text: InterfaceText, _ transaction: CompanyTransaction
    ) async throws {
        let stops = try await SourceSwitchQueries(transaction: transaction).stops()
        guard !stops.contains(where: { $0.source == entry.code }) else { throw Refusal(sentence: text[.openOff]) }
    }

    // MARK: - The page

    private func page<Context: ConsoleContext>(
        _ entry: SourceCatalog.Entry, _ typed: OpenSourcePage.Typed, _ context: Context, problem: String? = nil,
        trial: OpenSourcePage.Trial? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let shown = frame.page(for: context.member, freshness: nil)
        let regions = entry.scopes.map { scope in
            (value: scope, label: entry.kind == .search ? Self.market(scope, shown.text) : scope)
        }
        return templates.live(
            OpenSourcePage(
                frame: shown, area: Context.area, source: (entry.code, entry.name, entry.what), regions: regions,
                needsTerms: entry.needsTerms, typed: typed, problem: problem, trial: trial), status: status)
    }

    private static func market(_ scope: String, _ text: InterfaceText) -> String {
        guard let market = GoogleTrendsMarket(scope: scope), !market.country.isEmpty else { return text[.openWorld] }
        return CountryName.english(market.country) ?? scope
    }
}
