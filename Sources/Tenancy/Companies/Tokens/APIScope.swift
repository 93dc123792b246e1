/// What a token of the API may. Twin of the check on `api_tokens.scopes` (parity test).
package enum APIScope: String, Sendable, Hashable, CaseIterable {
    case trendsRead = "trends:read"
    case productsRead = "products:read"
    case jobsRead = "jobs:read"
    case sourcesRead = "sources:read"
    case sourcesRun = "sources:run"
    case alertsRead = "alerts:read"
    case alertsAcknowledge = "alerts:acknowledge"
}
