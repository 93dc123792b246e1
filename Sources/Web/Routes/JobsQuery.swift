/// The state of the list of jobs that lives in its URL. ``suffix`` writes it in one canonical order and leaves out what is
/// not set; ``read(queryText:)`` is its inverse.
package struct JobsQuery: Hashable, Sendable {
    package var status: JobStatus?
    package var kind: String?
    package var queue: String?
    /// Only this company's, by slug; for operators.
    package var company: String?
    /// Only jobs whose id begins so.
    package var id: String?
    /// Where the page starts: opaque, made by the server.
    package var cursor: String?
    /// Rows per page, 10...200. Default: 50.
    package var pageSize: Int

    package static let defaultPageSize = 50
    package static let pageSizes = 10...200

    package init(
        status: JobStatus? = nil, kind: String? = nil, queue: String? = nil, company: String? = nil, id: String? = nil,
        cursor: String? = nil, pageSize: Int = defaultPageSize
    ) {
        self.status = status
        self.kind = kind
        self.queue = queue
        self.company = company
        self.id = id
        self.cursor = cursor
        self.pageSize = min(max(pageSize, Self.pageSizes.lowerBound), Self.pageSizes.upperBound)
    }

    /// Whether anything narrows the list.
    package var isFiltered: Bool { status != nil || kind != nil || queue != nil || company != nil || id != nil }

    /// The same filter at another place.
    package func at(cursor: String?) -> JobsQuery {
        var query = self
        query.cursor = cursor
        return query
    }

    /// The same filter for another status, from the start.
    package func with(status: JobStatus?) -> JobsQuery {
        var query = at(cursor: nil)
        query.status = status
        return query
    }

    /// The names of the query items, in canonical order; the filter form's fields have the same names.
    package enum Item: String, CaseIterable, Sendable {
        case status, kind, queue, company, id, cursor
        case pageSize = "limit"
    }

    /// The items that are set, in canonical order, not encoded.
    package var items: [(name: Item, value: String)] {
        Item.allCases.compactMap { item in value(of: item).map { (item, $0) } }
    }

    /// `?name=value&…`, encoded, or nothing.
    package var suffix: String {
        let pairs = items.map { "\($0.name.rawValue)=\(PercentEncoding.encode($0.value))" }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    private func value(of item: Item) -> String? {
        switch item {
        case .status: status?.rawValue
        case .kind: kind
        case .queue: queue
        case .company: company
        case .id: id
        case .cursor: cursor
        case .pageSize: pageSize == Self.defaultPageSize ? nil : String(pageSize)
        }
    }
}
