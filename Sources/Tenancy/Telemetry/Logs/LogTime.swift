import Foundation

/// Moments as the log writes them.
enum LogTime {
    /// `2025-11-21T09:05:06.123Z`: RFC 3339 in UTC, milliseconds cut off. Years 1970 to 9999.
    static func text(_ moment: Date) -> String {
        let milliseconds = Int64(max(0, min(253_402_300_799_999, moment.timeIntervalSince1970 * 1_000)))
        let (days, rest) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
        let (year, month, day) = civil(days)
        let parts: [(value: Int64, width: Int, end: UInt8)] = [
            (year, 4, UInt8(ascii: "-")), (month, 2, UInt8(ascii: "-")), (day, 2, UInt8(ascii: "T")),
            (rest / 3_600_000, 2, UInt8(ascii: ":")), (rest / 60_000 % 60, 2, UInt8(ascii: ":")),
            (rest / 1_000 % 60, 2, UInt8(ascii: ".")), (rest % 1_000, 3, UInt8(ascii: "Z")),
        ]
        return String(unsafeUninitializedCapacity: 24) { buffer in
            var place = 0
            for part in parts {
                var value = part.value
                for digit in (place..<(place + part.width)).reversed() {
                    buffer[digit] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10)
                    value /= 10
                }
                place += part.width
                buffer[place] = part.end
                place += 1
            }
            return place
        }
    }

    /// Days since 1970 as year, month and day (Howard Hinnant, "chrono-compatible low-level date algorithms").
    private static func civil(_ days: Int64) -> (Int64, Int64, Int64) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let ofEra = shifted % 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let dayOfYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
