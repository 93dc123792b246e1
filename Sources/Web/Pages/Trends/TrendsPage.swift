package import Routes

/// The table of scored products.
package struct TrendsPage: FramedPage {
    package let layout: Layout
    let columns: [ColumnHeader]
    let rows: [TrendRow]
    let filter: FilterForm
    let showing: String?
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
    ///   - ignored: what of the URL had no effect; it is said on the page.
    package init(
        frame: PageFrame, query: TrendsQuery, rows: [TrendRow], total: Int, firstPosition: Int = 1,
        previous: TrendsPlace? = nil, next: TrendsPlace? = nil, categories: [FilterOption] = [],
        sources: [FilterOption] = [], hasProducts: Bool = true, ignored: [IgnoredParameter] = []
    ) {
        let text = frame.text
        self.rows = rows
        hasNoData = rows.isEmpty && !hasProducts
        hasNoResult = rows.isEmpty && hasProducts
        layout = Layout(
            frame, title: Self.title(query, total: total, hasProducts: hasProducts, text: text), area: .trends)
        columns = [
            ColumnHeader(text[.columnProduct], .name, in: query, isNumber: false),
            ColumnHeader(text[.columnScore], .score, in: query, isNumber: false),
            ColumnHeader(text[.columnMomentum], .momentum, in: query, isNumber: true),
            ColumnHeader(text[.componentRetail], isNumber: true),
            ColumnHeader(text[.componentPrice], isNumber: true),
            ColumnHeader(text[.componentInventory], isNumber: true),
            ColumnHeader(text[.columnSources], .sources, in: query, isNumber: true),
            ColumnHeader(text[.columnPrice], .price, in: query, isNumber: true),
            ColumnHeader(text[.columnHistory]),
        ]
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
        self.previous = previous.map { TrendRoute.index(query.at(cursor: $0.cursor)).link }
        self.next = next.map { TrendRoute.index(query.at(cursor: $0.cursor)).link }
        self.ignored =
            ignored.isEmpty
            ? nil
            : text.fill(
                .trendsIgnored,
                [
                    "names": ignored.prefix(5).map { String($0.name.prefix(40)) }.joined(separator: ", ")
                ])
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
        .link("previous", optional: \.previous),
        .link("weights") { _ in TrendRoute.weights().link },
        .link("next", optional: \.next),
        .text("ignored", optional: \.ignored),
        .flag("hasNoData", \.hasNoData),
        .flag("hasNoResult", \.hasNoResult),
        .flag("hasRows") { !$0.rows.isEmpty },
    ])
}
