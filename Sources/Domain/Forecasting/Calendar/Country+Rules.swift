extension Country {
    /// The public holidays of the whole country, and those that most of its regions keep.
    var rules: [HolidayRule] {
        switch self {
        case .unitedStates: Self.american
        case .canada: Self.canadian
        case .unitedKingdom: Self.british
        case .germany: Self.german
        case .france: Self.french
        case .finland: Self.finnish
        case .brazil: Self.brazilian
        case .mexico: Self.mexican
        case .russia: Self.russian
        case .australia: Self.australian
        case .japan: Self.japanese
        }
    }

    private static let american = [
        HolidayRule("New Year's Day", 1, 1, substitute: .nearest),
        HolidayRule("Martin Luther King Day", .nth(3, weekday: 0, month: 1), since: 1986),
        HolidayRule("Presidents' Day", .nth(3, weekday: 0, month: 2), since: 1971),
        HolidayRule("Memorial Day", .last(weekday: 0, month: 5), since: 1971),
        HolidayRule("Juneteenth", 6, 19, since: 2021, substitute: .nearest),
        HolidayRule("Independence Day", 7, 4, substitute: .nearest),
        HolidayRule("Labor Day", .nth(1, weekday: 0, month: 9)),
        HolidayRule("Columbus Day", .nth(2, weekday: 0, month: 10), since: 1971),
        HolidayRule("Veterans Day", 11, 11, substitute: .nearest),
        HolidayRule("Thanksgiving", .nth(4, weekday: 3, month: 11)),
        HolidayRule("Christmas Day", 12, 25, substitute: .nearest),
    ]

    private static let canadian = [
        HolidayRule("New Year's Day", 1, 1, substitute: .nextWorkday),
        HolidayRule("Family Day", .nth(3, weekday: 0, month: 2), since: 2008),
        HolidayRule("Good Friday", .easter(-2)),
        HolidayRule("Victoria Day", .before(month: 5, day: 25, weekday: 0)),
        HolidayRule("Canada Day", 7, 1, substitute: .nextWorkday),
        HolidayRule("Civic Holiday", .nth(1, weekday: 0, month: 8)),
        HolidayRule("Labour Day", .nth(1, weekday: 0, month: 9)),
        HolidayRule("Truth and Reconciliation Day", 9, 30, since: 2021),
        HolidayRule("Thanksgiving", .nth(2, weekday: 0, month: 10)),
        HolidayRule("Remembrance Day", 11, 11),
        HolidayRule("Christmas Day", 12, 25, substitute: .nextWorkday),
        HolidayRule("Boxing Day", 12, 26, substitute: .nextWorkday),
    ]

    private static let british = [
        HolidayRule("New Year's Day", 1, 1, substitute: .nextWorkday),
        HolidayRule("Good Friday", .easter(-2)),
        HolidayRule("Easter Monday", .easter(1)),
        HolidayRule("Early May Bank Holiday", .nth(1, weekday: 0, month: 5), since: 1978),
        HolidayRule("Spring Bank Holiday", .last(weekday: 0, month: 5), since: 1971),
        HolidayRule("Summer Bank Holiday", .last(weekday: 0, month: 8), since: 1971),
        HolidayRule("Christmas Day", 12, 25, substitute: .nextWorkday),
        HolidayRule("Boxing Day", 12, 26, substitute: .nextWorkday),
    ]

    private static let german = [
        HolidayRule("New Year's Day", 1, 1),
        HolidayRule("Good Friday", .easter(-2)),
        HolidayRule("Easter Monday", .easter(1)),
        HolidayRule("Labour Day", 5, 1),
        HolidayRule("Ascension Day", .easter(39)),
        HolidayRule("Whit Monday", .easter(50)),
        HolidayRule("German Unity Day", 10, 3, since: 1990),
        HolidayRule("Christmas Day", 12, 25),
        HolidayRule("Second Day of Christmas", 12, 26),
    ]

    private static let french = [
        HolidayRule("New Year's Day", 1, 1),
        HolidayRule("Easter Monday", .easter(1)),
        HolidayRule("Labour Day", 5, 1),
        HolidayRule("Victory Day", 5, 8, since: 1982),
        HolidayRule("Ascension Day", .easter(39)),
        HolidayRule("Whit Monday", .easter(50)),
        HolidayRule("Bastille Day", 7, 14),
        HolidayRule("Assumption Day", 8, 15),
        HolidayRule("All Saints' Day", 11, 1),
        HolidayRule("Armistice Day", 11, 11),
        HolidayRule("Christmas Day", 12, 25),
    ]

    private static let finnish = [
        HolidayRule("New Year's Day", 1, 1),
        HolidayRule("Epiphany", 1, 6),
        HolidayRule("Good Friday", .easter(-2)),
        HolidayRule("Easter Monday", .easter(1)),
        HolidayRule("May Day", 5, 1),
        HolidayRule("Ascension Day", .easter(39)),
        HolidayRule("Midsummer Eve", .from(month: 6, day: 19, weekday: 4)),
        HolidayRule("Midsummer Day", .from(month: 6, day: 20, weekday: 5)),
        HolidayRule("All Saints' Day", .from(month: 10, day: 31, weekday: 5)),
        HolidayRule("Independence Day", 12, 6),
        HolidayRule("Christmas Eve", 12, 24),
        HolidayRule("Christmas Day", 12, 25),
        HolidayRule("Boxing Day", 12, 26),
    ]

    private static let brazilian = [
        HolidayRule("New Year's Day", 1, 1),
        HolidayRule("Carnival Monday", .easter(-48)),
        HolidayRule("Carnival Tuesday", .easter(-47)),
        HolidayRule("Good Friday", .easter(-2)),
        HolidayRule("Tiradentes", 4, 21),
        HolidayRule("Labour Day", 5, 1),
        HolidayRule("Corpus Christi", .easter(60)),
        HolidayRule("Independence Day", 9, 7),
        HolidayRule("Our Lady of Aparecida", 10, 12, since: 1980),
        HolidayRule("All Souls' Day", 11, 2),
        HolidayRule("Republic Day", 11, 15),
        HolidayRule("Black Consciousness Day", 11, 20, since: 2024),
        HolidayRule("Christmas Day", 12, 25),
    ]
}
