package import Foundation

/// What a source says was counted over a stretch of time, as it says it.
package struct SeriesPoint: Sendable, Hashable {
    /// What is counted.
    package enum Measure: String, Sendable, Hashable, CaseIterable {
        /// Searches for a term among all searches of the place and time; 0 to 100, where 100 is the most of its scale.
        case searchInterest = "search_interest"
    }

    /// What is counted, in the words it was asked with.
    package let subject: String
    package let measure: Measure
    /// ISO 3166: a country, or a part of one, such as `US` or `US-CA`; empty for the whole world.
    package let market: String
    /// The stretch: from its beginning to before its end.
    package let from: Date
    package let to: Date
    package let value: Decimal
    /// What the value may be compared with: values of two scales may not.
    package let scale: String
    /// The stretch is not over, and the value will change.
    package let isPartial: Bool

    package init(
        subject: String, measure: Measure, market: String = "", from: Date, to: Date, value: Decimal, scale: String,
        isPartial: Bool = false
    ) {
        self.subject = subject
        self.measure = measure
        self.market = market
        self.from = from
        self.to = to
        self.value = value
        self.scale = scale
        self.isPartial = isPartial
    }
}
