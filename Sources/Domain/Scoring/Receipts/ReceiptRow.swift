import Catalog
import Companies
import Foundation
import Postgres

/// A published score as it was kept, with the listings it was made from.
struct ReceiptRow: RowDecodable {
    /// A listing as it was then.
    struct ListingThen {
        let id: UUID
        let source: UUID
        let firstSeen: CalendarDay
        let lastSeen: CalendarDay
        let priceKind: String
    }

    let key: ProductKey
    let asOf: CalendarDay
    let turn: Int
    let score: Double?
    let tier: TrendTier?
    let momentum: Double?
    let completeness: Double
    /// One entry per component, in its order; nil for one that was not measured.
    let values: [Double?]
    let listings: [ListingThen]
    /// Nil when media and searches said nothing.
    let media: KeptMedia?

    init(row: inout RowReader) throws {
        key = ProductKey(owner: try row.next(), product: try row.next())
        asOf = try row.next()
        turn = try row.next()
        score = try row.nextOptional()
        let word: String? = try row.nextOptional()
        tier = word.flatMap(TrendTier.init(rawValue:))
        momentum = try row.nextOptional()
        completeness = try row.next()
        let values: [Double] = try row.next()
        self.values = values.map { $0.isNaN ? nil : $0 }
        let ids: [UUID] = try row.next()
        let sources: [UUID] = try row.next()
        let first: [CalendarDay] = try row.next()
        let last: [CalendarDay] = try row.next()
        let kinds: [String] = try row.next()
        let text: String? = try row.nextOptional()
        guard values.count == ScoreComponent.allCases.count,
            [sources.count, first.count, last.count, kinds.count].allSatisfy({ $0 == ids.count })
        else { throw RowProblem(column: "listing_ids", reason: "has another number of entries than its fellows") }
        do {
            media = try text.map(KeptMedia.init(text:))
        } catch {
            throw RowProblem(column: "media", reason: "cannot be read")
        }
        listings = ids.indices.map {
            ListingThen(
                id: ids[$0], source: sources[$0], firstSeen: first[$0], lastSeen: last[$0], priceKind: kinds[$0])
        }
    }

    /// The columns this row is read from, in order, with a table's name before each.
    static func columns(of table: SQL) -> SQL {
        let names: [SQL] = [
            "product_company_id", "product_id", "as_of", "turn", "score", "tier", "momentum", "completeness",
            "component_values", "listing_ids", "source_ids", "first_seen", "last_seen", "price_kinds",
            "media",
        ]
        return SQL.joined(names.map { "\(table).\($0)" }, separator: ", ")
    }
}
