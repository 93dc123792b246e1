package import Catalog
package import Foundation

/// The list of trends as it was on a past day.
package struct PastTrends: Sendable {
    package enum Origin: Sendable, Hashable {
        /// Published at a moment; the last time for its day.
        case published(at: Date)
        /// Nobody had scored by then: made from what is known now of the days up to it.
        case reconstructed
    }

    /// The day whose evidence counts: the one asked for, or the last before it that was scored.
    package let asOf: CalendarDay
    package let origin: Origin
    /// One page, in order; without prices, which are with each product.
    package let items: [TrendItem]
    /// Products that match the filter.
    package let total: Int
}
