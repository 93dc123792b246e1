import API
import Catalog
import Companies
import Forecasting
import Foundation
import Hummingbird
import Routes
import Scoring

/// The JSON API: the same readings as the pages, one round trip each.
struct APIHandlers: Sendable {
    let database: CompanyDatabase
    let pages: PageResponder

    func trends(_ request: Request, _ context: APIContext) async throws -> Response {
        let reading = TrendsQuery.read(queryText: request.uri.query ?? "")
        if let cursor = reading.query.cursor, TrendPlace(text: cursor) == nil { throw BadQuery() }
        return try await pages.json(request, context.principal.reader) {
            let trends = try await TrendsReading.read(reading.query, in: context.principal.company, from: database)
            return TrendsAnswer(
                items: trends.items, total: trends.total, firstPosition: trends.firstPosition, next: trends.next,
                previous: trends.previous, asOf: trends.asOf, hasMore: trends.hasMore, reading: reading
            ).bytes
        }
    }

    func categories(_ request: Request, _ context: APIContext) async throws -> Response {
        try await pages.json(request, context.principal.reader) {
            let (counts, summaries) = try await database.read(
                in: context.principal.company, CategoryCount.all, CompanySummary.current)
            let products = counts.compactMap { row in
                CategoryCode(rawValue: row.category).map { ($0, row.products) }
            }
            return CategoriesAnswer(
                products: Dictionary(products, uniquingKeysWith: +), asOf: summaries.first?.asOf
            ).bytes
        }
    }

    func product(_ request: Request, _ context: APIContext) async throws -> Response {
        let id = try productID(context)
        return try await pages.json(request, context.principal.reader) {
            let (products, scores, listings) = try await database.read(
                in: context.principal.company, Product.find(id), ScoreDetail.find(id), Listing.of(product: id))
            guard let product = products.first, !listings.isEmpty else { throw NotFound() }
            return ProductAnswer(product: product, score: scores.first, listings: listings).bytes
        }
    }

    func history(_ request: Request, _ context: APIContext) async throws -> Response {
        let id = try productID(context)
        return try await pages.json(request, context.principal.reader) {
            let (listings, prices, stock, scores, summaries) = try await database.read(
                in: context.principal.company, Listing.of(product: id), PricePoint.of(product: id),
                StockPoint.of(product: id), ScorePoint.of(product: id), CompanySummary.current)
            guard !listings.isEmpty else { throw NotFound() }
            return HistoryAnswer(
                product: id, listings: listings, prices: prices, stock: stock, scores: scores,
                asOf: summaries.first?.asOf
            ).bytes
        }
    }

    func forecast(_ request: Request, _ context: APIContext) async throws -> Response {
        let id = try productID(context)
        return try await pages.json(request, context.principal.reader) {
            let (listings, forecasts, states, settled, summaries) = try await database.read(
                in: context.principal.company, Listing.of(product: id), ProductForecast.current(of: id),
                ForecastState.of(product: id), SettledForecast.of(product: id), CompanySummary.current)
            guard !listings.isEmpty else { throw NotFound() }
            return ForecastAnswer(
                product: id, forecasts: forecasts, states: states, settled: settled, asOf: summaries.first?.asOf
            ).bytes
        }
    }

    func score(_ request: Request, _ context: APIContext) async throws -> Response {
        let id = try productID(context)
        func day(_ name: String) throws -> CalendarDay? {
            guard let text = request.uri.queryParameters[Substring(name)], !text.isEmpty else { return nil }
            guard let day = CalendarDay(iso: String(text)) else { throw BadQuery() }
            return day
        }
        let (on, since) = (try day(ScoreQuery.onItem), try day(ScoreQuery.sinceItem))
        return try await pages.json(request, context.principal.reader) {
            let reading = try await ScoreReading.read(
                id, on: on, since: since, in: context.principal.company, from: database)
            return ScoreAnswer(
                product: id, name: reading.product.name, statement: reading.statement,
                since: reading.before?.score.asOf, change: reading.change
            ).bytes
        }
    }

    private func productID(_ context: APIContext) throws -> UUID {
        guard let id = context.parameters.get(APIRoute.productParameter).flatMap(UUID.init(uuidString:)) else {
            throw NotFound()
        }
        return id
    }
}
