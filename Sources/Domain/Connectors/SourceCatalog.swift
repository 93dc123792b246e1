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
        /// Whether somebody says which words it is asked about: `SearchTerms`, in `termsSetting`.
        package let needsTerms: Bool

        fileprivate init(
            code: String, name: String, kind: SourceProfile.Kind, what: String, needsLogin: Bool = false,
            scopes: [String] = [], everyMinutes: Int, needsTerms: Bool = false
        ) {
            self.code = code
            self.name = name
            self.kind = kind
            self.what = what
            self.needsLogin = needsLogin
            self.scopes = scopes
            self.everyMinutes = everyMinutes
            self.needsTerms = needsTerms
        }
    }

    /// The name of the setting that says which scope a connection reads.
    package static let scopeSetting = "region"
    /// The name of the setting that says which words a connection asks about.
    package static let termsSetting = "terms"

    package static let all: [Entry] = [
        Entry(
            code: "libdib", name: "LibDib", kind: .distributor,
            what: "Prices and stock of the distributor's list in your state", needsLogin: true, everyMinutes: 60),
        Entry(
            code: "vinepair", name: "VinePair", kind: .medium, what: "What it writes about drinks, with tags and dates",
            everyMinutes: 60),
        Entry(
            code: "giassi", name: "Giassi", kind: .retailer, what: "A supermarket's shelf prices, region by region",
            scopes: Giassi.regions.map(\.code), everyMinutes: 1_440),
        Entry(
            code: "hackernews", name: "Hacker News", kind: .community,
            what: "What people in technology talk about, with points and comments", everyMinutes: 60),
        Entry(
            code: "googletrends", name: "Google Trends", kind: .search,
            what: "How much people search for your terms, week by week",
            scopes: GoogleTrendsMarket.allCases.map(\.rawValue), everyMinutes: 1_440, needsTerms: true),
    ]

    package static func find(_ code: String) -> Entry? { all.first { $0.code == code } }

    /// - Parameters:
    ///   - settings: of the connection.
    ///   - base: where the source is; nil for its own host.
    ///   - since: how far back the first run of a medium or a community goes.
    /// - Returns: nil for a source without a connector, a scope it does not have, or terms that are missing or cannot be asked for.
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
        case "hackernews":
            let source = try HackerNews(base: base, since: since, now: now)
            return Connector(profile: source.profile, content: .posts(source))
        case "googletrends":
            guard let market = GoogleTrendsMarket(scope: settings[scopeSetting]),
                let terms = try? SearchTerms(settings[termsSetting] ?? "")
            else { return nil }
            let source = try GoogleTrends(terms: terms, market: market, base: base, now: now)
            return Connector(profile: source.profile, content: .series(source), scope: market.country)
        default: return nil
        }
    }
}
