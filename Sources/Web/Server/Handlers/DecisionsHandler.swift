import Catalog
import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Matching
import Pages
import Routes

/// Which listings are a product, decided by a company's admins; each decision can be taken back alone.
struct DecisionsHandler: Sendable {
    private static let mostFound = 10
    private static let mostDecisions = 50

    let database: CompanyDatabase
    let frame: Frame
    let templates: TemplateLibrary
    /// What follows when listings moved: their scores.
    let follows: @Sendable (CompanyTransaction) async throws -> Void

    /// GET: the page, with what was looked for and what merging would change.
    func show(_ request: Request, _ context: AdminContext) async throws -> Response {
        func item(_ name: String) -> String? { request.uri.queryParameters[Substring(name)].map(String.init) }
        let query = DecisionsQuery(
            words: item(DecisionsQuery.wordsItem), into: item(DecisionsQuery.intoItem),
            note: item(DecisionsQuery.noteItem).flatMap(DecisionsQuery.Note.init(rawValue:)))
        return try await page(query, nil, status: .ok, context)
    }

    /// POST: merges, splits off, marks, takes back.
    func act(_ request: Request, _ context: AdminContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let product = try Self.product(context)
        do {
            let note = try await decide(form, product, context)
            let now = try await database.transaction(in: context.member.company) {
                try await IdentityHistoryQueries(transaction: $0).root(of: product)
            }
            return Response.redirect(
                to: TrendRoute.decisions(now.uuidString.lowercased(), DecisionsQuery(note: note)).path)
        } catch let problem as IdentityProblem {
            return try await page(
                DecisionsQuery(), problem.description, status: .unprocessableContent, context)
        }
    }

    private func decide(
        _ form: FormBody, _ product: UUID, _ context: AdminContext
    ) async throws -> DecisionsQuery.Note {
        let (actor, moment) = (AuditActor.person(context.member.session.identity), frame.now())
        let reason = form["reason"] ?? ""
        let follows = follows
        return try await database.transaction(in: context.member.company) { transaction in
            let queries = IdentityQueries(transaction: transaction)
            let own = try await queries.product(product)
            let outcomes: [IdentityOutcome]
            let note: DecisionsQuery.Note
            switch form["act"] {
            case "merge":
                guard let into = form["into"].flatMap(UUID.init(uuidString:)) else {
                    throw IdentityProblem.noSuchProduct
                }
                let other = try await queries.product(into)
                outcomes = [try await queries.merge(own, into: other, reason: reason, by: actor, at: moment)]
                note = .merged
            case "split":
                outcomes = [
                    try await queries.split(
                        try await Self.listings(form, of: own, queries), from: own, makeID: { UUID() }, reason: reason,
                        by: actor, at: moment)
                ]
                note = .split
            case "different":
                var found: [IdentityOutcome] = []
                for listing in try await Self.listings(form, of: own, queries) {
                    found.append(
                        try await queries.markDifferent(
                            listing, from: own, makeID: { UUID() }, reason: reason, by: actor, at: moment))
                }
                outcomes = found
                note = .different
            case "undo", "redo":
                guard let act = form["decision"].flatMap(UUID.init(uuidString:)) else {
                    throw IdentityProblem.noSuchAct
                }
                let again = form["act"] == "redo"
                outcomes = [try await queries.undo(act, again: again, by: actor, at: moment)]
                note = again ? .redone : .undone
            default: throw NotFound()
            }
            if outcomes.contains(where: { $0.moved > 0 }) { try await follows(transaction) }
            return outcomes.allSatisfy(\.contradictions.isEmpty) ? note : .contradicted
        }
    }

    private static func product(_ context: AdminContext) throws -> UUID {
        guard let id = context.parameters.get(TrendRoute.productParameter).flatMap(UUID.init(uuidString:)) else {
            throw NotFound()
        }
        return id
    }

    /// Those of the product's listings that were chosen, always in one order.
    private static func listings(
        _ form: FormBody, of product: ProductReference, _ queries: IdentityQueries
    ) async throws -> [UUID] {
        let chosen = try await queries.listingIDs(of: product.id).filter {
            form["listing-\($0.uuidString.lowercased())"] == "yes"
        }
        guard !chosen.isEmpty else { throw IdentityProblem.splitsNothing }
        return chosen.sorted()
    }

    // MARK: - The page

    private func page(
        _ query: DecisionsQuery, _ problem: String?, status: HTTPResponse.Status, _ context: AdminContext
    ) async throws -> Response {
        let (id, company) = (try Self.product(context), context.member.company)
        let (products, listings) = try await database.read(in: company, Product.find(id), Listing.of(product: id))
        let into = query.into.flatMap(UUID.init(uuidString:))
        let (decisions, found, preview) = try await database.transaction(in: company) { transaction in
            let history = IdentityHistoryQueries(transaction: transaction)
            return (
                try await history.history(of: id, limit: Self.mostDecisions),
                try await Self.find(query.words, besides: id, history),
                try await Self.preview(id, into, history, company)
            )
        }
        // What has neither listings nor a past here is nothing to this company.
        guard let product = products.first, !listings.isEmpty || !decisions.isEmpty else { throw NotFound() }
        let shown = frame.page(for: context.member, freshness: nil)
        let facts = DecisionsPage.Facts(
            id: id.uuidString.lowercased(), name: product.name,
            listings: listings.map {
                DecidedListing(
                    id: $0.id.uuidString.lowercased(), source: $0.seller, name: $0.name,
                    rule: $0.rule.flatMap(ShownMatchRule.init(rawValue:)) ?? .new, text: shown.text)
            }, decisions: decisions.map { DecisionLine($0, on: id, member: context.member, frame: shown) })
        return templates.live(
            DecisionsPage(
                frame: shown, facts: facts, query: query, problem: problem,
                found: found?.map {
                    FoundProduct(
                        id: $0.id.uuidString.lowercased(), name: $0.name, millilitres: $0.millilitres,
                        vintage: $0.vintage, listings: $0.listings, product: facts.id, words: query.words ?? "",
                        text: shown.text)
                }, preview: preview), status: status)
    }

    private static func find(
        _ words: String?, besides product: UUID, _ history: IdentityHistoryQueries
    ) async throws -> [ProductNameRow]? {
        guard let words else { return nil }
        return try await history.find(words, besides: product, limit: mostFound)
    }

    private static func preview(
        _ product: UUID, _ into: UUID?, _ history: IdentityHistoryQueries, _ company: CompanyID
    ) async throws -> DecisionsPage.Preview? {
        guard let into, into != product, let name = try await history.name(of: into) else { return nil }
        let found = try await history.preview(merging: product, into: into)
        return DecisionsPage.Preview(
            id: into.uuidString.lowercased(), name: name, listings: found.listings, prices: found.prices,
            there: found.there, soldTwice: found.soldTwice, contradicting: found.contradicting)
    }
}

extension DecisionLine {
    init(_ row: IdentityActRow, on page: UUID, member: Member, frame: PageFrame) {
        let isOwn = row.actor == member.session.identity.rawValue
        self.init(
            id: row.id.uuidString.lowercased(), on: page.uuidString.lowercased(),
            kind: Kind(rawValue: row.kind.rawValue) ?? .move, things: row.things,
            product: row.product, reason: row.reason, who: isOwn ? member.session.displayName : nil,
            made: MomentStamp(row.madeAt), undone: row.undoneAt.map(MomentStamp.init), frame: frame)
    }
}
