package import Catalog
package import Companies
package import Foundation
import Postgres

/// Opens scores of any past day.
package struct StatementQueries {
    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) {
        self.transaction = transaction
    }

    /// The score in force on a day: the one that was published, or what it would have been where nobody had scored by then.
    ///
    /// - Parameter day: nil for the newest published one.
    /// - Returns: nil for a product of which nothing is known by that day.
    package func statement(
        of product: UUID, on day: CalendarDay? = nil
    ) async throws -> ScoreStatement? {
        let last = day ?? CalendarDay(daysSince2000: .max)
        if let receipt = try await ReceiptQueries(transaction: transaction).find(product, on: last) {
            return try await published(receipt)
        }
        return try await reconstructed(product, on: day)
    }

    private func published(_ receipt: ReceiptRow) async throws -> ScoreStatement? {
        let made = try await ReceiptRecount(transaction: transaction).recount([receipt])
        guard let made = made.first, let turn = made.turn else { return nil }
        return ScoreStatement(
            origin: .published(at: turn.scoredAt, verdict: made.verdict), score: receipt.score(made),
            listings: try await listings(made.product, asOf: receipt.asOf, ticks: turn.ticks))
    }

    private func reconstructed(
        _ id: UUID, on day: CalendarDay?
    ) async throws -> ScoreStatement? {
        let ticks = try await SignalClockQueries(transaction: transaction).now()
        let evidence = EvidenceQueries(transaction: transaction, ticks: ticks)
        let sources = try await evidence.sources()
        guard let newest = try await evidence.newestDay() else { return nil }
        let asOf = min(day ?? newest, newest)
        guard var product = try await evidence.product(id, sources: sources, asOf: asOf) else { return nil }
        product.listings.removeAll { $0.firstSeen > asOf }
        guard !product.listings.isEmpty else { return nil }
        let media = try await evidence.media(asOf: asOf)
        var products = [product]
        try await evidence.addMedia(to: &products, of: media, asOf: asOf)
        product = products[0]
        let scorer = TrendScorer(
            profile: try await ProfileQueries(transaction: transaction).profile(),
            context: MediaCalendar(media).context(sources))
        return ScoreStatement(
            origin: .reconstructed, score: scorer.score(product.evidence, asOf: asOf),
            listings: try await listings(product, asOf: asOf, ticks: ticks))
    }

    /// The signals of the longest window, and the one before it that still held when it began.
    private func listings(
        _ product: ScoredProduct, asOf: CalendarDay, ticks: SignalTicks
    ) async throws -> [StatementListing] {
        let ids = product.listings.map(\.id)
        let signals = SignalQueries(
            ticks: ticks, days: asOf.adding(days: -ScoringRun.evidenceDays)...asOf, withRecords: true)
        let (prices, stocks, names) = try await transaction.fetch(
            signals.prices(of: ids), signals.stocks(of: ids),
            Query<ListingNameRow>(
                """
                SELECT l.listing_id, l.name, s.title FROM listings l
                JOIN sources s ON s.company_id = l.company_id AND s.source_id = l.source_id
                WHERE l.listing_id = ANY (\(ids))
                """))
        let pricesOf = Dictionary(grouping: prices, by: \.listing)
        let stocksOf = Dictionary(grouping: stocks, by: \.listing)
        let nameOf = Dictionary(uniqueKeysWithValues: names.map { ($0.listing, $0) })
        return product.listings.map { listing in
            StatementListing(
                id: listing.id, name: nameOf[listing.id]?.name,
                sourceTitle: nameOf[listing.id]?.source ?? listing.sourceSlug, firstSeen: listing.firstSeen,
                lastSeen: listing.lastSeen,
                prices: Self.since(asOf.adding(days: -PriceMeasure.windowDays), pricesOf[listing.id] ?? [], \.day)
                    .compactMap(\.signal),
                stocks: Self.since(asOf.adding(days: -InventoryMeasure.windowDays), stocksOf[listing.id] ?? [], \.day)
                    .compactMap(\.signal))
        }
    }

    private static func since<Row>(
        _ day: CalendarDay, _ rows: [Row], _ dayOf: (Row) -> CalendarDay
    ) -> ArraySlice<Row> {
        let first = rows.firstIndex { dayOf($0) > day } ?? rows.count
        return rows[max(0, first - 1)...]
    }
}

/// What a listing is called.
private struct ListingNameRow: RowDecodable {
    let listing: UUID
    let name: String
    let source: String

    init(row: inout RowReader) throws {
        listing = try row.next()
        name = try row.next()
        source = try row.next()
    }
}

extension PriceSignalRow {
    fileprivate var signal: PriceSignal? {
        guard let record, let currency = Currency(code: currency) else { return nil }
        return PriceSignal(
            day: day, price: Money(minorUnits: price, currency: currency), record: record, isCorrected: isCorrected)
    }
}

extension StockSignalRow {
    fileprivate var signal: StockSignal? {
        guard let record, let units else { return nil }
        return StockSignal(day: day, units: units, stores: stores, record: record, isCorrected: isCorrected)
    }
}

extension ReceiptRow {
    /// The score as it was kept, with the reasons of the one made again where that is the same component.
    fileprivate func score(_ made: ReceiptRecount.Recounted) -> TrendScore {
        let profile = made.turn?.profile ?? .abvV1
        return TrendScore(
            profile: profile.name, asOf: asOf, periodDays: profile.periodDays, score: score, tier: tier,
            momentum: momentum, momentumIsComparable: made.score?.momentumIsComparable ?? (momentum != nil),
            completeness: completeness,
            components: ScoreComponent.allCases.map { component in
                let value = values[component.place]
                let again = made.score?[component]?.result
                let result: ComponentResult =
                    switch (value, again) {
                    case (let value?, .measured(_, let reasons)): .measured(value, reasons: reasons)
                    case (let value?, _): .measured(value, reasons: [])
                    case (nil, .missing(let reason)): .missing(reason)
                    case (nil, _): .missing(.notKept)
                    }
                let weight = profile.weights[component]
                return ComponentScore(
                    component: component, result: result, weight: weight,
                    appliedWeight: value == nil || completeness <= 0 ? 0 : weight / completeness)
            })
    }
}
