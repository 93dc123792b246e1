import Catalog

extension SourceCalendar {
    /// The last list on or before a day.
    func latestList(asOf day: CalendarDay) -> CalendarDay? {
        let known = listDays.count(upTo: day, by: { $0 })
        return known > 0 ? listDays[known - 1] : nil
    }

    /// The first list after a day.
    func firstList(after day: CalendarDay) -> CalendarDay? {
        let known = listDays.count(upTo: day, by: { $0 })
        return known < listDays.count ? listDays[known] : nil
    }
}
