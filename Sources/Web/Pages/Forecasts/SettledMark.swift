/// What an earlier forecast said of a day, and what came.
package struct SettledMark: Sendable, Hashable {
    package let days: Int
    package let origin: DayStamp
    package let due: DayStamp
    package let predicted: Double
    package let low80: Double
    package let high80: Double
    package let actual: Double
    /// Whether it was made later, with only what was known.
    package let isBackcast: Bool

    package init(
        days: Int, origin: DayStamp, due: DayStamp, predicted: Double, low80: Double, high80: Double, actual: Double,
        isBackcast: Bool
    ) {
        self.days = days
        self.origin = origin
        self.due = due
        self.predicted = predicted
        self.low80 = low80
        self.high80 = high80
        self.actual = actual
        self.isBackcast = isBackcast
    }

    var isInside: Bool { low80 <= actual && actual <= high80 }
}
