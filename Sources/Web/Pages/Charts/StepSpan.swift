/// A stretch of days on which a listing was seen with one value, both ends included.
package struct StepSpan: Hashable, Sendable {
    package let from: DayStamp
    package let through: DayStamp
    /// Minor units of money, or units of stock.
    package let value: Int64

    /// - Parameters:
    ///   - from: the first day the value was seen.
    ///   - through: the last day it was seen; the same day if only once.
    package init(from: DayStamp, through: DayStamp, value: Int64) {
        self.from = from
        self.through = max(from, through)
        self.value = value
    }
}
