import Catalog
import Companies
import Forecasting
import Foundation
import Hummingbird
import Matching
import Mentions
import Pages
import Routes
import Scoring

/// One product: score with receipt, prices, stock, listings. One round trip.
struct ProductHandler: Sendable {
    let database: CompanyDatabase
    let frame: Frame
    let pages: PageResponder

    func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let id = context.parameters.get(TrendRoute.productParameter).flatMap(UUID.init(uuidString:)) else {
            throw NotFound()
        }
        do {
            return try await page(id, request, context)
        } catch let missing as NotFound {
            // Who has an old link comes to what it is called now.
            let now = try await database.transaction(in: context.member.company) {
                try await IdentityHistoryQueries(transaction: $0).root(of: id)
            }
            guard now != id else { throw missing }
            return Response.redirect(to: TrendRoute.product(now.uuidString.lowercased()).path)
        }
    }

    private func page(_ id: UUID, _ request: Request, _ context: MemberContext) async throws -> Response {
        try await pages.page(request, context.member) {
            let (products, scores, listings, prices, stocks, sources, forecasts, states, settled, scored, mentions) =
                try await database.read(
                    in: context.member.company, Product.find(id), ScoreDetail.find(id), Listing.of(product: id),
                    PricePoint.of(product: id), StockPoint.of(product: id), SourceFreshness.all,
                    ProductForecast.current(of: id), ForecastState.of(product: id), SettledForecast.of(product: id),
                    ScorePoint.of(product: id), MentionQueries.newest(of: id))
            // A product without a listing of this company has nothing to show it.
            guard let product = products.first, !listings.isEmpty else { throw NotFound() }
            let today = CalendarDay(utc: frame.now())
            let seen = SeenQuantities(prices: prices, stocks: stocks, scores: scored)
            return ProductPage(
                frame: frame.page(for: context.member, sources: sources),
                product: ProductFacts(product), score: scores.first.flatMap { ScoreReceipt($0, product: product.id) },
                prices: HistorySeries.prices(product: product, listings: listings, points: prices),
                stock: HistorySeries.stock(product: product, listings: listings, points: stocks),
                listings: listings.map { Pages.ListingRow(product: product, $0, today: today) },
                forecasts: forecasts.map {
                    ShownForecast($0, category: product.category?.rawValue, seen: seen, settled: settled)
                }, refusals: states.compactMap(ForecastSection.Refusal.init),
                media: ProductMentions(mentions.map { MentionLine($0, for: context.member) }))
        }
    }
}

extension ProductFacts {
    init(_ product: Product) {
        self.init(
            id: product.id.uuidString.lowercased(), name: product.name, brand: product.brand,
            category: product.category?.label, millilitres: product.volume, gtins: product.gtins,
            strengthBasisPoints: product.strengthBasisPoints, vintage: product.vintage,
            country: CountryName.english(product.country))
    }
}

extension ScoreReceipt {
    init?(_ detail: ScoreDetail, product: UUID) {
        guard let score = detail.score else { return nil }
        self.init(
            score: score, tier: detail.tier.flatMap { Routes.TrendTier(rawValue: $0.rawValue) },
            momentum: detail.momentum, asOf: DayStamp(detail.asOf),
            lines: detail.components.map { component in
                ReceiptLine(
                    component: ShownComponent(component.component), value: component.value, weight: component.weight,
                    appliedWeight: component.appliedWeight, reason: component.reason)
            }, completeness: detail.completeness, profile: detail.profile,
            history: detail.weeklyScores.map { $0.isNaN ? nil : $0 },
            link: TrendRoute.score(product.uuidString.lowercased()).link)
    }
}

extension ShownComponent {
    init(_ component: ScoreComponent) { self = ShownComponent(rawValue: component.rawValue) ?? .media }
}

extension Pages.ListingRow {
    init(product: Product, _ listing: Listing, today: CalendarDay) {
        let rule = listing.rule.flatMap(ShownMatchRule.init(rawValue:)) ?? .new
        self.init(
            product: product.id.uuidString.lowercased(), listing: listing.id.uuidString.lowercased(),
            source: listing.seller, name: listing.name, millilitres: listing.volume,
            price: listing.price.map { MoneyAmount($0) },
            priceKind: ShownPriceKind(rawValue: listing.priceKind) ?? .unknown, stock: listing.stockUnits,
            lastSeen: DayStamp(listing.lastSeen), today: DayStamp(today), rule: rule,
            confidence: rule == .new ? nil : listing.confidence)
    }
}

extension Listing {
    /// The source, and the shop where a source carries several.
    var seller: String { shop.isEmpty ? sourceTitle : "\(sourceTitle) (\(shop))" }
}

extension MentionLine {
    /// The run that read it is shown to those who may look at it.
    init(_ mention: ProductMention, for member: Member) {
        let mayLook = member.session.role >= .admin && mention.reader == member.company
        self.init(
            day: DayStamp(mention.day), source: mention.source, title: mention.title, url: mention.url,
            snippet: mention.snippet, sentiment: mention.sentiment, isBrandOnly: mention.isBrandOnly,
            run: mayLook ? mention.run.uuidString.lowercased() : nil)
    }
}
