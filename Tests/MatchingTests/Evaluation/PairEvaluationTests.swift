import Catalog
import Testing

@testable import Matching

/// How right a matcher is, by hand and by chance.
@Suite struct PairEvaluationTests {
    private func scored(_ pairs: [(left: Int, probability: Double, isSame: Bool)]) -> [ScoredPair] {
        pairs.map { ScoredPair(left: $0.left, probability: $0.probability, isSame: $0.isSame) }
    }

    @Test func the_figures_are_those_of_a_sheet_of_paper() throws {
        let pairs = scored([
            (1, 0.9, true), (1, 0.8, false), (2, 0.7, true), (2, 0.2, false), (3, 0.4, true), (3, 0.6, false),
            (4, 0.1, false),
        ])
        let found = PairEvaluation(pairs, threshold: 0.5)
        #expect(found.precision.hits == 2 && found.precision.of == 4 && found.recall.of == 3)
        #expect(abs(found.f1.value - 2 * 0.5 * (2.0 / 3) / (0.5 + 2.0 / 3)) < 1e-12)
        #expect(found.f1.low <= found.f1.value && found.f1.value <= found.f1.high)
        // Of three with a same one, the best is one for the first two.
        #expect(found.bestIsRight.hits == 2 && found.bestIsRight.of == 3)
        #expect(found.pairs == 7)
    }

    @Test func of_several_equal_best_ones_the_worst_counts() {
        let pairs = scored([(1, 0.5, true), (1, 0.5, false), (2, 0.5, true), (2, 0.4, false)])
        #expect(PairEvaluation(pairs, threshold: 0.5).bestIsRight.hits == 1)
    }

    @Test func nothing_is_no_division_by_nothing() {
        let none = PairEvaluation([], threshold: 0.5)
        #expect(none.precision.value == nil && none.precision.low == 0 && none.precision.high == 1)
        #expect(none.f1.value == 0 && none.calibrationError == 0 && none.bestIsRight.of == 0)
        #expect(PairEvaluation.threshold(on: []) == 0.5)
        let noneSame = scored([(1, 0.9, false), (2, 0.1, false)])
        #expect(PairEvaluation.threshold(on: noneSame) == 0.5)
        #expect(PairEvaluation(noneSame, threshold: 0.5).recall.value == nil)
    }

    @Test(arguments: 1...30) func no_threshold_is_much_better_than_the_chosen_one(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pairs = (0..<80).map { number in
            let isSame = random.chance(30)
            // Some are equal, so that what lies between them is no threshold.
            let probability = (random.real(0, 1) * 20).rounded() / 20
            return ScoredPair(
                left: number / 4, probability: isSame ? max(probability, 0.3) : probability, isSame: isSame)
        }
        let best = PairEvaluation(pairs, threshold: PairEvaluation.threshold(on: pairs), draws: 1).f1.value
        for threshold in pairs.map(\.probability) + [0, 0.5, 1, 1.1] {
            #expect(PairEvaluation(pairs, threshold: threshold, draws: 1).f1.value <= best + 0.1, "seed \(seed)")
        }
    }

    @Test func whoever_says_what_happens_is_calibrated() {
        var random = SeededGenerator(seed: 5)
        let honest = (0..<20_000).map { number -> ScoredPair in
            let probability = random.real(0, 1)
            return ScoredPair(left: number, probability: probability, isSame: random.real(0, 1) < probability)
        }
        #expect(PairEvaluation(honest, threshold: 0.5, draws: 1).calibrationError < 0.015)
        let boastful = honest.map {
            ScoredPair(left: $0.left, probability: $0.probability > 0.5 ? 1 : 0, isSame: $0.isSame)
        }
        #expect(PairEvaluation(boastful, threshold: 0.5, draws: 1).calibrationError > 0.2)
    }

    /// Wilson's bounds, as tables have them.
    @Test func bounds_are_wilsons() {
        let none = Share(0, of: 300)
        #expect(none.low < 1e-12 && abs(none.high - 0.01264) < 1e-4)
        let half = Share(50, of: 100)
        #expect(abs(half.low - 0.4038) < 1e-4 && abs(half.high - 0.5962) < 1e-4)
    }

    @Test func drawn_bounds_are_the_same_for_the_same_seed_and_hold_the_truth() {
        var random = SeededGenerator(seed: 8)
        let pairs = (0..<2_000).map { number in
            ScoredPair(left: number / 5, probability: random.real(0, 1), isSame: random.chance(50))
        }
        let (one, again) = (PairEvaluation(pairs, threshold: 0.5), PairEvaluation(pairs, threshold: 0.5))
        #expect(one == again && one.f1.low < 0.5 && one.f1.high > 0.49 && one.f1.high - one.f1.low < 0.08)
    }
}
