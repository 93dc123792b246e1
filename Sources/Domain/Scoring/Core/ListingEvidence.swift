package import Catalog

/// What is known about one listing of a product.
package struct ListingEvidence: Sendable {
    /// Index into `ScoreContext.sources`. A listing of an index that is not there does not count for retail.
    package let source: Int
    /// The first and the last list of the source that had it.
    package let firstSeen: CalendarDay
    package let lastSeen: CalendarDay
    package let priceKind: PriceKind
    /// Oldest first.
    package let prices: [PriceObservation]
    /// Oldest first.
    package let stock: [StockObservation]

    /// Histories are put into order of day when they are not; observations of one day keep the order given.
    package init(
        source: Int, firstSeen: CalendarDay, lastSeen: CalendarDay, priceKind: PriceKind = .unknown,
        prices: [PriceObservation] = [], stock: [StockObservation] = []
    ) {
        self.source = source
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.priceKind = priceKind
        self.prices = prices.inOrder(of: \.day)
        self.stock = stock.inOrder(of: \.day)
    }
}
