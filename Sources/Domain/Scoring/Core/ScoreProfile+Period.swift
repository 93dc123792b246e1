import Catalog

extension ScoreProfile {
    /// The day one period earlier; the earliest day there is when that would be out of range.
    func periodBefore(_ day: CalendarDay) -> CalendarDay {
        day.saturatingEarlier(by: periodDays)
    }
}

extension CalendarDay {
    /// `days` earlier without trapping at the ends of the calendar.
    func saturatingEarlier(by days: Int) -> CalendarDay {
        let (earlier, overflow) = Int(daysSince2000).subtractingReportingOverflow(days)
        return CalendarDay(daysSince2000: overflow ? .min : Int32(clamping: earlier))
    }

    /// Days from `other` to this day, negative when `other` is later.
    func distance(from other: CalendarDay) -> Int {
        Int(daysSince2000) - Int(other.daysSince2000)
    }
}
