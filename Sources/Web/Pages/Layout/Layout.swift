import Routes

/// The frame of one page: what the layout template shows.
package struct Layout: PageValue {
    let title: String
    let language: String
    let company: String
    let person: String
    let csrf: String
    let css: Link
    let js: Link
    let icon: Link
    let freshness: String?
    let staleSources: String?
    let isHome: Bool
    let isTrends: Bool
    let isTrackRecord: Bool
    let sources: Link?
    let isSources: Bool
    let alerts: Link?
    let isAlerts: Bool
    /// How many wait; nil for none.
    let openAlerts: String?
    let openAlertsSpoken: String?
    let jobs: Link?
    let isJobs: Bool
    let companyPages: Link?
    let isCompany: Bool
    let staff: Link?
    /// How many of the platform wait; nil for none, and for whoever is no operator.
    let platformAlerts: String?
    let platformAlertsSpoken: String?
    let isStaff: Bool
    let review: Link?
    let isReview: Bool
    /// What the page keeps when the frame around it is made anew.
    let kept: Kept

    /// What a layout shows that depends on the page and its data, not on who looks and when.
    struct Kept: Sendable {
        let title: String
        let area: PageArea?
        let freshness: Freshness?
    }

    /// - Parameter title: the page's sentence of state, as text.
    init(_ frame: PageFrame, title: String, area: PageArea?) {
        let text = frame.text
        kept = Kept(title: title, area: area, freshness: frame.freshness)
        self.title = title
        language = text.languageTag
        company = frame.company
        person = frame.person
        csrf = frame.csrf
        css = frame.assets.css
        js = frame.assets.js
        icon = frame.assets.icon
        freshness = frame.freshness.map { text.fill(.layoutFresh, ["age": text.age(of: $0.newest, at: frame.now)]) }
        staleSources = frame.freshness.flatMap { freshness in
            freshness.staleSources > 0
                ? text.count(freshness.staleSources, one: .layoutStaleOne, other: .layoutStaleOther) : nil
        }
        isHome = area == .home
        isTrends = area == .trends
        isTrackRecord = area == .trackRecord
        sources = frame.isAdmin ? SourceRoute.index(.company).link : nil
        isSources = area == .sources
        alerts = frame.isAdmin ? AlertRoute.index(.company, AlertsQuery()).link : nil
        isAlerts = area == .alerts
        openAlerts = frame.openAlerts > 0 ? NumberText.whole(frame.openAlerts) : nil
        openAlertsSpoken =
            frame.openAlerts > 0
            ? text.count(frame.openAlerts, one: .layoutAlertsOne, other: .layoutAlertsOther) : nil
        jobs = frame.isAdmin ? JobRoute.index(.company, JobsQuery()).link : nil
        isJobs = area == .jobs
        companyPages = frame.isAdmin ? CompanyRoute.index().link : nil
        isCompany = area == .company
        platformAlerts =
            frame.isOperator && frame.platformAlerts > 0 ? NumberText.whole(frame.platformAlerts) : nil
        platformAlertsSpoken = platformAlerts.map { _ in
            text.count(frame.platformAlerts, one: .layoutAlertsOne, other: .layoutAlertsOther)
        }
        staff = frame.isOperator ? JobRoute.index(.platform, JobsQuery()).link : nil
        isStaff = area == .staff
        review = frame.isReviewer ? ReviewRoute.next().link : nil
        isReview = area == .review
    }

    package static let shape = Shape<Layout>([
        .text("title", \.title),
        .text("language", \.language),
        .text("company", \.company),
        .text("person", \.person),
        .text("csrf", \.csrf),
        .link("css", \.css),
        .link("js", \.js),
        .link("icon", \.icon),
        .text("freshness", optional: \.freshness),
        .text("staleSources", optional: \.staleSources),
        .flag("isHome", \.isHome),
        .flag("isTrends", \.isTrends),
        .flag("isTrackRecord", \.isTrackRecord),
        .link("home") { _ in HomeRoute.dashboard.link },
        .link("trends") { _ in TrendRoute.index(TrendsQuery()).link },
        .link("trackRecord") { _ in TrackRecordRoute.index.link },
        .link("sources", optional: \.sources),
        .flag("isSources", \.isSources),
        .link("alerts", optional: \.alerts),
        .flag("isAlerts", \.isAlerts),
        .text("openAlerts", optional: \.openAlerts),
        .text("openAlertsSpoken", optional: \.openAlertsSpoken),
        .link("jobs", optional: \.jobs),
        .flag("isJobs", \.isJobs),
        .link("companyPages", optional: \.companyPages),
        .flag("isCompany", \.isCompany),
        .link("staff", optional: \.staff),
        .text("platformAlerts", optional: \.platformAlerts),
        .text("platformAlertsSpoken", optional: \.platformAlertsSpoken),
        .flag("isStaff", \.isStaff),
        .link("review", optional: \.review),
        .flag("isReview", \.isReview),
        .link("account") { _ in AccountRoute.index().link },
        .link("signOut") { _ in SessionRoute.signOut.link },
    ])
}
