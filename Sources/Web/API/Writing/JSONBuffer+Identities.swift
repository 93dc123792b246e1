import Catalog
import Foundation

extension JSONBuffer {
    /// Appends the 36 characters of an id, lower case, without quotes.
    mutating func append(id: UUID) {
        append(room: 36) { place in
            withUnsafeBytes(of: id.uuid) { bytes in
                var target = place
                for index in 0..<16 {
                    if index == 4 || index == 6 || index == 8 || index == 10 {
                        target.pointee = UInt8(ascii: "-")
                        target += 1
                    }
                    target[0] = Self.hexDigit(bytes[index] >> 4)
                    target[1] = Self.hexDigit(bytes[index] & 15)
                    target += 2
                }
            }
            return 36
        }
    }

    /// Appends `2024-07-13`, without quotes.
    mutating func append(day: CalendarDay) {
        let year = day.year
        guard (0...9999).contains(year) else {
            var text = day.description
            return text.withUTF8 { append(raw: $0) }
        }
        append(digits: UInt64(year), atLeast: 4)
        append(UInt8(ascii: "-"))
        append(digits: UInt64(day.month), atLeast: 2)
        append(UInt8(ascii: "-"))
        append(digits: UInt64(day.day), atLeast: 2)
    }

    /// Appends `2024-07-13T09:05:00Z`, whole seconds, without quotes.
    mutating func append(moment: Date) {
        // The reference date is 2001-01-01, and 2000 was a leap year.
        let seconds = Int(max(-1e11, min(1e11, moment.timeIntervalSinceReferenceDate.rounded(.down)))) + 366 * 86_400
        let days = Int((Double(seconds) / 86_400).rounded(.down))
        append(day: CalendarDay(daysSince2000: Int32(clamping: days)))
        let rest = UInt64(max(0, seconds - days * 86_400))
        append(UInt8(ascii: "T"))
        append(digits: rest / 3_600, atLeast: 2)
        append(UInt8(ascii: ":"))
        append(digits: rest / 60 % 60, atLeast: 2)
        append(UInt8(ascii: ":"))
        append(digits: rest % 60, atLeast: 2)
        append(UInt8(ascii: "Z"))
    }
}
