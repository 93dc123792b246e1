/// A moment, as seconds since 1 January 1970 UTC.
package struct MomentStamp: Hashable, Comparable, Sendable {
    package let secondsSince1970: Int64

    package init(secondsSince1970: Int64) {
        self.secondsSince1970 = secondsSince1970
    }

    package static func < (left: MomentStamp, right: MomentStamp) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }

    /// Seconds from another moment to this one, at most the largest number.
    func seconds(since other: MomentStamp) -> Int64 {
        let (difference, overflow) = secondsSince1970.subtractingReportingOverflow(other.secondsSince1970)
        return overflow ? (secondsSince1970 < 0 ? .min : .max) : difference
    }

    /// The date in a zone and the seconds into it.
    func local(in zone: Zone) -> (day: DayStamp, second: Int) {
        let (shifted, overflow) = secondsSince1970.addingReportingOverflow(Int64(zone.secondsFromUTC))
        let seconds = overflow ? secondsSince1970 : shifted
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let stamp = DayStamp(daysSince2000: Int32(clamping: day - Int64(DayStamp.epoch)))
        return (stamp, Int(seconds - day * 86_400))
    }
}
