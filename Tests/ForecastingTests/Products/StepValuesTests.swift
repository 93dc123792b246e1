import Catalog
import Companies
import Foundation
import Testing

@testable import Forecasting

/// Series of products out of what was observed on single days.
@Suite struct StepValuesTests {
    /// From a Monday on.
    private func day(_ offset: Int) -> CalendarDay { CalendarDay(daysSince2000: Int32(9648 + offset)) }

    private func known(_ values: [Double]) -> [Double?] { values.map { $0.isNaN ? nil : $0 } }

    @Test func lists_of_every_day_make_days_and_lists_of_every_week_weeks() throws {
        let daily = (0..<10).map { (day: day($0), value: Double($0)) }
        let weekly = (0..<10).map { (day: day($0 * 7), value: Double($0)) }
        #expect(StepValues(level: daily)?.step == .day && StepValues(level: daily)?.values.count == 10)
        #expect(
            StepValues(level: weekly)?.step == .week && StepValues(level: weekly)?.values == (0..<10).map(Double.init))
        // Lists that come a day late now and then are weekly all the same.
        let uneven = [0, 7, 15, 21, 28].map { (day: day($0), value: 1.0) }
        #expect(StepValues(level: uneven)?.step == .week)
        #expect(StepValues(level: [(day: day(3), value: 5)])?.values == [5])
        #expect(StepValues(level: []) == nil)
    }

    @Test func a_price_holds_until_the_next_list_and_no_longer() throws {
        let points = [(day: day(0), value: 10.0), (day: day(21), value: 12.0)]
        // Lists of weeks 0, 2 and 3: it was not on that of week 2.
        let lists = [0, 14, 21].map { day($0) }
        let values = try #require(StepValues(level: points, listDays: lists, step: .week))
        #expect(known(values.values) == [10, 10, nil, 12])
        // Without a list between, it holds all the way.
        let held = try #require(StepValues(level: points, listDays: [day(0), day(21)], step: .week))
        #expect(held.values == [10, 10, 10, 12])
        // What does not hold is missing between its days.
        #expect(known(try #require(StepValues(level: points, step: .week)).values) == [10, nil, nil, 12])
    }

    @Test func a_value_is_known_of_a_day_that_is_over() throws {
        let points = (0..<5).map { (day: day($0 * 7), value: Double($0)) }
        let series = ProductSeries(
            product: ForecastedProduct(owner: .house, id: .init()), measure: .score,
            steps: try #require(StepValues(level: points)))
        #expect(series.value(on: day(21)) == 3)
        #expect(series.value(on: day(28)) == 4)
        // Its week is there, but the day has not come.
        #expect(series.value(on: day(29)) == nil)
        #expect(series.value(on: day(-7)) == nil)
        #expect(series.dueDay(.week) == day(35) && series.dueDay(.month) == day(56))
    }

    @Test func only_falls_of_stock_are_demand() throws {
        // 20 → 12 is 8; 12 → 30 is a delivery; 30 → 25 is 5; 25 → 0 at least 25; 0 → 0 nobody could buy; 0 → 9 a delivery.
        let units: [Int64] = [20, 12, 30, 25, 0, 0, 9, 7]
        let counts = units.enumerated().map { (day: day($0.offset * 7), units: $0.element) }
        let values = try #require(StockFalls.values(of: [counts]))
        #expect(values.step == .week)
        #expect(known(values.values) == [8, 0, 5, 25, nil, nil, 2])
        // Two listings are added up; one that is sold out hides the other's demand from nobody.
        let other = (0..<8).map { (day: day($0 * 7), units: Int64(80 - $0 * 10)) }
        #expect(known(try #require(StockFalls.values(of: [counts, other])).values) == [18, 10, 15, 35, 10, 10, 12])
    }

    @Test func a_fall_over_a_few_steps_is_shared_and_over_many_says_nothing() throws {
        let counts = [(0, 20), (7, 14), (21, 8), (28, 8), (70, 2), (77, 1)].map {
            (day: day($0.0), units: Int64($0.1))
        }
        #expect(
            known(try #require(StockFalls.values(of: [counts], step: .week)).values)
                == [6, 3, 3, 0, nil, nil, nil, nil, nil, nil, 1])
        #expect(StockFalls.values(of: [[(day: day(0), units: 4)]]) == nil)
        #expect(StockFalls.values(of: [[0, 7, 14].map { (day: day($0), units: 0) }]) == nil)
        #expect(StockFalls.values(of: []) == nil)
    }

    @Test func stock_beyond_all_bounds_does_not_overflow() throws {
        let counts = [
            (day: day(0), units: Int64.max), (day: day(7), units: 0), (day: day(14), units: Int64.max),
        ]
        let values = try #require(StockFalls.values(of: [counts], step: .week))
        #expect(values.values.count == 1 && values.values[0].isFinite)
    }
}
