import Catalog
import Foundation

/// The cheapest present offer of a product, and how its price moved over four weeks.
///
/// Prices of different currencies or kinds are never compared: the group with the most listings is taken (then
/// alphabetical), and the cheapest of it.
struct BestOffer {
    /// A listing not seen for this many days before the newest list of the product is no offer any more.
    static let staleAfterDays = 120
    /// How far back the price change looks.
    static let changeDays = 28

    let listing: UUID
    let price: Money
    /// The price the change is counted from, in minor units.
    let before: Int64?
    let kind: String
    /// Relative change against the price `changeDays` earlier, −0.1 for ten percent cheaper; `nil` without one.
    let change: Double?

    init?(_ product: ScoredProduct, asOf: CalendarDay) {
        let present = product.listings.filter {
            $0.price != nil && $0.priceKind != "unknown" && asOf.days(since: $0.lastSeen) <= Self.staleAfterDays
        }
        // Old lists only (a catalogue of years ago): their last price is still the best known.
        let candidates = present.isEmpty ? product.listings.filter { $0.price != nil } : present
        let groups = Dictionary(grouping: candidates) { "\($0.priceKind) \($0.price?.currency.code ?? "")" }
        let largest = groups.min { left, right in
            (-left.value.count, left.key) < (-right.value.count, right.key)
        }
        guard let group = largest?.value else { return nil }
        let cheapest = group.min { left, right in
            (left.price?.minorUnits ?? .max, left.sourceSlug, left.id.uuidString)
                < (right.price?.minorUnits ?? .max, right.sourceSlug, right.id.uuidString)
        }
        guard let cheapest, let price = cheapest.price else { return nil }
        self.price = price
        listing = cheapest.id
        kind = cheapest.priceKind
        before = Self.before(of: cheapest, asOf: asOf)
        change = before.map { Double(price.minorUnits - $0) / Double($0) }
    }

    private static func before(of listing: ListingFacts, asOf: CalendarDay) -> Int64? {
        guard let newest = listing.prices.last, asOf.days(since: newest.day) <= changeDays else { return nil }
        let before = listing.prices.last {
            newest.day.days(since: $0.day) >= changeDays && $0.currency == newest.currency
        }
        guard let before, before.minorUnits > 0, newest.day.days(since: before.day) <= changeDays * 3 else {
            return nil
        }
        return before.minorUnits
    }
}
