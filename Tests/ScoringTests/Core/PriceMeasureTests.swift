import Catalog
import Testing

@testable import Scoring

@Suite struct PriceMeasureTests {
    let scorer = TrendScorer(context: weeklyContext(sources: 1))
    /// No list confirms anything, so only the observations speak.
    let unconfirmed = TrendScorer(context: ScoreContext(sources: []))

    @Test func a_price_that_never_moved_is_firm() {
        #expect(scorer.value(.price, [listing(prices: prices([(-300, 1_000)]))]) == 100)
    }

    @Test func one_unconfirmed_price_is_not_enough() {
        let score = unconfirmed.score(
            ProductEvidence(listings: [listing(prices: prices([(-3, 1_000)]))]), asOf: day(0))
        #expect(score[.price]?.result == .missing(.tooFewPrices(withinDays: 180)))
        #expect(unconfirmed.value(.price, [listing(prices: prices([(-3, 1_000), (-2, 1_000)]))]) == 100)
    }

    @Test func two_prices_of_one_day_are_not_two_days() {
        #expect(unconfirmed.value(.price, [listing(prices: prices([(-3, 1_000), (-3, 900)]))]) == nil)
    }

    @Test func a_tenth_of_the_days_ten_percent_off_is_the_documented_number() throws {
        // 180 days: usual 10.00, 18 days at 9.00.
        let history = prices([(-300, 1_000), (-100, 900), (-82, 1_000)])
        let value = try #require(scorer.value(.price, [listing(prices: history)]))
        let expected = 60 * (1 - 4 * 0.1 * 0.1) + 40 * (1 - 2 * 0.1)
        #expect(abs(value - expected) < 1e-9)
    }

    @Test func deeper_discounts_never_raise_it() {
        let values = stride(from: Int64(1_000), through: 100, by: -50).map { cheap in
            scorer.value(.price, [listing(prices: prices([(-300, 1_000), (-60, cheap), (-40, 1_000)]))]) ?? -1
        }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
        #expect(values.first == 100 && (values.last ?? 100) < 70)
    }

    @Test func longer_discounts_never_raise_it() {
        let values = (0..<80).map { length in
            scorer.value(.price, [listing(prices: prices([(-300, 1_000), (-85, 800), (-85 + length, 1_000)]))]) ?? -1
        }
        #expect(zip(values.dropFirst(), values.dropFirst(2)).allSatisfy { $0 >= $1 })
    }

    @Test func level_and_currency_do_not_matter() throws {
        let cheap = prices([(-300, 1_000), (-60, 850), (-40, 1_000)])
        let dear = prices([(-300, 1_000_000), (-60, 850_000), (-40, 1_000_000)], currency: .usd)
        let one = try #require(scorer.value(.price, [listing(prices: cheap)]))
        let other = try #require(scorer.value(.price, [listing(prices: dear)]))
        #expect(abs(one - other) < 1e-9)
    }

    @Test func a_change_of_currency_is_not_a_change_of_price() {
        let history = prices([(-100, 1_000)]) + prices([(-50, 1_150)], currency: .usd)
        #expect(scorer.value(.price, [listing(prices: history)]) == 100)
    }

    @Test func prices_of_zero_or_less_are_no_prices() {
        let history = prices([(-100, 1_000), (-50, 0), (-40, -5)])
        #expect(scorer.value(.price, [listing(prices: history)]) == 100)
        #expect(scorer.value(.price, [listing(prices: prices([(-50, 0), (-40, -5)]))]) == nil)
    }

    @Test func a_price_gone_for_half_a_year_is_forgotten() {
        #expect(scorer.value(.price, [listing(last: -200, prices: prices([(-300, 1_000), (-250, 900)]))]) == nil)
    }
}
