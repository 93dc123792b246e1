import API
import Companies
import HTTPTypes
import Hummingbird

/// POST: an access token for a program that presents its API token.
struct AccessTokenHandler: Sendable {
    let tokens: AccessTokens

    func make(_ request: Request, _ context: APIContext) async throws -> Response {
        // A person needs none, and an access token is not prolonged with itself.
        guard case .program(let program) = context.principal, !program.isShortLived else { throw BadToken() }
        let answer = AccessTokenAnswer(
            token: try await tokens.make(for: program.client), seconds: AccessTokens.lifetime,
            scopes: program.client.scopes.map(\.rawValue).sorted())
        var response = Response.json(answer.bytes)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
