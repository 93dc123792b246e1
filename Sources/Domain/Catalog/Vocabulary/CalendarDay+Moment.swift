package import Foundation

extension CalendarDay {
    /// The day of a moment, in UTC.
    package init(utc moment: Date) {
        // From 2000-01-01 00:00 UTC on.
        let days = ((moment.timeIntervalSince1970 - 946_684_800) / 86_400).rounded(.down)
        self.init(daysSince2000: Int32(exactly: days) ?? (days < 0 ? .min : .max))
    }

    /// Its beginning, in UTC.
    package var utcMidnight: Date { Date(timeIntervalSince1970: 946_684_800 + Double(daysSince2000) * 86_400) }
}
