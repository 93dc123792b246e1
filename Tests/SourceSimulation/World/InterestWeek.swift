package import Foundation

/// A week of a comparison of terms.
package struct InterestWeek: Sendable, Hashable {
    /// A Sunday, 0:00 UTC.
    package let from: Date
    /// The week is not over.
    package let isPartial: Bool
    /// In the order of the terms: 100 is the most of all weeks and terms; nil where nobody searches at all.
    package let values: [Int?]
    /// Which of them are more than nothing and are shown as nothing.
    package let areTiny: [Bool]
}
