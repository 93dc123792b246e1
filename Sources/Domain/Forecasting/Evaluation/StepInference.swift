/// Tells from dates how far apart values are.
enum StepInference {
    /// The longest usual step that no two dates of one series fall into together.
    /// - Parameter times: of each series, hours since 1970-01-01 00:00, ascending.
    static func step(_ times: some Sequence<[Int]>) -> SeriesStep {
        var least = Int.max
        var onHours = false
        var sameWeekday = true
        for series in times {
            guard let first = series.first else { continue }
            for (before, after) in zip(series, series.dropFirst()) where after > before {
                least = min(least, after - before)
            }
            for time in series {
                if time.floored(by: 24) * 24 != time { onHours = true }
                if (time - first) % 168 != 0 { sameWeekday = false }
            }
        }
        if onHours { return .hour }
        let days = least == .max ? 1 : least / 24
        switch days {
        case 365...: return .year
        case 89...: return .quarter
        case 28... where !sameWeekday || days > 28: return .month
        case 7... where sameWeekday: return .week
        default: return .day
        }
    }
}
