import Companies
import Hummingbird
import Logging
import Routes
import Telemetry

/// The addresses machines ask: `/health`, `/ready` and `/metrics`.
struct Probes: Sendable {
    let settings: ServerSettings
    let database: CompanyDatabase
    let logger: Logger
    let metrics: MetricsRegistry

    func add(to router: Router<AppContext>) {
        let database = database
        let probe = ReadinessProbe(logger: logger) { try await database.hasSchema() }
        let access = MetricsAccess(token: settings.metricsToken, isProduction: settings.isProduction)
        router.mount(.get, HealthRoute.Pattern.health, use: HealthHandler(version: settings.version).show)
        router.mount(.get, HealthRoute.Pattern.ready, use: ReadyHandler(probe: probe, version: settings.version).show)
        router.mount(.get, MetricsRoute.Pattern.metrics, use: MetricsHandler(registry: metrics, access: access).show)
    }
}
