import Companies
import Hummingbird

/// Counts the requests of whoever is signed in. Stands after the session was looked up.
struct PersonPace: RouterMiddleware {
    typealias Context = AppContext

    let pace: Pace

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        if let identity = context.member?.session.identity ?? context.visitor?.person.identity {
            try await pace.count(.person, identity.description)
        }
        return try await next(request, context)
    }
}
