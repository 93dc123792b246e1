import Companies
import Hummingbird
import Telemetry

/// Looks up who presents the session cookie.
struct SessionMiddleware: RouterMiddleware {
    typealias Context = AppContext

    let signIn: SignIn
    let account: PersonalAccount
    let cookies: CookieJar

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let token = cookies.session(of: request) {
            if let session = try await signIn.session(of: token) {
                context.member = Member(session: session, token: token)
                context.work?.recognise(company: session.company.id, identity: session.identity)
            } else if let person = try await account.person(of: token) {
                context.visitor = Visitor(person: person, token: token)
            }
        }
        return try await next(request, context)
    }
}
