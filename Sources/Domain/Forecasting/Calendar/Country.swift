/// A country whose public holidays are known, by its ISO 3166-1 code.
package enum Country: String, Sendable, Hashable, Codable, CaseIterable {
    case unitedStates = "US"
    case canada = "CA"
    case unitedKingdom = "GB"
    case germany = "DE"
    case france = "FR"
    case finland = "FI"
    case brazil = "BR"
    case mexico = "MX"
    case russia = "RU"
    case australia = "AU"
    case japan = "JP"
}
