import Catalog
import Foundation

/// The observations of one listing.
struct ListingHistory: Sendable {
    let id: UUID
    /// Nil for a listing that is not among those given.
    let listing: Listing?
    /// One series per currency, by code.
    let prices: [PriceSeries]
    let stock: [StockPoint]

    /// One history per listing in the order given, then those of other listings by id.
    static func group(listings: [Listing], prices: [PricePoint], stock: [StockPoint]) -> [ListingHistory] {
        let prices = Dictionary(grouping: prices, by: \.listing)
        let stock = Dictionary(grouping: stock, by: \.listing)
        let known = Set(listings.map(\.id))
        let others = Set(prices.keys).union(stock.keys).subtracting(known).sorted { $0.uuidString < $1.uuidString }
        let all = listings.map { ($0.id, Optional($0)) } + others.map { ($0, nil) }
        return all.map { id, listing in
            ListingHistory(
                id: id, listing: listing, prices: PriceSeries.group(prices[id] ?? []), stock: stock[id] ?? [])
        }
    }
}
