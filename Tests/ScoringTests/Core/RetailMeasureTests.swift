import Testing

@testable import Scoring

@Suite struct RetailMeasureTests {
    let scorer = TrendScorer(context: weeklyContext(sources: 4))

    @Test func two_of_four_for_long_is_the_documented_number() throws {
        let value = try #require(scorer.value(.retail, [listing(source: 0), listing(source: 1)]))
        #expect(abs(value - (0.6 * 40 + 0.4 * 50)) < 1e-9)
    }

    @Test func every_source_more_raises_it() throws {
        let values = (1...4).map { count in scorer.value(.retail, (0..<count).map { listing(source: $0) }) ?? -1 }
        #expect(values == values.sorted() && Set(values).count == 4)
    }

    @Test func two_listings_of_one_source_count_once() {
        let one = scorer.value(.retail, [listing(source: 0)])
        #expect(one == scorer.value(.retail, [listing(source: 0), listing(source: 0, first: -300)]))
    }

    @Test func a_new_addition_raises_it_and_an_old_one_does_not() throws {
        let old = try #require(scorer.value(.retail, [listing(source: 0, first: -200)]))
        let new = try #require(scorer.value(.retail, [listing(source: 0, first: -49)]))
        #expect(abs(new - old - 0.4 * 25) < 1e-9)
    }

    @Test func being_dropped_lowers_it_below_never_having_been_there() throws {
        let two = try #require(scorer.value(.retail, [listing(source: 0)]))
        let dropped = try #require(scorer.value(.retail, [listing(source: 0), listing(source: 1, last: -49)]))
        #expect(abs(two - dropped - 0.4 * 25) < 1e-9)
    }

    @Test func what_is_on_the_first_list_of_a_source_is_not_new() throws {
        let context = ScoreContext(sources: [SourceCalendar(listDays: [day(-20), day(0)])])
        let value = try #require(TrendScorer(context: context).value(.retail, [listing(first: -20)]))
        #expect(abs(value - (0.6 * 50 + 0.4 * 50)) < 1e-9)
    }

    @Test func with_one_list_only_presence_stands_alone_and_says_so() throws {
        let context = ScoreContext(sources: [SourceCalendar(listDays: [day(0)])])
        let score = TrendScorer(context: context).score(
            ProductEvidence(listings: [listing(first: 0)]), asOf: day(0))
        #expect(
            score[.retail]?.result
                == .measured(50, reasons: [.carried(by: 1, of: 1), .noEarlierList]))
    }

    @Test func a_source_silent_for_too_long_is_on_neither_side() {
        let context = ScoreContext(sources: [SourceCalendar(listDays: [day(-121)])])
        let score = TrendScorer(context: context).score(
            ProductEvidence(listings: [listing(first: -121, last: -121)]), asOf: day(0))
        #expect(score[.retail]?.result == .missing(.noActiveSource(withinDays: 120)))
    }

    @Test func a_listing_of_an_unknown_source_does_not_count_and_does_not_trap() {
        let without = scorer.value(.retail, [listing(source: 0)])
        #expect(scorer.value(.retail, [listing(source: 0), listing(source: 99), listing(source: -1)]) == without)
    }
}
