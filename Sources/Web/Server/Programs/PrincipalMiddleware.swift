import Companies
import Hummingbird
import Telemetry

/// Finds out who asks the API: whoever presents a token, else whoever has a session. Both at once is a mistake that could
/// hide which of them counts, so it is refused.
struct PrincipalMiddleware: RouterMiddleware {
    typealias Context = AppContext

    let sessions: SessionMiddleware
    let clients: APIClients
    let cookies: CookieJar

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        switch BearerCredential.read(request.headers) {
        case .none: return try await sessions.handle(request, context: context, next: next)
        case .unreadable: throw BadToken()
        case .token(let text):
            guard !cookies.hasSession(request) else { throw TwoCredentials() }
            // Unknown, ended, revoked and malformed are the same.
            guard let client = try await client(text) else { throw BadToken() }
            var context = context
            context.client = client
            context.work?.recognise(company: client.company.id)
            return try await next(request, context)
        }
    }

    private func client(_ text: Substring) async throws -> APIClient? {
        guard let token = APIToken(text: text) else { return nil }
        return try await clients.client(of: token)
    }
}

/// A token that is unknown, ended or was revoked. It is never said which.
struct BadToken: Error {}

/// A cookie and a token in one request.
struct TwoCredentials: Error {}
