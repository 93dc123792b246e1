import Catalog
import Companies
import Foundation
import Hummingbird
import Pages
import Routes
import Scoring

/// The first page: what changed, and what it rests on. One round trip.
struct DashboardHandler: Sendable {
    /// Lines of each list.
    private static let lines = 8

    let database: CompanyDatabase
    let frame: Frame
    let pages: PageResponder

    func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await pages.page(request, context.member) {
            let (summaries, movers, cuts, news, empty, sources) = try await database.read(
                in: context.member.company, CompanySummary.current, ScoreMover.largest(Self.lines),
                ListingEvent.priceCuts(Self.lines), ListingEvent.newListings(Self.lines),
                ListingEvent.outOfStock(Self.lines), SourceFreshness.all)
            let summary = summaries.first
            return DashboardPage(
                frame: frame.page(for: context.member, sources: sources),
                counts: DashboardCounts(
                    products: summary?.products ?? 0, listings: summary?.listings ?? 0, movedUp: summary?.movedUp ?? 0,
                    movedDown: summary?.movedDown ?? 0, priceCuts: summary?.priceCuts ?? 0,
                    outOfStock: summary?.outOfStock ?? 0),
                comparedTo: summary?.asOf.map { DayStamp($0.adding(days: -7)) }, movers: movers.map(Mover.init),
                priceCuts: cuts.map(ListingNews.init), newListings: news.map(ListingNews.init),
                outOfStock: empty.map(ListingNews.init), sources: states(of: sources))
        }
    }

    /// Overdue sources first.
    private func states(of sources: [SourceFreshness]) -> [SourceState] {
        let today = CalendarDay(utc: frame.now())
        let ordered = sources.filter { $0.isStale(on: today) } + sources.filter { !$0.isStale(on: today) }
        return ordered.compactMap { source in
            source.lastListedOn.map { newest in
                SourceState(
                    name: source.title, slug: source.slug, listings: source.listings, newest: DayStamp(newest),
                    today: DayStamp(today), isStale: source.isStale(on: today))
            }
        }
    }
}

extension Mover {
    init(_ mover: ScoreMover) {
        self.init(
            id: mover.product.uuidString.lowercased(), name: mover.name, millilitres: mover.volume, score: mover.score,
            tier: mover.tier.flatMap { Routes.TrendTier(rawValue: $0.rawValue) }, momentum: mover.momentum,
            reason: Self.reason(mover))
    }

    /// The component that moved most, in words.
    private static func reason(_ mover: ScoreMover) -> String {
        let changes: [(String, Double)] = [
            ("retail", mover.retailChange), ("price", mover.priceChange), ("stock", mover.inventoryChange),
            ("media", mover.mediaChange), ("search", mover.searchChange),
        ].compactMap { name, change in change.map { (name, $0) } }
        guard let largest = changes.max(by: { abs($0.1) < abs($1.1) }), abs(largest.1) >= 0.5 else {
            return "several small changes"
        }
        let points = Int(abs(largest.1).rounded())
        return "\(largest.0) \(largest.1 > 0 ? "up" : "down") \(points) \(points == 1 ? "point" : "points") in a week"
    }
}

extension ListingNews {
    init(_ event: ListingEvent) {
        self.init(
            product: event.product.uuidString.lowercased(), listing: event.listing.uuidString.lowercased(),
            name: event.name, source: event.source, on: DayStamp(event.day), price: event.price.map { MoneyAmount($0) },
            before: event.before.map { MoneyAmount($0) })
    }
}
