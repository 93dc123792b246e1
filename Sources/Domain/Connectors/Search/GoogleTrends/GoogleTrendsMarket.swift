/// Where people search.
package enum GoogleTrendsMarket: String, Sendable, Hashable, CaseIterable {
    case world
    case unitedStates = "US"
    case unitedKingdom = "GB"
    case canada = "CA"
    case australia = "AU"
    case germany = "DE"
    case france = "FR"
    case spain = "ES"
    case italy = "IT"
    case brazil = "BR"
    case mexico = "MX"
    case russia = "RU"

    /// - Parameter scope: of a connection; without one it is the whole world.
    /// - Returns: nil for a market that is not read.
    package init?(scope: String?) {
        guard let scope, !scope.isEmpty else {
            self = .world
            return
        }
        self.init(rawValue: scope)
    }

    /// ISO 3166; empty for the whole world.
    package var country: String { self == .world ? "" : rawValue }
}
