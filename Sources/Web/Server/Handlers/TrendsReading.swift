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
    let summary: CompanySummary?
    let sources: [SourceFreshness]

    /// One round trip.
    static func read(_ query: TrendsQuery, in company: CompanyID, from database: CompanyDatabase) async throws
        -> TrendsReading
    {
        let filter = TrendFilter(query)
        let (rows, totals, summaries, sources) = try await database.read(
            in: company, TrendQueries.page(filter), TrendQueries.count(filter), CompanySummary.current,
            SourceFreshness.all)
        return TrendsReading(
            rows: rows, filter: filter, total: totals.first?.value ?? 0, summary: summaries.first, sources: sources)
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
