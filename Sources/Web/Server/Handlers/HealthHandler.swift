import API
import HTTPTypes
import Hummingbird

/// Says that this process answers. Asks nobody else, so that a database incident does not take the web nodes down.
struct HealthHandler: Sendable {
    private let bytes: [UInt8]

    init(version: String) { bytes = HealthAnswer(status: "ok", version: version).bytes }

    func show(_ request: Request, _ context: AppContext) async throws -> Response {
        var response = Response.json(bytes)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
