import Pages
import Routes

/// Pages in which every text that comes from outside is the same word.
enum Samples {
    static let assets = AssetLinks(
        css: AssetRoute.asset("tidemark.3f9a.css").link, js: AssetRoute.asset("tidemark.77ab.js").link,
        icon: AssetRoute.asset("icon.01cd.svg").link)
    static let today = DayStamp(year: 2026, month: 11, day: 21)
    static let now = MomentStamp(secondsSince1970: 1_795_224_600)

    static func day(_ back: Int32) -> DayStamp {
        DayStamp(daysSince2000: today.daysSince2000 - back)
    }

    static func frame(_ word: String) -> PageFrame {
        PageFrame(
            company: word, person: word, csrf: word, assets: assets,
            freshness: Freshness(newest: now, staleSources: 2), now: now, zone: Zone(secondsFromUTC: 7200, name: word),
            isAdmin: true, isOperator: true, openAlerts: 2, platformAlerts: 1)
    }

    /// One of each page with everything on it, and one of each with as little as possible.
    static func all(_ word: String) -> [any Page] {
        [
            signIn(word), dashboard(word), trends(word), product(word), listing(word),
            ErrorPage(kind: .forbidden(whoCanGrant: word), id: word, assets: assets),
            ErrorPage(kind: .notFound, id: word, assets: assets), SignInPage(assets: assets, csrf: word),
            emptyDashboard(word), noTrends(word), noResult(word), pastTrends(word), unknownPast(word), unscored(word),
            bareListing(word), trackRecord(word),
            noTrackRecord(word),
        ] + jobPages(word) + accountPages(word) + companyPages(word) + securityPages(word) + tokenPages(word)
            + peoplePages(word) + sourcePages(word) + alertPages(word) + decisionPages(word)
            + scorePages(word) + weightPages(word) + reviewPages(word)
    }

    static func signIn(_ word: String) -> SignInPage {
        SignInPage(
            assets: assets, csrf: word, next: TrendRoute.product(word).link, email: word,
            problem: .throttled(seconds: 90))
    }

    static func dashboard(_ word: String) -> DashboardPage {
        let price = MoneyAmount(minorUnits: 3990, currency: word)
        let before = MoneyAmount(minorUnits: 4790, currency: word)
        let news = ListingNews(
            product: word, listing: word, name: word, source: word, on: day(2), price: price, before: before)
        let mover = Mover(
            id: word, name: word, millilitres: 700, score: 88, tier: .viral, momentum: -3.4, reason: word)
        let source = SourceState(name: word, slug: word, listings: 3, newest: day(9), today: today, isStale: true)
        return DashboardPage(
            frame: frame(word),
            counts: DashboardCounts(
                products: 12_408, listings: 31_077, movedUp: 14, movedDown: 9, priceCuts: 212, outOfStock: 87),
            comparedTo: day(5), movers: [mover, mover], priceCuts: [news], newListings: [news], outOfStock: [news],
            sources: [source])
    }

    static func emptyDashboard(_ word: String) -> DashboardPage {
        let none = DashboardCounts(products: 0, listings: 0, movedUp: 0, movedDown: 0, priceCuts: 0, outOfStock: 0)
        return DashboardPage(frame: frame(word), counts: none, comparedTo: nil)
    }

    static func row(_ word: String, index: Int = 0) -> TrendRow {
        let isMissing = index % 3 == 2
        return TrendRow(
            id: word, name: word, millilitres: 750, brand: word, category: word, score: 90 - Double(index),
            tier: TrendTier.allCases[index % 5], momentum: Double(index % 7) - 3, retail: 71,
            price: isMissing ? nil : 40, stock: nil, sources: 3,
            bestPrice: isMissing ? nil : MoneyAmount(minorUnits: 129_000, currency: word), priceKind: .wholesaleBottle,
            history: [40, 41, nil, 45, 52, 60])
    }

    static func trends(_ word: String) -> TrendsPage {
        let bare = TrendRow(id: word, name: word, sources: 1)
        let query = TrendsQuery(
            sort: .price, order: .descending, category: word, tier: .stable, source: word, minimumSources: 2,
            cursor: word, pageSize: 20)
        return TrendsPage(
            frame: frame(word), query: query, rows: (0..<6).map { row(word, index: $0) } + [bare], total: 12_408,
            firstPosition: 51, previous: .first, next: .cursor(word),
            categories: [FilterOption(value: word, label: word)], sources: [FilterOption(value: "other", label: word)],
            ignored: [IgnoredParameter(name: word, value: word, reason: .unknown)])
    }

    static func pastTrends(_ word: String) -> TrendsPage {
        let row = TrendRow(
            id: word, name: word, score: 12, tier: .declining, momentum: -2, sources: 1, on: "2026-05-04")
        return TrendsPage(
            frame: frame(word), query: TrendsQuery(category: word, on: "2026-05-04", skip: 100), rows: [row],
            total: 160, firstPosition: 101, previous: .skip(50), next: .skip(150),
            past: .published(DayStamp(year: 2026, month: 5, day: 4), at: MomentStamp(secondsSince1970: 1_777_900_000)))
    }

    static func unknownPast(_ word: String) -> TrendsPage {
        TrendsPage(frame: frame(word), query: TrendsQuery(on: "1999-05-04"), rows: [], total: 0)
    }

    static func noTrends(_ word: String) -> TrendsPage {
        TrendsPage(frame: frame(word), query: TrendsQuery(), rows: [], total: 0, hasProducts: false)
    }

    static func noResult(_ word: String) -> TrendsPage {
        TrendsPage(frame: frame(word), query: TrendsQuery(tier: .viral), rows: [], total: 0)
    }
}
