import Catalog
import Companies
import Foundation
import Postgres

/// One product of a past list, with how many products all of the list has.
struct PastTrendRow: RowDecodable {
    let item: TrendItem
    let total: Int

    init(row: inout RowReader) throws {
        total = try row.next()
        let owner: CompanyID = try row.next()
        let product: UUID = try row.next()
        let name: String = try row.next()
        let sortName: String = try row.next()
        let brand: String? = try row.nextOptional()
        let category: String? = try row.nextOptional()
        let volume: Int? = try row.nextOptional()
        let score: Double? = try row.nextOptional()
        let tier: String? = try row.nextOptional()
        let momentum: Double? = try row.nextOptional()
        let completeness: Double = try row.next()
        let values: [Double] = try row.next()
        let sources: Int = try row.next()
        let weekly: [Double] = try row.next()
        guard values.count == ScoreComponent.allCases.count else {
            throw RowProblem(column: "component_values", reason: "has another number of components")
        }
        func value(_ component: ScoreComponent) -> Double? {
            values[component.place].isNaN ? nil : Self.rounded(values[component.place])
        }
        item = TrendItem(
            owner: owner, product: product, name: name, sortName: sortName, brand: brand, category: category,
            volume: volume, score: score.map(Self.rounded), tier: tier.flatMap(TrendTier.init(rawValue:)),
            momentum: momentum.map(Self.rounded), retail: value(.retail), price: value(.price),
            inventory: value(.inventory), media: value(.media), search: value(.search), completeness: completeness,
            sources: sources, bestPrice: nil, bestPriceKind: nil, weeklyScores: weekly.map(Self.rounded))
    }

    /// Two decimals, as in the list of today.
    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

/// The last scoring of a day.
struct PastDayRow: RowDecodable {
    let day: CalendarDay
    let at: Date

    init(row: inout RowReader) throws {
        day = try row.next()
        at = try row.next()
    }
}
