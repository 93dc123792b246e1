import Routes

/// What changed since the last lists, and what it rests on.
package struct DashboardPage: FramedPage {
    package let layout: Layout
    let isEmpty: Bool
    let tiles: [Tile]
    let movers: [Mover]
    let priceCuts: [ListingNews]
    let newListings: [ListingNews]
    let outOfStock: [ListingNews]
    let sources: [SourceState]

    /// - Parameters:
    ///   - counts: the tiles; no products at all gives the page that teaches the first import.
    ///   - comparedTo: the day changes are counted from, nil if there is only one list.
    ///   - movers: biggest first, about eight.
    ///   - priceCuts: deepest first, about eight; so for the other lists, newest first.
    ///   - sources: all sources, stale ones first.
    package init(
        frame: PageFrame, counts: DashboardCounts, comparedTo: DayStamp?, movers: [Mover] = [],
        priceCuts: [ListingNews] = [], newListings: [ListingNews] = [], outOfStock: [ListingNews] = [],
        sources: [SourceState] = []
    ) {
        let text = frame.text
        let title = Self.title(counts, comparedTo: comparedTo, text: text)
        layout = Layout(frame, title: title, area: .home)
        isEmpty = counts.products <= 0
        tiles = isEmpty ? [] : Self.tiles(counts, sources: sources, text: text)
        self.movers = movers
        self.priceCuts = priceCuts
        self.newListings = newListings
        self.outOfStock = outOfStock
        self.sources = sources
    }

    private static func title(_ counts: DashboardCounts, comparedTo: DayStamp?, text: InterfaceText) -> String {
        guard counts.products > 0 else { return text[.homeTitleEmpty] }
        guard let comparedTo else {
            return text.count(counts.products, one: .homeTitleFirstOne, other: .homeTitleFirstOther)
        }
        let change: String
        if counts.movedUp > 0 {
            change = text.count(counts.movedUp, one: .homeTitleUpOne, other: .homeTitleUpOther)
        } else if counts.movedDown > 0 {
            change = text.count(counts.movedDown, one: .homeTitleDownOne, other: .homeTitleDownOther)
        } else {
            change = text[.homeTitleLevel]
        }
        return text.fill(.homeTitleSince, ["change": change, "day": text.shortDay(comparedTo)])
    }

    private static func tiles(_ counts: DashboardCounts, sources: [SourceState], text: InterfaceText) -> [Tile] {
        let all = TrendRoute.index(TrendsQuery()).link
        let rising = TrendRoute.index(TrendsQuery(sort: .momentum)).link
        let falling = TrendRoute.index(TrendsQuery(sort: .momentum, order: .ascending)).link
        let stale = sources.count { $0.isStale }
        let fresh = text.fill(
            .tileSourcesValue,
            [
                "fresh": NumberText.whole(sources.count - stale), "all": NumberText.whole(sources.count),
            ])
        let oldest = sources.first { $0.isStale }
            .map { text.fill(.tileSourcesStale, ["source": $0.name, "age": $0.age]) }
        return [
            tile(text[.tileProducts], counts.products, all),
            tile(text[.tileListings], counts.listings, TrendRoute.index(TrendsQuery(sort: .sources)).link),
            tile(text[.tileMovedUp], counts.movedUp, rising),
            tile(text[.tileMovedDown], counts.movedDown, falling),
            tile(text[.tilePriceCuts], counts.priceCuts, .anchor("price-cuts")),
            tile(text[.tileOutOfStock], counts.outOfStock, .anchor("out-of-stock")),
            Tile(label: text[.tileSources], value: fresh, note: oldest, link: .anchor("sources")),
        ]
    }

    private static func tile(_ label: String, _ number: Int, _ link: Link) -> Tile {
        Tile(label: label, value: NumberText.whole(number), note: nil, link: link)
    }

    package static let template = "dashboard/index"

    package static func program(in library: TemplateLibrary) -> Program<DashboardPage> { library.dashboard }

    package static func main(in library: TemplateLibrary) -> Program<DashboardPage> { library.dashboardMain }

    package static let shape = Shape<DashboardPage>([
        .part("layout", \.layout),
        .flag("isEmpty", \.isEmpty),
        .list("tiles", \.tiles),
        .list("movers", \.movers),
        .list("priceCuts", \.priceCuts),
        .list("newListings", \.newListings),
        .list("outOfStock", \.outOfStock),
        .list("sources", \.sources),
        .link("rising") { _ in TrendRoute.index(TrendsQuery(sort: .momentum)).link },
    ])
}
