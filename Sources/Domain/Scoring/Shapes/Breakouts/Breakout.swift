package import Catalog

/// The beginning of a rise, as it was called.
package struct Breakout: Hashable, Sendable {
    /// The step of the alarm; the first value read is step 0.
    package let step: Int
    /// The step on which the rise most likely began: the first since the statistic last was zero (Page, 1954).
    package let firstStep: Int
    /// Days from one step to the next.
    package let stepDays: Int
    /// The usual level before, without season.
    package let before: Double
    /// The level since the rise began, without season.
    package let after: Double
    /// The 95 % interval of `after`.
    package let afterLow: Double
    package let afterHigh: Double
    /// How many years of a quiet product bring one alarm as high as this; at most the longest time that is calibrated.
    package let yearsToChance: Double
    /// Whether `yearsToChance` is that longest time, so that it really is more.
    package let isBeyondCalibration: Bool

    /// Days from the likely beginning to the alarm.
    package var delayDays: Int { (step - firstStep) * stepDays }

    /// `after` as a multiple of `before`; nil of a level that is not above zero.
    package var size: Double? { before > 0 ? after / before : nil }

    /// The day of a step of a series that began on `start`.
    package func day(of step: Int, from start: CalendarDay) -> CalendarDay {
        let (days, overflow) = step.multipliedReportingOverflow(by: stepDays)
        return start.adding(days: overflow ? Int.max : days)
    }

    /// What happened, in its numbers.
    /// - Parameter start: the day of step 0.
    package func sentence(from start: CalendarDay) -> String {
        let range = "95 % \(Wording.figure(afterLow)) to \(Wording.figure(afterHigh))"
        let times = size.map { ", \(Wording.figure($0)) times as much" } ?? ""
        let years = (isBeyondCalibration ? "more than " : "") + Wording.figure(yearsToChance)
        return "Rising since about \(day(of: firstStep, from: start)): from \(Wording.figure(before)) to"
            + " \(Wording.figure(after)) (\(range))\(times). Called on \(day(of: step, from: start)),"
            + " \(Wording.count(delayDays, "day", "days")) later; a quiet product gives such a call by chance once in"
            + " \(years) years."
    }
}
