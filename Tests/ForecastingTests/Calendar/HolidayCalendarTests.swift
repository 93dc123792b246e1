import Testing

@testable import Forecasting

@Suite struct HolidayCalendarTests {
    @Test(arguments: [(1818, 3, 22), (1961, 4, 2), (2000, 4, 23), (2019, 4, 21), (2024, 3, 31), (2038, 4, 25)])
    func easter(_ year: Int, _ month: Int, _ day: Int) {
        #expect(Easter.sunday(year) == CivilDate(year: year, month: month, day: day))
    }

    @Test(arguments: [
        (Country.unitedStates, "Thanksgiving", 2022, 11, 24), (.unitedStates, "Memorial Day", 2023, 5, 29),
        (.canada, "Thanksgiving", 2022, 10, 10), (.canada, "Victoria Day", 2021, 5, 24),
        (.unitedKingdom, "Summer Bank Holiday", 2023, 8, 28), (.germany, "Ascension Day", 2022, 5, 26),
        (.france, "Whit Monday", 2023, 5, 29), (.finland, "Midsummer Day", 2021, 6, 26),
        (.brazil, "Carnival Tuesday", 2020, 2, 25), (.mexico, "Revolution Day", 2022, 11, 21),
        (.russia, "Victory Day", 2022, 5, 9), (.australia, "Anzac Day", 2022, 4, 25),
        (.japan, "Vernal Equinox Day", 2024, 3, 20), (.japan, "Autumnal Equinox Day", 2023, 9, 23),
    ])
    func holiday(_ country: Country, _ name: String, _ year: Int, _ month: Int, _ day: Int) {
        let calendar = HolidayCalendar(country, years: year...year)
        #expect(calendar.name(on: CivilDate(year: year, month: month, day: day)) == name)
    }

    @Test func weekends_are_made_up_for() {
        let american = HolidayCalendar(.unitedStates, years: 2021...2021)
        #expect(american.name(on: CivilDate(year: 2021, month: 7, day: 5)) == "Independence Day")
        #expect(american.name(on: CivilDate(year: 2021, month: 12, day: 24)) == "Christmas Day")
        // Christmas on a Saturday and Boxing Day on a Sunday: Monday and Tuesday are free.
        let british = HolidayCalendar(.unitedKingdom, years: 2021...2021)
        #expect(british.name(on: CivilDate(year: 2021, month: 12, day: 27)) == "Christmas Day")
        #expect(british.name(on: CivilDate(year: 2021, month: 12, day: 28)) == "Boxing Day")
    }

    @Test func distance_has_asign() {
        let calendar = HolidayCalendar(.unitedStates, years: 2022...2022)
        let thanksgiving = CivilDate(year: 2022, month: 11, day: 24)
        #expect(calendar.distance(from: thanksgiving) == 0)
        #expect(calendar.distance(from: thanksgiving + -2) == 2)
        #expect(calendar.distance(from: thanksgiving + 1) == -1)
        #expect(calendar.distance(from: CivilDate(year: 2022, month: 8, day: 10)) == 7)
    }

    @Test func holidays_begin_when_they_were_made() {
        #expect(!HolidayCalendar(.unitedStates, years: 2020...2020).holidays.contains { $0.name == "Juneteenth" })
        #expect(HolidayCalendar(.unitedStates, years: 2021...2021).holidays.contains { $0.name == "Juneteenth" })
    }
}
