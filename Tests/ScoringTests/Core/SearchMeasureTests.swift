import Catalog
import Testing

@testable import Scoring

@Suite struct SearchMeasureTests {
    private func weeks(_ values: [Double], partial: Int? = nil, endingAt end: Int = 0) -> [SearchPoint] {
        values.enumerated().map { place, value in
            let last = end - (values.count - 1 - place) * 7
            return SearchPoint(first: day(last - 6), last: day(last), value: value, isPartial: place == partial)
        }
    }

    private func series(_ values: [Double], isProduct: Bool = true, _ subject: String = "a", end: Int = 0)
        -> SearchEvidence
    {
        SearchEvidence(isProduct: isProduct, subject: subject, points: weeks(values, endingAt: end))
    }

    private func result(_ searches: [SearchEvidence], asOf asked: CalendarDay = day(0)) -> ComponentResult {
        SearchMeasure(context: ScoreContext(sources: [], readsSearches: true), day: asked).measure(
            ProductEvidence(listings: [], searches: searches))
    }

    private func value(_ searches: [SearchEvidence]) -> Double { result(searches).value ?? -1 }

    @Test func interest_as_usual_is_the_middle() {
        #expect(abs(value([series(Array(repeating: 40, count: 52))]) - 50) < 1e-9)
        #expect(abs(value([series(Array(repeating: 1, count: 8))]) - 50) < 1e-9)
    }

    @Test func the_documented_numbers() {
        // Twice what it was, in the 4 weeks before and in the year.
        let doubled = Array(repeating: 20.0, count: 48) + Array(repeating: 40, count: 4)
        #expect(abs(value([series(doubled)]) - 200.0 / 3) < 1e-9)
        #expect(value([series(Array(repeating: 20.0, count: 48) + [0, 0, 0, 0])]) == 0)
    }

    @Test func without_searches_it_is_missing_with_the_reason() {
        #expect(result([]) == .missing(.noSearch))
        let none = SearchMeasure(context: ScoreContext(sources: []), day: day(0))
        #expect(none.measure(ProductEvidence(listings: [])) == .missing(.notCollected))
    }

    @Test func it_takes_eight_whole_points_and_a_recent_one() {
        #expect(result([series(Array(repeating: 5, count: 7))]) == .missing(.tooFewSearchPoints(atLeast: 8)))
        let partial = SearchEvidence(
            isProduct: true, subject: "a", points: weeks(Array(repeating: 5, count: 8), partial: 7))
        #expect(result([partial]) == .missing(.tooFewSearchPoints(atLeast: 8)))
        #expect(result([series(Array(repeating: 5, count: 30), end: -28)]) == .missing(.tooFewSearchPoints(atLeast: 8)))
    }

    @Test func a_partial_point_changes_nothing() {
        let values = Array(repeating: 10.0, count: 20)
        let whole = SearchEvidence(isProduct: true, subject: "a", points: weeks(values, endingAt: -7))
        let more = SearchEvidence(
            isProduct: true, subject: "a",
            points: weeks(values, endingAt: -7) + [
                SearchPoint(first: day(-6), last: day(0), value: 99, isPartial: true)
            ])
        #expect(value([whole]) == value([more]))
    }

    @Test func scales_are_never_mixed() {
        // The same interest counted by another measure: neither a rise nor a fall.
        let old = series(Array(repeating: 10, count: 40), end: -28)
        let new = series(Array(repeating: 90, count: 20))
        #expect(value([old, new]) == value([new]) && value([new, old]) == value([new]))
        #expect(abs(value([old, new]) - 50) < 1e-9)
    }

    @Test func the_products_own_words_come_before_its_brands() {
        let own = series(Array(repeating: 10.0, count: 20) + [30, 30, 30, 30])
        let brand = series(Array(repeating: 10, count: 24), isProduct: false, "b")
        #expect(value([own, brand]) == value([own]))
        #expect(value([brand]) == 50)
    }

    @Test func only_points_up_to_the_day_count() {
        let values = Array(repeating: 10.0, count: 30) + [90, 90]
        let asked = result([series(values)], asOf: day(-14))
        #expect(asked == result([series(Array(values.prefix(30)), end: -14)], asOf: day(-14)))
    }

    @Test func bounded_and_monotone_for_random_series() {
        for seed in 0..<400 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let values = (0..<random.int(8...60)).map { _ in Double(random.int(0...100)) }
            let before = value([series(values)])
            #expect(before >= 0 && before <= 100)
            var higher = values
            higher[values.count - 1 - random.int(0...3)] += 10
            #expect(value([series(higher)]) >= before - 1e-9)
            var usual = values
            usual[random.int(0...(values.count - 5))] += 10
            #expect(value([series(usual)]) <= before + 1e-9)
            #expect(abs(value([series(values.map { $0 * 7 })]) - before) < 1e-9, "a scale of its own")
        }
    }

    @Test func nonsense_is_held_within_bounds() {
        #expect((0...100).contains(value([series([.nan, .infinity, -5, 1, 1, 1, 1, 1, 1, 1e300])])))
    }
}
