import Companies
import Hummingbird
import Pages
import Routes

/// What a company demands of its members, as its owners say.
struct SecurityHandler: Sendable {
    let database: CompanyDatabase
    let factor: SecondFactor
    let frame: Frame
    let templates: TemplateLibrary

    /// GET: the demands, and how many members meet them.
    func index(_ request: Request, _ context: OwnerContext) async throws -> Response {
        async let counts = factor.counts(context.member.token)
        let isRequired = try await database.transaction(in: context.member.company) {
            try await $0.requiresSecondFactor()
        }
        let (members, secured) = try await counts
        return templates.live(
            SecurityPage(
                frame: frame.page(for: context.member, freshness: nil), isRequired: isRequired,
                isSaved: request.uri.queryParameters[Substring(SecurityRoute.savedItem)] != nil, members: members,
                secured: secured))
    }

    /// POST: demands a second factor, or no longer.
    func save(_ request: Request, _ context: OwnerContext) async throws -> Response {
        let form = try await FormBody(of: request)
        guard FormToken.isValid(form["csrf"], for: context.member.token) else { throw FormExpired() }
        guard let word = form["second-factor"], word == "on" || word == "off" else { throw BadQuery() }
        try await database.transaction(in: context.member.company) { try await $0.requireSecondFactor(word == "on") }
        return Response.redirect(to: SecurityRoute.index(isSaved: true).path)
    }
}
