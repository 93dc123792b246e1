import Scoring
import Testing

@Suite struct MomentumTests {
    private static let document = FigureSamples.document(components: [
        FigureSamples.component("first", of: "a", weight: 0.5), FigureSamples.component("second", of: "b", weight: 0.5),
    ])

    private static func score(_ then: [String: Double], _ now: [String: Double]) throws -> FigureScore {
        try #require(
            try document.scores(
                [FigureSamples.row("mug", day: 0, then), FigureSamples.row("mug", day: 7, now)], asOf: 7)["mug"])
    }

    @Test func the_same_components_are_comparable() throws {
        let score = try Self.score(["a": 40, "b": 60], ["a": 50, "b": 64])
        #expect(score.momentum == 7)
        #expect(score.momentumIsComparable)
    }

    @Test func other_components_are_not() throws {
        let score = try Self.score(["a": 40], ["a": 60, "b": 60])
        #expect(score.momentum == 20)
        #expect(!score.momentumIsComparable)
        // Rising, but not to be compared.
        #expect(score.tier == .stable)
    }

    @Test func without_a_row_then_there_is_none() throws {
        let score = try #require(try Self.document.scores([FigureSamples.row("mug", day: 1, ["a": 1])], asOf: 7)["mug"])
        #expect(score.momentum == nil && !score.momentumIsComparable)
        #expect(score.rowDay == 1)
    }

    @Test func without_a_new_row_nothing_moves() throws {
        let score = try #require(try Self.document.scores([FigureSamples.row("mug", ["a": 1])], asOf: 30)["mug"])
        #expect(score.momentum == 0 && score.momentumIsComparable)
    }

    @Test func ranks_then_are_among_those_known_then() throws {
        let document = FigureSamples.document(components: [
            FigureSamples.component("one", normaliser: .percentile(within: .all, least: 1))
        ])
        let scores = try document.scores(
            [
                FigureSamples.row("m1", ["a": 5]), FigureSamples.row("m2", ["a": 9]),
                FigureSamples.row("m3", day: 5, ["a": 1]),
            ], asOf: 7)
        #expect(scores["m1"]?.score == 50)
        #expect(scores["m1"]?.momentum == 25)
        #expect(scores["m1"]?.momentumIsComparable == true)
        #expect(scores["m3"]?.momentum == nil)
    }

    @Test func ranks_within_another_kind_of_group_are_not_comparable() throws {
        let document = FigureSamples.document(components: [
            FigureSamples.component("one", normaliser: .percentile(within: .category, least: 2))
        ])
        let scores = try document.scores(
            [FigureSamples.row("m1", "mugs", ["a": 5]), FigureSamples.row("m2", "mugs", day: 5, ["a": 9])], asOf: 7)
        #expect(scores["m1"]?.momentum == -25)
        #expect(scores["m1"]?.momentumIsComparable == false)
    }

    @Test(arguments: [
        (then: 90.0, now: 90.0, tier: TrendTier.viral), (then: 100, now: 75, tier: .trending),
        (then: 50, now: 60, tier: .emerging), (then: 54, now: 55, tier: .emerging),
        (then: 59.5, now: 60, tier: .stable), (then: 80, now: 60, tier: .stable), (then: 10, now: 54, tier: .stable),
        (then: 40, now: 35, tier: .stable), (then: 36, now: 34, tier: .declining), (then: 34.5, now: 34, tier: .stable),
        (then: 20, now: 34, tier: .stable),
    ])
    func tiers_follow_score_and_movement(_ example: (then: Double, now: Double, tier: TrendTier)) throws {
        let score = try Self.score(["a": example.then, "b": example.then], ["a": example.now, "b": example.now])
        #expect(score.tier == example.tier)
    }

    @Test func without_a_band_standing_still_is_no_movement() {
        let tiers = FigureTiers(viral: 90, trending: 75, emerging: 55, declining: 35, steadyBand: 0)
        #expect(tiers.tier(score: 60, momentum: 0) == .stable)
        #expect(tiers.tier(score: 60, momentum: 0.001) == .emerging)
        #expect(tiers.tier(score: 20, momentum: nil) == .stable)
    }
}
