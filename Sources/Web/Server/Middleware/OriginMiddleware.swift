import HTTPTypes
import Hummingbird

/// Refuses unsafe requests that another site's page sent. The first of two layers against forged requests; the second
/// is the token in every form.
struct OriginMiddleware: RouterMiddleware {
    typealias Context = AppContext

    private static let fetchSite = HTTPField.Name("sec-fetch-site")

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        guard Self.isAllowed(request.head) else { throw ForgedRequest() }
        return try await next(request, context)
    }

    static func isAllowed(_ request: HTTPRequest) -> Bool {
        switch request.method {
        case .get, .head, .options: return true
        default: break
        }
        if let name = fetchSite, let site = request.headerFields[name] {
            return site == "same-origin" || site == "none"
        }
        if let origin = request.headerFields[.origin] {
            guard let authority = request.authority else { return false }
            return origin == "http://\(authority)" || origin == "https://\(authority)"
        }
        // No browser of our time sends neither; a program without a cookie has nothing to forge with.
        return request.headerFields[.cookie] == nil
    }
}

/// An unsafe request that did not come from our own page.
struct ForgedRequest: Error {}
