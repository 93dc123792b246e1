import Companies
import Foundation
import Hummingbird
import Telemetry

/// Finds out who asks the API: whoever presents a token, else whoever has a session. Both at once is a mistake that could
/// hide which of them counts, so it is refused.
struct PrincipalMiddleware: RouterMiddleware {
    typealias Context = AppContext

    let sessions: SessionMiddleware
    let clients: APIClients
    let accessTokens: AccessTokens
    let cookies: CookieJar
    let networks: ClientNetworks
    let pace: Pace

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        switch BearerCredential.read(request.headers) {
        case .none: return try await sessions.handle(request, context: context, next: next)
        case .unreadable: throw BadToken()
        case .token(let text):
            guard !cookies.hasSession(request) else { throw TwoCredentials() }
            // Unknown, ended, revoked and malformed are the same, and tries of them are counted for where they come from.
            guard let (program, call) = try await program(text) else {
                let address = context.channel.remoteAddress?.ipAddress
                if let network = networks.network(of: request.headers, from: address) {
                    try await pace.count(.stranger, network)
                }
                throw BadToken()
            }
            context.work?.recognise(company: program.client.company.id)
            guard call.isGranted else { throw TooFast(allowance: call.allowance) }
            var context = context
            context.program = program
            var response = try await next(request, context)
            RateLimitFields.set(call.allowance, isRefused: false, in: &response.headers)
            return response
        }
    }

    private func program(_ text: Substring) async throws -> (Program, APICall)? {
        if let token = APIToken(text: text) {
            return try await clients.call(with: token).map { (Program(client: $0.client, isShortLived: false), $0) }
        }
        // A signature says who was meant; whether that still holds, the database says.
        guard let claims = try await accessTokens.read(text), let token = UUID(uuidString: claims.sub),
            let company = UUID(uuidString: claims.company),
            let call = try await clients.call(
                with: APITokenID(rawValue: token), in: CompanyID(rawValue: company))
        else { return nil }
        let scopes = Set(claims.scope.split(separator: " ").compactMap { APIScope(rawValue: String($0)) })
        return (Program(client: APIClient(call.client, only: scopes), isShortLived: true), call)
    }
}

/// A token that is unknown, ended or was revoked. It is never said which.
struct BadToken: Error {}

/// A cookie and a token in one request.
struct TwoCredentials: Error {}
