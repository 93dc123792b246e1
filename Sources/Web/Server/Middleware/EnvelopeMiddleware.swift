import HTTPTypes
import Hummingbird
import Telemetry

/// The outermost layer: every answer, errors included, carries the security headers and its request's id; every error
/// becomes a page or a JSON answer with that id; every request is counted, belongs to a trace and leaves one line in the
/// log.
struct EnvelopeMiddleware: RouterMiddleware {
    typealias Context = AppContext

    let errors: ErrorResponder
    let headers: SecurityHeaders
    let meters: RequestMeters
    let log: RequestLog
    let traces: TraceHeaders

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        let started = ContinuousClock.now
        meters.began()
        var context = context
        let work = WorkScope(trace: traces.trace(of: request.headers), requestID: context.id)
        context.work = work
        return await WorkScope.$current.withValue(work) {
            var response: Response
            do {
                response = try await next(request, context)
            } catch {
                response = errors.response(to: error, request: request, context: context)
            }
            // A body after the answer to HEAD would be read as the beginning of the next answer.
            if request.method == .head { response = response.createHeadResponse() }
            headers.apply(to: &response.headers)
            traces.answer(to: request.headers, in: work, id: context.id, &response.headers)
            let spent = ContinuousClock.now - started
            let bytes = response.body.contentLength ?? 0
            meters.ended(
                route: context.route, method: request.method, status: response.status.code, after: spent,
                bytes: bytes)
            log.write(request, context, status: response.status, after: spent, bytes: bytes)
            return response
        }
    }
}
