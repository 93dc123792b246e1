import Routes

/// A column of the trends table: its name, and the link that sorts by it.
struct ColumnHeader: PageValue {
    let label: String
    let link: Link?
    /// The value of `aria-sort`; nil when the table is not sorted by it.
    let sort: String?
    let arrow: String
    let isNumber: Bool

    init(_ label: String, isNumber: Bool = false) {
        self.label = label
        self.isNumber = isNumber
        link = nil
        sort = nil
        arrow = ""
    }

    init(_ label: String, _ column: TrendSort, in query: TrendsQuery, isNumber: Bool) {
        self.label = label
        self.isNumber = isNumber
        link = TrendRoute.index(query.sorted(by: column)).link
        let isSorted = query.sort == column
        sort = isSorted ? (query.order == .ascending ? "ascending" : "descending") : nil
        arrow = isSorted ? (query.order == .ascending ? "↑" : "↓") : ""
    }

    static let shape = Shape<ColumnHeader>([
        .text("label", \.label),
        .link("link", optional: \.link),
        .text("sort", optional: \.sort),
        .text("arrow", \.arrow),
        .flag("isNumber", \.isNumber),
    ])
}
