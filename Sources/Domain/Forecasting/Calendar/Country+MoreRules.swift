extension Country {
    static let mexican = [
        HolidayRule("New Year's Day", 1, 1),
        HolidayRule("Constitution Day", .nth(1, weekday: 0, month: 2), since: 2006),
        HolidayRule("Benito Juárez's Birthday", .nth(3, weekday: 0, month: 3), since: 2006),
        HolidayRule("Labour Day", 5, 1),
        HolidayRule("Independence Day", 9, 16),
        HolidayRule("Revolution Day", .nth(3, weekday: 0, month: 11), since: 2006),
        HolidayRule("Christmas Day", 12, 25),
    ]

    static let russian =
        (1...8).filter { $0 != 7 }.map { HolidayRule("New Year Holidays", 1, $0, since: 2013) } + [
            HolidayRule("Orthodox Christmas", 1, 7, since: 1991),
            HolidayRule("Defender of the Fatherland Day", 2, 23, since: 2002, substitute: .nextWorkday),
            HolidayRule("Women's Day", 3, 8, substitute: .nextWorkday),
            HolidayRule("Spring and Labour Day", 5, 1, substitute: .nextWorkday),
            HolidayRule("Victory Day", 5, 9, substitute: .nextWorkday),
            HolidayRule("Russia Day", 6, 12, since: 1992, substitute: .nextWorkday),
            HolidayRule("Unity Day", 11, 4, since: 2005, substitute: .nextWorkday),
        ]

    static let australian = [
        HolidayRule("New Year's Day", 1, 1, substitute: .nextWorkday),
        HolidayRule("Australia Day", 1, 26, since: 1994, substitute: .nextWorkday),
        HolidayRule("Good Friday", .easter(-2)),
        HolidayRule("Easter Saturday", .easter(-1)),
        HolidayRule("Easter Monday", .easter(1)),
        HolidayRule("Anzac Day", 4, 25),
        HolidayRule("King's Birthday", .nth(2, weekday: 0, month: 6)),
        HolidayRule("Christmas Day", 12, 25, substitute: .nextWorkday),
        HolidayRule("Boxing Day", 12, 26, substitute: .nextWorkday),
    ]

    /// As the holiday law stands since 2020, and the Golden Week before it.
    static let japanese = [
        HolidayRule("New Year's Day", 1, 1, substitute: .afterSunday),
        HolidayRule("Coming of Age Day", .nth(2, weekday: 0, month: 1), since: 2000),
        HolidayRule("Foundation Day", 2, 11, substitute: .afterSunday),
        HolidayRule("Emperor's Birthday", 2, 23, since: 2020, substitute: .afterSunday),
        HolidayRule("Vernal Equinox Day", .marchEquinox, substitute: .afterSunday),
        HolidayRule("Shōwa Day", 4, 29, substitute: .afterSunday),
        HolidayRule("Constitution Day", 5, 3, substitute: .afterSunday),
        HolidayRule("Greenery Day", 5, 4, since: 2007, substitute: .afterSunday),
        HolidayRule("Children's Day", 5, 5, substitute: .afterSunday),
        HolidayRule("Marine Day", .nth(3, weekday: 0, month: 7), since: 2003),
        HolidayRule("Mountain Day", 8, 11, since: 2016, substitute: .afterSunday),
        HolidayRule("Respect for the Aged Day", .nth(3, weekday: 0, month: 9), since: 2003),
        HolidayRule("Autumnal Equinox Day", .septemberEquinox, substitute: .afterSunday),
        HolidayRule("Sports Day", .nth(2, weekday: 0, month: 10), since: 2000),
        HolidayRule("Culture Day", 11, 3, substitute: .afterSunday),
        HolidayRule("Labour Thanksgiving Day", 11, 23, substitute: .afterSunday),
    ]
}
