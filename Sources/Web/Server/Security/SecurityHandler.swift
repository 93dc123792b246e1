import Companies
import Hummingbird
import Pages
import Routes

/// What a company demands of its members, for its admins to see and its owners to say.
struct SecurityHandler: Sendable {
    let database: CompanyDatabase
    let factor: SecondFactor
    let frame: Frame
    let templates: TemplateLibrary

    /// GET: the demands, and how many members meet them.
    func index(_ request: Request, _ context: AdminContext) async throws -> Response {
        async let counts = factor.counts(context.member.token)
        let isRequired = try await database.transaction(in: context.member.company) {
            try await $0.requiresSecondFactor()
        }
        let (members, secured) = try await counts
        return templates.live(
            SecurityPage(
                frame: frame.page(for: context.member, freshness: nil), isRequired: isRequired,
                isOwner: context.member.session.role >= .owner,
                isSaved: request.uri.queryParameters[Substring(SecurityRoute.savedItem)] != nil, members: members,
                secured: secured))
    }

    /// POST: demands a second factor, or no longer.
    func save(_ request: Request, _ context: OwnerContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        guard let word = form["second-factor"], word == "on" || word == "off" else { throw BadQuery() }
        let person = AuditActor.person(context.member.session.identity)
        try await database.transaction(in: context.member.company) { transaction in
            try await transaction.requireSecondFactor(word == "on", by: person)
        }
        return Response.redirect(to: SecurityRoute.index(isSaved: true).path)
    }
}
