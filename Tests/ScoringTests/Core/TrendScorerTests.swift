import Catalog
import Testing

@testable import Scoring

@Suite struct TrendScorerTests {
    let scorer = TrendScorer(context: weeklyContext(sources: 2))

    @Test func nothing_known_is_no_score() {
        let score = scorer.score(ProductEvidence(listings: []), asOf: day(0))
        #expect(score.score == nil && score.tier == nil && score.momentum == nil && score.completeness == 0)
        #expect(score.components.count == 5)
        #expect(score.receipt.count == 6)
    }

    @Test func missing_components_give_their_weight_to_the_others() throws {
        let evidence = ProductEvidence(listings: [listing(source: 0, prices: prices([(-300, 1_000)]))])
        let score = scorer.score(evidence, asOf: day(0))
        let retail = 0.6 * 100 / 3 + 0.4 * 50
        #expect(abs(score.completeness - 0.40) < 1e-9)
        let value = try #require(score.score)
        #expect(abs(value - (0.25 * retail + 0.15 * 100) / 0.40) < 1e-9)
        #expect(abs(score.components.map(\.points).reduce(0, +) - value) < 1e-9)
        #expect(abs(score.components.map(\.appliedWeight).reduce(0, +) - 1) < 1e-9)
    }

    @Test func momentum_is_the_change_since_a_period_ago() throws {
        let evidence = ProductEvidence(listings: [listing(source: 0), listing(source: 1, first: 0)])
        let now = scorer.score(evidence, asOf: day(0))
        let before = scorer.score(evidence, asOf: day(-7))
        let (score, earlier) = try (#require(now.score), #require(before.score))
        #expect(now.momentum == score - earlier)
        #expect(now.momentumIsComparable && (now.momentum ?? 0) > 0)
    }

    @Test func news_of_a_component_is_not_movement() {
        let evidence = ProductEvidence(listings: [listing(source: 0, stock: stock([(-1, 5_000)]))])
        let score = scorer.score(evidence, asOf: day(0))
        #expect(score.momentum != nil && score.momentumIsComparable == false)
        #expect(score.tier == .stable)
    }

    @Test func a_product_first_seen_this_period_has_no_momentum() {
        let score = scorer.score(ProductEvidence(listings: [listing(first: -2)]), asOf: day(0))
        #expect(score.score != nil && score.momentum == nil)
    }

    @Test func history_ends_on_the_day_and_equals_single_scores() {
        let evidence = ProductEvidence(listings: [
            listing(source: 0, prices: prices([(-300, 1_000), (-30, 900)]), stock: stock([(-50, 90), (-20, 30)])),
            listing(source: 1, first: -40),
        ])
        let history = scorer.history(evidence, endingAt: day(0))
        #expect(history.map(\.asOf) == stride(from: -77, through: 0, by: 7).map(day))
        for score in history { #expect(score == scorer.score(evidence, asOf: score.asOf)) }
    }

    @Test func receipt_names_every_component_and_its_numbers() {
        let evidence = ProductEvidence(listings: [listing(source: 0, prices: prices([(-300, 1_000)]))])
        let receipt = scorer.score(evidence, asOf: day(0)).receipt
        #expect(receipt[0].hasPrefix("Score 62.5 of 100 on "))
        #expect(receipt[0].hasSuffix("stable, unchanged against 7 days earlier. 40 % of the weight is measured."))
        #expect(receipt[1] == "Media is missing: no such signal is collected yet. Its weight went to the others.")
        #expect(
            receipt[2] == "Retail 40 × 62.5 % = 25 points: 1 of 2 sources carries it;"
                + " 0 added and 0 dropped it in the last 90 days.")
        #expect(
            receipt[3] == "Price 100 × 37.5 % = 37.5 points: prices of 1 listing stood on average 0 % from their"
                + " usual level over 180 days; discounted by 5 % or more on 0 % of the days.")
        #expect(receipt[4] == "Inventory is missing: no source states its stock. Its weight went to the others.")
    }
}
