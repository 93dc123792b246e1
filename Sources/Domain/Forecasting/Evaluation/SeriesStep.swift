/// What lies between one value of a series and the next, and the date each value has.
package enum SeriesStep: String, Sendable, Hashable, Codable, CaseIterable {
    /// Numbered steps of no known date.
    case index
    case hour, day, week, month, quarter, year

    /// Whether values have dates.
    package var isDated: Bool { self != .index }

    /// The number of the step that an hour falls into.
    /// - Parameter hours: since 1970-01-01 00:00.
    package func ordinal(hours: Int) -> Int {
        let day = hours.floored(by: 24)
        switch self {
        case .index, .hour: return hours
        case .day: return day
        // Weeks are counted from a Monday, 1969-12-29.
        case .week: return (day + 3).floored(by: 7)
        case .month, .quarter, .year:
            let (year, month, _) = CivilDate(dayNumber: day).components
            return self == .month ? year * 12 + month - 1 : self == .quarter ? year * 4 + (month - 1) / 3 : year
        }
    }

    /// The first day of the step with this number; nil where steps have no dates.
    package func date(of ordinal: Int) -> CivilDate? {
        switch self {
        case .index: nil
        case .hour: CivilDate(dayNumber: ordinal.floored(by: 24))
        case .day: CivilDate(dayNumber: ordinal)
        case .week: CivilDate(dayNumber: ordinal * 7 - 3)
        case .month: CivilDate(year: ordinal.floored(by: 12), month: ordinal - ordinal.floored(by: 12) * 12 + 1, day: 1)
        case .quarter:
            CivilDate(year: ordinal.floored(by: 4), month: (ordinal - ordinal.floored(by: 4) * 4) * 3 + 1, day: 1)
        case .year: CivilDate(year: ordinal, month: 1, day: 1)
        }
    }

    /// Steps after which the pattern of such series usually comes round again.
    package var usualSeason: Int {
        switch self {
        case .index, .year: 1
        case .hour: 24
        case .day: 7
        case .week: 52
        case .month: 12
        case .quarter: 4
        }
    }
}
