package import Catalog
package import Companies
package import Foundation
package import Postgres

/// One product of the trends table.
package struct TrendItem: Sendable, RowDecodable {
    package let owner: CompanyID
    package let product: UUID
    package let name: String
    package let brand: String?
    package let category: String?
    package let volume: Int?
    /// 0–100; `nil` when nothing could be measured.
    package let score: Double?
    package let tier: TrendTier?
    package let momentum: Double?
    package let retail: Double?
    package let price: Double?
    package let inventory: Double?
    package let media: Double?
    package let search: Double?
    package let completeness: Double
    package let sources: Int
    package let bestPrice: Money?
    package let bestPriceKind: String?
    /// Oldest first; NaN for a week without a score.
    package let weeklyScores: [Double]
    let sortName: String

    package init(row: inout RowReader) throws {
        owner = try row.next()
        product = try row.next()
        name = try row.next()
        sortName = try row.next()
        brand = try row.nextOptional()
        category = try row.nextOptional()
        volume = try row.nextOptional()
        score = try row.nextOptional()
        let word: String? = try row.nextOptional()
        tier = word.flatMap(TrendTier.init(rawValue:))
        momentum = try row.nextOptional()
        retail = try row.nextOptional()
        price = try row.nextOptional()
        inventory = try row.nextOptional()
        media = try row.nextOptional()
        search = try row.nextOptional()
        completeness = try row.next()
        sources = try row.next()
        let minor: Int64? = try row.nextOptional()
        let currency: String? = try row.nextOptional()
        bestPrice = currency.flatMap(Currency.init(code:)).flatMap { currency in
            minor.map { Money(minorUnits: $0, currency: currency) }
        }
        bestPriceKind = try row.nextOptional()
        weeklyScores = try row.next()
    }

    /// The place just before or after this row in a list sorted so.
    package func place(in sort: TrendFilter.Sort, isBefore: Bool, position: Int) -> TrendPlace {
        let key: TrendPlace.Key =
            switch sort {
            case .score: .number(score ?? -1)
            case .momentum: .number(momentum ?? -1_000)
            case .name: .text(sortName)
            case .sources: .count(sources)
            case .price:
                .price(currency: bestPrice?.currency.code ?? "~", minorUnits: bestPrice?.minorUnits ?? .max)
            }
        return TrendPlace(key: key, product: product, isBefore: isBefore, position: position)
    }
}
