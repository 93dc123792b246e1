import Catalog
import Foundation

/// Local times of one zone as UTC.
struct ZoneClock {
    private let zone: TimeZone

    /// `nil` when the system knows no zone of this IANA name.
    init?(identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        self.zone = zone
    }

    /// Seconds since 1970 UTC of a local time. A time that a change of clocks skips or repeats is taken with the offset
    /// that held shortly before the change.
    func utcSeconds(day: CalendarDay, secondOfDay: Int) -> Int64 {
        // 2000-01-01 is 10,957 days after 1970-01-01.
        let local = (Int64(day.daysSince2000) + 10_957) * 86_400 + Int64(secondOfDay)
        let first = offset(at: local - Int64(zone.secondsFromGMT(for: date(local))))
        return local - offset(at: local - first)
    }

    private func offset(at utc: Int64) -> Int64 { Int64(zone.secondsFromGMT(for: date(utc))) }

    private func date(_ seconds: Int64) -> Date { Date(timeIntervalSince1970: Double(seconds)) }
}
