import Catalog
import Foundation

/// A product with its evidence and what the trends table shows of it.
struct ScoredProduct {
    let key: ProductKey
    let name: String
    let brand: String?
    let category: String?
    let volume: Int?
    var listings: [ListingFacts] = []
    var mentions: [MentionEvidence] = []
    var searches: [SearchEvidence] = []

    var evidence: ProductEvidence {
        ProductEvidence(listings: listings.map(\.evidence), mentions: mentions, searches: searches)
    }
}

/// A listing of a product being scored.
struct ListingFacts {
    let id: UUID
    let source: Int
    let sourceSlug: String
    let firstSeen: CalendarDay
    let lastSeen: CalendarDay
    let priceKind: String
    let price: Money?
    let stock: Int?
    var prices: [PriceObservation] = []
    var stocks: [StockObservation] = []

    var evidence: ListingEvidence {
        ListingEvidence(
            source: source, firstSeen: firstSeen, lastSeen: lastSeen,
            priceKind: PriceKind(rawValue: priceKind) ?? .unknown,
            prices: prices, stock: stocks)
    }
}
