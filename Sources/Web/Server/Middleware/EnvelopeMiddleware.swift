import HTTPTypes
import Hummingbird
import Logging

/// The outermost layer: every answer, errors included, carries the security headers; every error becomes a page or a
/// JSON answer with an id; every request leaves one line in the log.
struct EnvelopeMiddleware: RouterMiddleware {
    typealias Context = AppContext

    let errors: ErrorResponder
    let headers: SecurityHeaders

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        let started = ContinuousClock.now
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = errors.response(to: error, request: request, context: context)
        }
        headers.apply(to: &response.headers)
        let spent = ContinuousClock.now - started
        context.logger.debug(
            "request",
            metadata: [
                "method": "\(request.method)", "route": "\(context.endpointPath ?? "-")",
                "status": "\(response.status.code)",
                "ms": "\(spent.components.seconds * 1_000 + spent.components.attoseconds / 1_000_000_000_000_000)",
            ])
        return response
    }
}
