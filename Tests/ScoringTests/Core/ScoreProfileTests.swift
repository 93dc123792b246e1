import Testing

@testable import Scoring

@Suite struct ScoreProfileTests {
    @Test func first_profile_has_the_designed_weights_and_they_sum_to_one() throws {
        let designed = try ScoreWeights(media: 0.25, retail: 0.25, price: 0.15, inventory: 0.20, search: 0.15)
        #expect(ScoreProfile.abvV1.weights == designed)
        #expect(ScoreProfile.abvV1.name == "abv-v1")
    }

    @Test func weights_that_do_not_sum_to_one_are_refused() {
        #expect(throws: ScoreProfileProblem.weightsDoNotSumToOne(1.25)) {
            try ScoreWeights(media: 0.5, retail: 0.25, price: 0.25, inventory: 0.25, search: 0)
        }
    }

    @Test(arguments: [-0.1, .nan, .infinity])
    func a_weight_that_is_negative_or_not_a_number_is_refused(weight: Double) {
        #expect(throws: ScoreProfileProblem.self) {
            try ScoreWeights(media: weight, retail: 1 - weight, price: 0, inventory: 0, search: 0)
        }
    }

    @Test func cut_offs_out_of_order_are_refused() {
        #expect(throws: ScoreProfileProblem.cutOffsOutOfOrder) {
            try TierCutOffs(viral: 90, trending: 91, emerging: 55, declining: 35, steadyBand: 1)
        }
        #expect(throws: ScoreProfileProblem.steadyBandOutOfRange(-1)) {
            try TierCutOffs(viral: 90, trending: 75, emerging: 55, declining: 35, steadyBand: -1)
        }
    }

    @Test(
        arguments: [
            (90.0, nil, TrendTier.viral), (89.9, 5.0, .trending), (75.0, -9.0, .trending),
            (74.9, 1.0, .emerging), (55.0, 1.0, .emerging), (55.0, 0.9, .stable), (70.0, nil, .stable),
            (70.0, -3.0, .stable), (54.9, 9.0, .stable), (35.0, -9.0, .stable), (34.9, -1.0, .declining),
            (34.9, -0.9, .stable), (10.0, nil, .stable), (10.0, 4.0, .stable),
        ] as [(Double, Double?, TrendTier)])
    func tier_follows_score_and_momentum(score: Double, momentum: Double?, tier: TrendTier) {
        #expect(TierCutOffs.abvV1.tier(score: score, momentum: momentum) == tier)
    }

    @Test func without_a_steady_band_an_unchanged_score_still_does_not_move() throws {
        let cutOffs = try TierCutOffs(viral: 90, trending: 75, emerging: 55, declining: 35, steadyBand: 0)
        #expect(cutOffs.tier(score: 60, momentum: 0) == .stable)
        #expect(cutOffs.tier(score: 60, momentum: 0.001) == .emerging)
    }
}
