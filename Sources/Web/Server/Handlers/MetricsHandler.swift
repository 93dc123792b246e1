import HTTPTypes
import Hummingbird
import Telemetry

/// The metrics in the Prometheus text format, for whom they are meant; for anybody else there is nothing here.
struct MetricsHandler: Sendable {
    let registry: MetricsRegistry
    let access: MetricsAccess

    func show(_ request: Request, _ context: AppContext) async throws -> Response {
        guard access.isAllowed(request.headers, from: context.channel.remoteAddress) else { throw NotFound() }
        var response = Response.make(await registry.scrape(), type: ExpositionText.contentType)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
