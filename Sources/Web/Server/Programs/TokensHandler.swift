import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Routes

/// A company's tokens for programs. A token is shown on the answer that made it, which nobody keeps, and never again.
struct TokensHandler: Sendable {
    let database: CompanyDatabase
    let frame: Frame
    let templates: TemplateLibrary

    /// GET: all tokens, and the form for one more.
    func index(_ request: Request, _ context: AdminContext) async throws -> Response {
        let isRevoked = request.uri.queryParameters[Substring(TokenRoute.revokedItem)] != nil
        return try await show(context, form: nil, isRevoked: isRevoked, problem: nil, status: .ok)
    }

    /// POST: makes a token and shows it, once.
    func make(_ request: Request, _ context: AdminContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        do {
            let new = try NewAPIToken(
                name: form["name"] ?? "", scopes: Self.scopes(of: form), days: Int(form["days"] ?? "") ?? 0)
            let person = context.member.session.identity
            let made = try await database.transaction(in: context.member.company) {
                try await APITokenQueries(transaction: $0, person: person).add(new)
            }
            return templates.live(
                NewTokenPage(
                    frame: frame.page(for: context.member, freshness: nil), name: new.name, token: made.secret.text))
        } catch let problem as APITokenProblem {
            return try await show(
                context, form: form, isRevoked: false, problem: TokenFormProblem(problem), status: .unprocessableContent
            )
        }
    }

    /// POST: ends a token.
    func revoke(_ request: Request, _ context: AdminContext) async throws -> Response {
        _ = try await FormBody(of: request, for: context.member.token)
        guard let id = context.parameters.get(TokenRoute.tokenParameter).flatMap(UUID.init(uuidString:)) else {
            throw NotFound()
        }
        let person = context.member.session.identity
        let name = try await database.transaction(in: context.member.company) {
            try await APITokenQueries(transaction: $0, person: person).revoke(APITokenID(rawValue: id))
        }
        // Another company's, one that was revoked and none are the same.
        guard name != nil else { throw NotFound() }
        return Response.redirect(to: TokenRoute.index(isRevoked: true).path)
    }

    private static func scopes(of form: FormBody) -> Set<APIScope> {
        Set(APIScope.allCases.filter { form[$0.rawValue] == "on" })
    }

    private func show(
        _ context: AdminContext, form: FormBody?, isRevoked: Bool, problem: TokenFormProblem?,
        status: HTTPResponse.Status
    ) async throws -> Response {
        let (company, person) = (context.member.company, context.member.session.identity)
        let tokens = try await database.transaction(in: company) {
            try await APITokenQueries(transaction: $0, person: person).all()
        }
        let names = try await StaffRegister(database: database).names(
            Array(Set(tokens.map(\.createdBy))), in: company)
        let page = frame.page(for: context.member, freshness: nil)
        let chosen = form.map(Self.scopes) ?? []
        return templates.live(
            TokensPage(
                frame: page, lines: tokens.map { TokenLine($0, maker: names[$0.createdBy], page) },
                alive: tokens.count { $0.isAlive }, isRevoked: isRevoked, problem: problem,
                name: String((form?["name"] ?? "").prefix(100)),
                scopes: APIScope.allCases.map {
                    ScopeChoice(scope: $0.rawValue, isChosen: chosen.contains($0), text: page.text)
                },
                days: String((form?["days"] ?? "\(NewAPIToken.usualDays)").prefix(4))), status: status)
    }
}

extension TokenLine {
    init(_ token: APITokenFacts, maker: String?, _ frame: PageFrame) {
        let state: State =
            if let moment = token.revokedAt {
                .revoked(MomentStamp(moment))
            } else if token.isAlive {
                .alive(until: MomentStamp(token.expiresAt))
            } else {
                .ended(MomentStamp(token.expiresAt))
            }
        self.init(
            id: token.id.description, name: token.name, scopes: token.scopes.map(\.rawValue),
            made: MomentStamp(token.createdAt), maker: maker, used: token.lastUsedAt.map { MomentStamp($0) },
            state: state, frame: frame)
    }
}

extension TokenFormProblem {
    init(_ problem: APITokenProblem) {
        self =
            switch problem {
            case .name: .name
            case .noScope: .noScope
            case .days: .days
            case .tooMany: .tooMany(APITokenQueries.most)
            }
    }
}
