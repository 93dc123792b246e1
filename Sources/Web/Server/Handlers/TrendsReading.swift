import Catalog
import Companies
import Postgres
import Routes
import Scoring

/// One page of the trends list, as page and API read it.
struct TrendsReading: Sendable {
    let items: [TrendItem]
    let total: Int
    /// Position of the first row, from 1.
    let firstPosition: Int
    let previous: String?
    let next: String?
    /// Whether the list goes on after this page.
    let hasMore: Bool
    /// The day of a past list and where it comes from; nil for the newest list, and where nothing is known of the day.
    let past: (asOf: CalendarDay, origin: PastTrends.Origin)?
    let summary: CompanySummary?
    let sources: [SourceFreshness]

    /// The day the rows are of.
    var asOf: CalendarDay? { past?.asOf ?? (isPast ? nil : summary?.asOf) }
    private let isPast: Bool

    /// One round trip; four for a past day.
    static func read(_ query: TrendsQuery, in company: CompanyID, from database: CompanyDatabase) async throws
        -> TrendsReading
    {
        let filter = TrendFilter(query)
        if let day = query.on.flatMap(CalendarDay.init(iso:)) {
            let list = try await database.transaction(in: company) { transaction in
                try await PastTrendQueries(transaction: transaction).list(filter, on: day)
            }
            let (summaries, sources) = try await database.read(in: company, CompanySummary.current, SourceFreshness.all)
            return TrendsReading(past: list, filter: filter, summary: summaries.first, sources: sources)
        }
        let (rows, totals, summaries, sources) = try await database.read(
            in: company, TrendQueries.page(filter), TrendQueries.count(filter), CompanySummary.current,
            SourceFreshness.all)
        return TrendsReading(
            rows: rows, filter: filter, total: totals.first?.value ?? 0, summary: summaries.first, sources: sources)
    }

    private init(past list: PastTrends?, filter: TrendFilter, summary: CompanySummary?, sources: [SourceFreshness]) {
        items = list?.items ?? []
        total = list?.total ?? 0
        firstPosition = items.isEmpty ? 0 : filter.offset + 1
        (previous, next) = (nil, nil)
        hasMore = filter.offset + items.count < total
        past = list.map { ($0.asOf, $0.origin) }
        isPast = true
        self.summary = summary
        self.sources = sources
    }

    private init(
        rows: [TrendItem], filter: TrendFilter, total: Int, summary: CompanySummary?, sources: [SourceFreshness]
    ) {
        let goesOn = rows.count > filter.limit
        let isBackwards = filter.place?.isBefore ?? false
        let page = Array(rows.prefix(filter.limit))
        items = isBackwards ? page.reversed() : page
        let reachesStart = isBackwards ? !goesOn : filter.place == nil && filter.offset == 0
        let reachesEnd = isBackwards ? false : !goesOn
        let hinted = filter.place?.position ?? filter.offset + 1
        firstPosition = items.isEmpty ? 0 : (reachesStart ? 1 : isBackwards ? max(1, hinted - items.count) : hinted)
        self.total = total
        (past, isPast, hasMore) = (nil, false, !reachesEnd)
        self.summary = summary
        self.sources = sources
        previous =
            reachesStart ? nil : items.first?.place(in: filter.sort, isBefore: true, position: firstPosition).text
        next =
            reachesEnd
            ? nil
            : items.last?.place(in: filter.sort, isBefore: false, position: firstPosition + items.count).text
    }
}

extension TrendFilter {
    init(_ query: TrendsQuery) {
        self.init(
            sort: Sort(rawValue: query.sort.rawValue) ?? .score, isDescending: query.order == .descending,
            category: query.category, tier: query.tier.flatMap { Scoring.TrendTier(rawValue: $0.rawValue) },
            source: query.source, minimumSources: query.minimumSources, limit: query.pageSize, offset: query.skip,
            place: query.cursor.flatMap(TrendPlace.init(text:)))
    }
}
