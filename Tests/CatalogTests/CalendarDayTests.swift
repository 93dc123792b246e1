import Catalog
import Testing

@Suite struct CalendarDayTests {
    @Test func every_day_of_1900_to_2199_survives_the_round_trip() throws {
        var expected = try #require(CalendarDay(year: 1900, month: 1, day: 1)).daysSince2000
        #expect(expected == -36_524)
        for year in 1900...2199 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = CalendarDay(year: year, month: month, day: day) else { continue }
                    #expect(date.daysSince2000 == expected)
                    #expect((date.year, date.month, date.day) == (year, month, day))
                    expected += 1
                }
            }
        }
        #expect(expected == 73_049)
    }

    @Test func text_and_day_are_the_same() throws {
        for days in stride(from: Int32(-36_524), to: 73_049, by: 97) {
            let date = CalendarDay(daysSince2000: days)
            #expect(CalendarDay(iso: date.description) == date)
        }
        #expect(CalendarDay(iso: "2000-01-01")?.daysSince2000 == 0)
        #expect(CalendarDay(iso: "2024-07-13")?.description == "2024-07-13")
        #expect(CalendarDay(iso: "x2024-07-13x".dropFirst().dropLast())?.daysSince2000 == 8_960)
    }

    @Test(arguments: [
        "", "2024-7-13", "2024-07-13 ", "2023-02-29", "1900-02-29", "2024-00-10", "2024-13-01", "2024-04-31",
        "1899-12-31", "2200-01-01", "2024/07/13", "20240713", "２０２４-07-13", "2024-07-1é",
    ])
    func texts_that_are_no_day_are_refused(_ text: String) {
        #expect(CalendarDay(iso: text) == nil)
    }

    @Test func leap_days_follow_the_rule_of_400() {
        #expect(CalendarDay(year: 2000, month: 2, day: 29) != nil)
        #expect(CalendarDay(year: 2100, month: 2, day: 29) == nil)
        #expect(CalendarDay(year: 2024, month: 2, day: 29) != nil)
        #expect(CalendarDay(year: 2024, month: .max, day: .min) == nil)
    }

    @Test func arithmetic_counts_days_and_stops_at_the_ends() throws {
        let date = try #require(CalendarDay(year: 2024, month: 2, day: 28))
        #expect(date.adding(days: 2).description == "2024-03-01")
        #expect(date.adding(days: -59).description == "2023-12-31")
        #expect(date.adding(days: 366).days(since: date) == 366)
        #expect(date.adding(days: .max).daysSince2000 == .max)
        #expect(date.adding(days: .min).daysSince2000 == .min)
        #expect(date < date.adding(days: 1))
        _ = CalendarDay(daysSince2000: .max).description
        _ = CalendarDay(daysSince2000: .min).description
    }
}
