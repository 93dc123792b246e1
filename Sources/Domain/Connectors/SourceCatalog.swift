package import Foundation
package import Outbound

/// The sources there are connectors for.
package enum SourceCatalog {
    /// A source, for people who look for one.
    package struct Entry: Sendable, Hashable {
        package let code: String
        package let name: String
        package let kind: SourceProfile.Kind
        /// A sentence: what it shows.
        package let what: String
        package let needsLogin: Bool
        /// Parts of it that are read each by itself; empty for a source that is one.
        package let scopes: [String]
        /// How often it is read where nobody says otherwise.
        package let everyMinutes: Int
    }

    /// The name of the setting that says which scope a connection reads.
    package static let scopeSetting = "region"

    package static let all: [Entry] = [
        Entry(
            code: "libdib", name: "LibDib", kind: .distributor,
            what: "Prices and stock of the distributor's list in your state", needsLogin: true, scopes: [],
            everyMinutes: 60),
        Entry(
            code: "vinepair", name: "VinePair", kind: .medium, what: "What it writes about drinks, with tags and dates",
            needsLogin: false, scopes: [], everyMinutes: 60),
        Entry(
            code: "giassi", name: "Giassi", kind: .retailer, what: "A supermarket's shelf prices, region by region",
            needsLogin: false, scopes: Giassi.regions.map(\.code), everyMinutes: 1_440),
    ]

    package static func find(_ code: String) -> Entry? { all.first { $0.code == code } }

    /// - Parameters:
    ///   - settings: of the connection.
    ///   - base: where the source is; nil for its own host.
    ///   - since: how far back the first run of a medium goes.
    /// - Returns: nil for a source without a connector, or a scope it does not have.
    package static func connector(
        _ code: String, settings: [String: String] = [:], base: WebAddress? = nil, since: Date? = nil,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws -> Connector? {
        switch code {
        case "libdib":
            let source = try LibDib(base: base, now: now)
            return Connector(profile: source.profile, content: .products(source), login: source)
        case "vinepair":
            let medium = try VinePair.medium(base: base, since: since)
            return Connector(profile: medium.profile, content: .articles(medium))
        case "giassi":
            guard let region = Giassi.regions.first(where: { $0.code == settings[scopeSetting] }) else { return nil }
            let shop = try Giassi.shop(region, base: base)
            return Connector(profile: shop.profile, content: .products(shop), scope: region.code)
        default: return nil
        }
    }
}
