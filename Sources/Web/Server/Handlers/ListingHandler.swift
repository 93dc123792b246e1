import Catalog
import Companies
import Foundation
import Hummingbird
import Pages
import Postgres
import Routes
import Scoring

/// One listing down to the bytes its source sent. One round trip.
struct ListingHandler: Sendable {
    let database: CompanyDatabase
    let frame: Frame
    let pages: PageResponder

    func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let productID = context.parameters.get(TrendRoute.productParameter).flatMap(UUID.init(uuidString:)),
            let id = context.parameters.get(TrendRoute.listingParameter).flatMap(UUID.init(uuidString:))
        else { throw NotFound() }
        return try await pages.page(request, context.member) {
            let (products, listings, raws, prices, stocks, sources) = try await database.read(
                in: context.member.company, Product.find(productID), Listing.find(id, product: productID),
                Self.evidence(of: id, request), PricePoint.of(listing: id), StockPoint.of(listing: id),
                SourceFreshness.all)
            guard let product = products.first, let listing = listings.first else { throw NotFound() }
            let pageFrame = frame.page(for: context.member, sources: sources)
            return ListingPage(
                frame: pageFrame, product: (product.id.uuidString.lowercased(), product.name),
                listing: Pages.ListingFacts(listing), price: listing.price.map { MoneyAmount($0) },
                priceKind: ShownPriceKind(rawValue: listing.priceKind) ?? .unknown,
                match: Self.story(of: listing, zone: pageFrame.zone), raw: raws.first.flatMap(RawRecordRow.init),
                history: Self.history(prices, stocks))
        }
    }

    /// The record that is asked for, or the one the listing was last read from.
    private static func evidence(of listing: UUID, _ request: Request) -> Query<RawEvidence> {
        let asked = request.uri.queryParameters
        guard let run = asked[Substring(TrendRoute.runItem)].flatMap({ UUID(uuidString: String($0)) }),
            let line = asked[Substring(TrendRoute.lineItem)].flatMap({ Int($0) })
        else { return RawEvidence.of(listing: listing) }
        return RawEvidence.of(listing: listing, record: RawRecordKey(run: run, line: line))
    }

    private static func story(of listing: Listing, zone: Zone) -> MatchStory {
        let rule = listing.rule.flatMap(ShownMatchRule.init(rawValue:)) ?? .new
        let reasons = listing.features.map { feature -> MatchReason in
            let parts = feature.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            return parts.count == 2
                ? MatchReason(name: parts[0], value: parts[1]) : MatchReason(name: "reason", value: feature)
        }
        return MatchStory(
            rule: rule, confidence: rule == .new ? nil : listing.confidence,
            decidedAt: MomentStamp(listing.decidedAt ?? Date(timeIntervalSince1970: 0)), zone: zone, reasons: reasons)
    }

    /// Stretches of equal price, newest first, each with the last stock count known by its end.
    private static func history(_ prices: [PricePoint], _ stocks: [StockPoint]) -> [HistoryRow] {
        var rows: [HistoryRow] = []
        var before: MoneyAmount?
        for code in Set(prices.map(\.currency)).sorted() {
            let points = prices.filter { $0.currency == code }
            before = nil
            for span in HistorySeries.spans(points.map { ($0.day, $0.minorUnits) }) {
                let price = MoneyAmount(
                    minorUnits: span.value, currency: code, minorDigits: Currency(code: code)?.minorDigits ?? 2)
                let stock = stocks.last { DayStamp($0.day) <= span.through }?.units
                rows.append(
                    HistoryRow(from: span.from, through: span.through, price: price, before: before, stock: stock))
                before = price
            }
        }
        return rows.reversed()
    }
}

extension Pages.ListingFacts {
    init(_ listing: Listing) {
        self.init(
            name: listing.name, source: listing.seller, itemKey: listing.itemKey, brand: listing.brand,
            category: listing.category?.label, millilitres: listing.volume, unitsPerCase: listing.packUnits,
            strengthBasisPoints: listing.strengthBasisPoints, vintage: listing.vintage,
            country: CountryName.english(listing.country), gtin: listing.gtin, url: listing.url,
            firstSeen: DayStamp(listing.firstSeen), lastSeen: DayStamp(listing.lastSeen))
    }
}

extension RawRecordRow {
    init?(_ raw: RawEvidence) {
        guard let payload = raw.payload else { return nil }
        self.init(
            bytes: payload, file: raw.fileName, line: raw.line, importedAt: MomentStamp(raw.importedAt),
            run: raw.run.uuidString.lowercased())
    }
}
