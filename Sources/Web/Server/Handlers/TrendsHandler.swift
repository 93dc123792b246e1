import Catalog
import Companies
import Foundation
import Hummingbird
import Pages
import Routes
import Scoring

/// The trends table.
struct TrendsHandler: Sendable {
    let database: CompanyDatabase
    let frame: Frame
    let pages: PageResponder

    func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let reading = TrendsQuery.read(queryText: request.uri.query ?? "")
        return try await pages.page(request, context.member) {
            let trends = try await TrendsReading.read(reading.query, in: context.member.company, from: database)
            return TrendsPage(
                frame: frame.page(for: context.member, sources: trends.sources),
                query: reading.query, rows: trends.items.map { TrendRow($0, on: trends.past.map { "\($0.asOf)" }) },
                total: trends.total,
                firstPosition: trends.firstPosition,
                previous: Self.previous(trends, reading.query), next: Self.next(trends, reading.query),
                categories: Self.categories(trends.summary),
                sources: trends.sources.map { FilterOption(value: $0.slug, label: $0.title) },
                hasProducts: (trends.summary?.products ?? 0) > 0,
                past: trends.past.map(TrendsPage.Past.init), ignored: reading.ignored)
        }
    }

    private static func previous(_ trends: TrendsReading, _ query: TrendsQuery) -> TrendsPlace? {
        guard query.on == nil else {
            return query.skip == 0 ? nil : query.skip <= query.pageSize ? .first : .skip(query.skip - query.pageSize)
        }
        return trends.previous.map { trends.firstPosition <= query.pageSize + 1 ? .first : .cursor($0) }
    }

    private static func next(_ trends: TrendsReading, _ query: TrendsQuery) -> TrendsPlace? {
        guard query.on != nil else { return trends.next.map { .cursor($0) } }
        return trends.hasMore ? .skip(query.skip + query.pageSize) : nil
    }

    /// The categories that occur and those above them, in the order of the tree.
    private static func categories(_ summary: CompanySummary?) -> [FilterOption] {
        var wanted: Set<CategoryCode> = []
        for code in (summary?.categories ?? []).compactMap(CategoryCode.init(rawValue:)) {
            var next: CategoryCode? = code
            while let category = next, wanted.insert(category).inserted { next = category.parent }
        }
        return CategoryCode.all.filter(wanted.contains).map { FilterOption(value: $0.rawValue, label: $0.label) }
    }
}

extension TrendRow {
    /// - Parameter on: the past day it is of; nil for the newest list.
    init(_ item: TrendItem, on: String?) {
        self.init(
            id: item.product.uuidString.lowercased(), name: item.name, millilitres: item.volume, brand: item.brand,
            category: item.category.flatMap(CategoryCode.init(rawValue:))?.label, score: item.score,
            completeness: item.completeness,
            tier: item.tier.flatMap { Routes.TrendTier(rawValue: $0.rawValue) }, momentum: item.momentum,
            retail: item.retail, price: item.price, stock: item.inventory, sources: item.sources,
            bestPrice: item.bestPrice.map { MoneyAmount($0) },
            priceKind: item.bestPriceKind.flatMap(ShownPriceKind.init(rawValue:)) ?? .unknown,
            on: on, history: item.weeklyScores.map { $0.isNaN ? nil : $0 })
    }
}

extension TrendsPage.Past {
    init(_ past: (asOf: CalendarDay, origin: PastTrends.Origin)) {
        switch past.origin {
        case .published(let moment): self = .published(DayStamp(past.asOf), at: MomentStamp(moment))
        case .reconstructed: self = .reconstructed(DayStamp(past.asOf))
        }
    }
}
