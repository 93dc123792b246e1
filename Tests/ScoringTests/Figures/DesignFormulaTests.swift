import Scoring
import Testing

/// The formulas of P-16 to P-20 with numbers worked out by hand.
@Suite struct DesignFormulaTests {
    private func score(reviews: Double, rating: Double, offers: Double, price: Double) throws -> FigureScore {
        let values = ["review_count": reviews, "rating": rating, "product_count": offers, "price": price]
        return try #require(try BuiltInDocuments.read("pod-v1").scores([FigureSamples.row("mug", values)])["mug"])
    }

    @Test func plain_numbers() throws {
        let score = try score(reviews: 200, rating: 3.5, offers: 40, price: 25)
        #expect(isNear(score.value("demand"), 200 / 10 + 3.5 * 5))
        #expect(isNear(score.value("growth"), 3.5 * 20 + 10))
        #expect(isNear(score.value("competition"), 100 - 40))
        #expect(isNear(score.value("profitability"), 25 / 50 * 50 + 3.5 * 10))
        // 37.5, 80, 60 and 60.
        #expect(isNear(score.score, 59.375))
        #expect(score.completeness == 1)
        #expect(!score.sharesMissingWeight)
        #expect(score.seasonFactor == nil && !score.seasonIsUnknown)
        #expect(isNear(score["growth"]?.points, 20))
        #expect(score["growth"]?.weight == 0.25 && score["growth"]?.appliedWeight == 0.25)
    }

    @Test func five_thousand_reviews_are_a_demand_of_100() throws {
        let score = try score(reviews: 5_000, rating: 4, offers: 0, price: 10)
        #expect(score["demand"]?.outcome.measurement?.figure == 520)
        #expect(score.value("demand") == 100)
    }

    @Test func growth_and_profitability_end_at_100() throws {
        let score = try score(reviews: 0, rating: 5, offers: 0, price: 80)
        #expect(score["growth"]?.outcome.measurement?.figure == 110)
        #expect(score.value("growth") == 100)
        #expect(score["profitability"]?.outcome.measurement?.figure == 130)
        #expect(score.value("profitability") == 100)
    }

    @Test func more_than_100_offers_leave_no_room() throws {
        let score = try score(reviews: 0, rating: 0, offers: 250, price: 0)
        #expect(score["competition"]?.outcome.measurement?.figure == 250)
        #expect(score.value("competition") == 0)
        // Growth is 10 without any rating.
        #expect(score.score == 2.5)
    }

    @Test func the_best_is_100() throws {
        let score = try score(reviews: 1_000, rating: 5, offers: 0, price: 50)
        #expect(score.score == 100)
        #expect(score.tier == .viral)
    }

    @Test func a_figure_below_nothing_is_0() throws {
        let document = FigureSamples.document(components: [FigureSamples.component("one", plus: -20)])
        #expect(try document.scores([FigureSamples.row("mug", ["a": 5])])["mug"]?.score == 0)
    }
}
