import Testing

@testable import Forecasting

@Suite struct CivilDateTests {
    @Test func counts_from_the_epoch() {
        #expect(CivilDate(year: 1970, month: 1, day: 1).dayNumber == 0)
        #expect(CivilDate(year: 2000, month: 3, day: 1).dayNumber == 11_017)
        #expect(CivilDate(year: 1969, month: 12, day: 31).dayNumber == -1)
    }

    @Test func names_what_it_counted() {
        for number in stride(from: -800_000, to: 800_000, by: 371) {
            let (year, month, day) = CivilDate(dayNumber: number).components
            #expect(CivilDate(year: year, month: month, day: day).dayNumber == number)
        }
    }

    @Test func knows_weekdays() {
        #expect(CivilDate(year: 1970, month: 1, day: 1).weekday == 3)
        #expect(CivilDate(year: 2022, month: 10, day: 31).weekday == 0)
        #expect(CivilDate(year: 1969, month: 12, day: 28).weekday == 6)
    }

    @Test func steps_keep_their_dates() {
        let hours = CivilDate(year: 2022, month: 11, day: 24).dayNumber * 24
        #expect(SeriesStep.month.date(of: SeriesStep.month.ordinal(hours: hours))?.components.month == 11)
        #expect(SeriesStep.quarter.date(of: SeriesStep.quarter.ordinal(hours: hours))?.components.month == 10)
        #expect(SeriesStep.week.date(of: SeriesStep.week.ordinal(hours: hours))?.weekday == 0)
        #expect(SeriesStep.index.date(of: 4) == nil)
    }
}
