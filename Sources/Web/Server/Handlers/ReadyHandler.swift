import API
import HTTPTypes
import Hummingbird

/// Says whether this process can serve people, for a load balancer. Cheap enough to be asked by anybody.
struct ReadyHandler: Sendable {
    private let probe: ReadinessProbe
    private let ready: [UInt8]

    init(probe: ReadinessProbe, version: String) {
        self.probe = probe
        ready = HealthAnswer(status: "ready", version: version).bytes
    }

    func show(_ request: Request, _ context: AppContext) async throws -> Response {
        var response: Response
        switch await probe.check() {
        case .ready:
            response = Response.json(ready)
        case .failed(let check):
            response = Response.json(NotReadyAnswer(check: check, id: context.id).bytes, status: .serviceUnavailable)
            response.headers[.retryAfter] = "5"
        }
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
