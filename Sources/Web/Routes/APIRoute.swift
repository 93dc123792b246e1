/// The JSON API, version 1.
package enum APIRoute: Route {
    /// The same list as ``TrendRoute/index(_:)``, with the same query.
    case trends(TrendsQuery)
    /// One product with its score.
    case product(String)
    /// What is expected of it.
    case forecast(product: String)
    /// Its score of a day, opened down to the records under it.
    case score(product: String, ScoreQuery)
    /// Its price, stock and score history.
    case history(product: String)
    /// The categories in which the company has products.
    case categories
    /// Jobs of the company, as on its console; for admins.
    case jobs(JobsQuery)
    /// One of them with what happened to it.
    case job(String)
    /// Connections of the company with the state of each; for admins.
    case sources
    /// Has one read now (POST only).
    case sourceRuns(String)
    /// Alerts of the company; for admins.
    case alerts(AlertsQuery)
    /// One of them with what happened to it.
    case alert(String)
    /// Says that somebody looks after one (POST only).
    case acknowledgement(String)
    /// An access token for a program with an API token (POST only).
    case token

    package enum Pattern: String, CaseIterable, Sendable {
        case trends = "/api/v1/trends"
        case product = "/api/v1/products/{product}"
        case forecast = "/api/v1/products/{product}/forecast"
        case score = "/api/v1/products/{product}/score"
        case history = "/api/v1/products/{product}/history"
        case categories = "/api/v1/categories"
        case jobs = "/api/v1/jobs"
        case job = "/api/v1/jobs/{job}"
        case sources = "/api/v1/sources"
        case sourceRuns = "/api/v1/sources/{source}/runs"
        case alerts = "/api/v1/alerts"
        case alert = "/api/v1/alerts/{alert}"
        case acknowledgement = "/api/v1/alerts/{alert}/acknowledgement"
        case token = "/api/v1/token"
    }

    /// What every URL of the API begins with: errors under it are JSON.
    package static let prefix = "/api/"
    /// The names of the parameters in the patterns.
    package static let productParameter = "product"
    package static let jobParameter = "job"
    package static let sourceParameter = "source"
    package static let alertParameter = "alert"

    package var pattern: Pattern {
        switch self {
        case .trends: .trends
        case .product: .product
        case .forecast: .forecast
        case .score: .score
        case .history: .history
        case .categories: .categories
        case .jobs: .jobs
        case .job: .job
        case .sources: .sources
        case .sourceRuns: .sourceRuns
        case .alerts: .alerts
        case .alert: .alert
        case .acknowledgement: .acknowledgement
        case .token: .token
        }
    }

    package var link: Link {
        switch self {
        case .trends(let query): Link(trusted: Pattern.trends.rawValue + query.suffix)
        case .product(let product): Link(trusted: "/api/v1/products/\(PercentEncoding.encode(product))")
        case .forecast(let product): Link(trusted: "/api/v1/products/\(PercentEncoding.encode(product))/forecast")
        case .score(let product, let query):
            Link(trusted: "/api/v1/products/\(PercentEncoding.encode(product))/score\(query.suffix)")
        case .history(let product): Link(trusted: "/api/v1/products/\(PercentEncoding.encode(product))/history")
        case .categories: Link(trusted: Pattern.categories.rawValue)
        case .jobs(let query): Link(trusted: Pattern.jobs.rawValue + query.suffix)
        case .job(let job): Link(trusted: "/api/v1/jobs/\(PercentEncoding.encode(job))")
        case .sources: Link(trusted: Pattern.sources.rawValue)
        case .sourceRuns(let source): Link(trusted: "/api/v1/sources/\(PercentEncoding.encode(source))/runs")
        case .alerts(let query): Link(trusted: Pattern.alerts.rawValue + query.suffix)
        case .alert(let alert): Link(trusted: "/api/v1/alerts/\(PercentEncoding.encode(alert))")
        case .acknowledgement(let alert):
            Link(trusted: "/api/v1/alerts/\(PercentEncoding.encode(alert))/acknowledgement")
        case .token: Link(trusted: Pattern.token.rawValue)
        }
    }
}
