extension InterfaceText {
    /// "21 Nov 2026".
    func day(_ day: DayStamp) -> String {
        let date = day.civil
        return fill(.dateDay, ["day": String(date.day), "month": month(date.month), "year": String(date.year)])
    }

    /// "21 Nov", for axes that say the year elsewhere.
    func shortDay(_ day: DayStamp) -> String {
        let date = day.civil
        return fill(.dateShort, ["day": String(date.day), "month": month(date.month)])
    }

    /// "21 Nov 2026, 01:37 UTC".
    func moment(_ moment: MomentStamp, in zone: Zone) -> String {
        let local = moment.local(in: zone)
        let clock = Self.pair(local.second / 3600) + ":" + Self.pair(local.second / 60 % 60)
        return fill(.dateMoment, ["day": day(local.day), "time": clock, "zone": zone.name])
    }

    /// "3 days ago", "today".
    func age(of day: DayStamp, on today: DayStamp) -> String {
        let days = today.days(since: day)
        if days <= 0 { return self[.ageToday] }
        return count(days, one: .ageDayOne, other: .ageDayOther)
    }

    /// "5 minutes ago", "3 hours ago", "2 days ago".
    func age(of moment: MomentStamp, at now: MomentStamp) -> String {
        let minutes = max(0, now.seconds(since: moment) / 60)
        switch minutes {
        case 0: return self[.ageNow]
        case 1..<60: return count(Int(minutes), one: .ageMinuteOne, other: .ageMinuteOther)
        case 60..<2880: return count(Int(minutes / 60), one: .ageHourOne, other: .ageHourOther)
        default: return count(Int(clamping: minutes / 1440), one: .ageDayOne, other: .ageDayOther)
        }
    }

    private func month(_ month: Int) -> String {
        let names = self[.dateMonths].split(separator: " ")
        return names.indices.contains(month - 1) ? String(names[month - 1]) : String(month)
    }

    private static func pair(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
