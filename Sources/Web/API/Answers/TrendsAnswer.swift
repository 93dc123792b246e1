package import Catalog
package import Routes
package import Scoring

/// One page of the trends list.
package struct TrendsAnswer: Sendable {
    /// Bytes of a row, a little more than usual.
    private static let rowSize = 1_536

    private let items: [TrendItem]
    private let meta: AnswerMeta

    /// - Parameters:
    ///   - items: the rows of the page in order.
    ///   - total: how many rows all pages have.
    ///   - firstPosition: of the first row, from 1; 0 when there are no rows.
    ///   - next: the cursor of the next page; nil on the last.
    ///   - previous: the cursor of the page before; nil on the first.
    ///   - asOf: the day the scores are of.
    ///   - hasMore: whether the list goes on; by the cursor without it.
    ///   - reading: what was asked for, and what of it was ignored.
    package init(
        items: [TrendItem], total: Int, firstPosition: Int, next: String?, previous: String?, asOf: CalendarDay?,
        hasMore: Bool? = nil, reading: TrendsQuery.Reading
    ) {
        let limit = reading.query.pageSize
        self.items = items
        meta = AnswerMeta(
            total: total, page: AnswerMeta.page(ofPosition: firstPosition, limit: limit), limit: limit,
            hasMore: hasMore ?? (next != nil), next: next, previous: previous, asOf: asOf, ignored: reading.ignored)
    }

    package var bytes: [UInt8] {
        Envelope.list(meta: meta, capacity: 1_024 + items.count * Self.rowSize) { data in
            for item in items {
                data.object { $0.trend(item) }
            }
        }
    }
}

extension JSONFields {
    fileprivate mutating func trend(_ item: TrendItem) {
        field("kind", "product")
        field("id", item.product)
        field("name", item.name)
        field("brand", item.brand)
        category(item.category)
        field("size_ml", item.volume)
        field("score", item.score)
        field("tier", item.tier?.rawValue)
        field("momentum", item.momentum)
        field("completeness", item.completeness)
        components(of: item)
        field("sources", item.sources)
        price("best_price", item.bestPrice, kind: item.bestPriceKind)
        weeklyScores(item.weeklyScores)
        links(product: item.product)
    }
}
