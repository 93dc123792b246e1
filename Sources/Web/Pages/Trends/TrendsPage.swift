package import Routes

/// The table of scored products.
package struct TrendsPage: FramedPage {
    /// Where the list of a past day comes from.
    package enum Past: Sendable, Equatable {
        /// As it was published for a day, at a moment.
        case published(DayStamp, at: MomentStamp)
        /// Nobody had scored by that day.
        case reconstructed(DayStamp)

        var day: DayStamp {
            switch self {
            case .published(let day, _), .reconstructed(let day): day
            }
        }

        func words(_ frame: PageFrame) -> String {
            switch self {
            case .published(let day, let moment):
                frame.text.fill(
                    .trendsPastPublished,
                    ["day": frame.text.day(day), "moment": frame.text.moment(moment, in: frame.zone)])
            case .reconstructed(let day):
                frame.text.fill(.trendsPastReconstructed, ["day": frame.text.day(day)])
            }
        }
    }

    package let layout: Layout
    let columns: [ColumnHeader]
    let rows: [TrendRow]
    let filter: FilterForm
    let showing: String?
    /// What the list of a past day is; nil for the newest list.
    let past: String?
    let today: Link
    let previous: Link?
    let next: Link?
    let ignored: String?
    let hasNoData: Bool
    let hasNoResult: Bool

    /// - Parameters:
    ///   - query: the state of the list as it was read from the URL.
    ///   - rows: one page, in order.
    ///   - total: products that match the filter.
    ///   - firstPosition: the position of the first row in the whole list, from 1.
    ///   - previous: nil on the first page.
    ///   - next: nil on the last page.
    ///   - hasProducts: whether the company has any product at all: an empty filter and an empty company look different.
    ///   - past: of a list of a past day, what it is; nil with a day in the query where nothing is known of it.
    ///   - ignored: what of the URL had no effect; it is said on the page.
    package init(
        frame: PageFrame, query: TrendsQuery, rows: [TrendRow], total: Int, firstPosition: Int = 1,
        previous: TrendsPlace? = nil, next: TrendsPlace? = nil, categories: [FilterOption] = [],
        sources: [FilterOption] = [], hasProducts: Bool = true, past: Past? = nil,
        ignored: [IgnoredParameter] = []
    ) {
        let text = frame.text
        self.rows = rows
        hasNoData = rows.isEmpty && !hasProducts
        hasNoResult = rows.isEmpty && hasProducts
        self.past = query.on.map { past?.words(frame) ?? text.fill(.trendsPastNone, ["day": $0]) }
        today = TrendRoute.index(query.on(nil)).link
        layout = Layout(
            frame,
            title: Self.title(
                query, total: total, hasProducts: hasProducts, day: past.map { text.day($0.day) } ?? query.on,
                text: text), area: .trends)
        columns = [
            ColumnHeader(text[.columnProduct], .name, in: query, isNumber: false),
            ColumnHeader(text[.columnScore], .score, in: query, isNumber: false),
            ColumnHeader(text[.columnMomentum], .momentum, in: query, isNumber: true),
            ColumnHeader(text[.componentRetail], isNumber: true),
            ColumnHeader(text[.componentPrice], isNumber: true),
            ColumnHeader(text[.componentInventory], isNumber: true),
            ColumnHeader(text[.columnSources], .sources, in: query, isNumber: true),
            query.on == nil ? ColumnHeader(text[.columnPrice], .price, in: query, isNumber: true) : nil,
            ColumnHeader(text[.columnHistory]),
        ].compactMap(\.self)
        filter = FilterForm(query, categories: categories, sources: sources, text: text)
        showing =
            rows.isEmpty
            ? nil
            : text.fill(
                .trendsShowing,
                [
                    "first": NumberText.whole(firstPosition),
                    "last": NumberText.whole(
                        max(firstPosition, 0).addingReportingOverflow(rows.count - 1).partialValue),
                    "total": NumberText.whole(total),
                ])
        self.previous = previous.map { TrendRoute.index($0.query(query)).link }
        self.next = next.map { TrendRoute.index($0.query(query)).link }
        self.ignored =
            ignored.isEmpty
            ? nil
            : text.fill(
                .trendsIgnored,
                [
                    "names": ignored.prefix(5).map { String($0.name.prefix(40)) }.joined(separator: ", ")
                ])
    }

    private static func title(
        _ query: TrendsQuery, total: Int, hasProducts: Bool, day: String?, text: InterfaceText
    ) -> String {
        let title = title(query, total: total, hasProducts: hasProducts, text: text)
        return day.map { text.fill(.trendsTitleOn, ["title": title, "day": $0]) } ?? title
    }

    private static func title(_ query: TrendsQuery, total: Int, hasProducts: Bool, text: InterfaceText) -> String {
        guard hasProducts else { return text[.trendsTitleNoData] }
        guard total > 0 else { return text[.trendsTitleNoResult] }
        let products = text.count(total, one: .productsOne, other: .productsOther)
        return text.fill(.trendsTitle, ["products": products, "order": text.words(for: query)])
    }

    package static let template = "trends/index"

    package static func program(in library: TemplateLibrary) -> Program<TrendsPage> { library.trends }

    package static func main(in library: TemplateLibrary) -> Program<TrendsPage> { library.trendsMain }

    package static let shape = Shape<TrendsPage>([
        .part("layout", \.layout),
        .list("columns", \.columns),
        .list("rows", \.rows),
        .part("filter", \.filter),
        .text("showing", optional: \.showing),
        .text("past", optional: \.past),
        .link("today", \.today),
        .link("previous", optional: \.previous),
        .link("weights") { _ in TrendRoute.weights().link },
        .link("next", optional: \.next),
        .text("ignored", optional: \.ignored),
        .flag("hasNoData", \.hasNoData),
        .flag("hasNoResult", \.hasNoResult),
        .flag("hasRows") { !$0.rows.isEmpty },
    ])
}
