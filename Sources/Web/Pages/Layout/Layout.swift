import Routes

/// The frame of one page: what the layout template shows.
struct Layout: PageValue {
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

    /// - Parameter title: the page's sentence of state, as text.
    init(_ frame: PageFrame, title: String, area: PageArea?) {
        let text = frame.text
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
    }

    static let shape = Shape<Layout>([
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
        .link("home") { _ in HomeRoute.dashboard.link },
        .link("trends") { _ in TrendRoute.index(TrendsQuery()).link },
        .link("signOut") { _ in SessionRoute.signOut.link },
    ])
}
