import Routes

/// One source and how old its newest list is.
package struct SourceState: PageValue {
    let name: String
    let link: Link
    let listings: String
    let newest: String
    let age: String
    package let isStale: Bool

    /// - Parameters:
    ///   - slug: its short name in URLs.
    ///   - newest: the date of its newest list.
    ///   - today: the date ages are counted from.
    ///   - isStale: whether a list is overdue.
    package init(
        name: String, slug: String, listings: Int, newest: DayStamp, today: DayStamp, isStale: Bool,
        text: InterfaceText = .english
    ) {
        self.name = name
        link = TrendRoute.index(TrendsQuery(source: slug)).link
        self.listings = text.count(listings, one: .listingsOne, other: .listingsOther)
        self.newest = text.day(newest)
        age = text.age(of: newest, on: today)
        self.isStale = isStale
    }

    package static let shape = Shape<SourceState>([
        .text("name", \.name),
        .link("link", \.link),
        .text("listings", \.listings),
        .text("newest", \.newest),
        .text("age", \.age),
        .flag("isStale", \.isStale),
    ])
}
