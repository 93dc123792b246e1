package import Catalog
package import Foundation

/// A product's score on a day, opened: its components, the signals under them and where each signal comes from.
package struct ScoreStatement: Sendable {
    /// Where the numbers come from.
    package enum Origin: Hashable, Sendable {
        /// Published at a moment; what making it again came to.
        case published(at: Date, verdict: ReceiptVerdict)
        /// Nobody scored that day: made now from what is known now of the days up to it.
        case reconstructed
    }

    package let origin: Origin
    /// Unrounded, as published or as reconstructed.
    package let score: TrendScore
    /// In the order they were added up.
    package let listings: [StatementListing]
}

/// A listing under a score, with its signals of the days that count.
package struct StatementListing: Sendable {
    package let id: UUID
    /// As it is called now; nil for one that is gone.
    package let name: String?
    package let sourceTitle: String
    package let firstSeen: CalendarDay
    package let lastSeen: CalendarDay
    /// Oldest first.
    package let prices: [PriceSignal]
    /// Oldest first.
    package let stocks: [StockSignal]
}

/// What a listing cost on a day, as it was known.
package struct PriceSignal: Hashable, Sendable {
    package let day: CalendarDay
    package let price: Money
    package let record: RawRecordKey
    /// Whether it was corrected later; the score keeps what was known.
    package let isCorrected: Bool
}

/// How much of a listing its source had on a day, as it was known.
package struct StockSignal: Hashable, Sendable {
    package let day: CalendarDay
    package let units: Int64
    package let stores: Int?
    package let record: RawRecordKey
    /// Whether it was corrected later; the score keeps what was known.
    package let isCorrected: Bool
}
