package import Catalog
package import Foundation

/// A product that may be forecast, with what decides when its turn is.
package struct ForecastCandidate: Sendable {
    package let product: ForecastedProduct
    package let category: String?
    /// 0–100; nil for one without.
    package let score: Double?
    /// The listing of its best offer.
    package let listing: UUID?
    /// The newest evidence of it.
    package let lastSeen: CalendarDay
    /// The evidence its forecasts have seen; nil for none.
    package let seenThrough: CalendarDay?
    /// When it was last looked at; nil for never.
    package let lookedAt: Date?

    /// Whether there is evidence its forecasts have not seen.
    var isChanged: Bool { seenThrough.map { $0 < lastSeen } ?? true }
}
