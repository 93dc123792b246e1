import Catalog
import Testing

@testable import Scoring

@Suite struct ScoreChangeTests {
    typealias Values = [ScoreComponent: Double]

    static func change(_ before: Values, _ after: Values, _ weights: ScoreWeights = .abvV1) -> ScoreChange? {
        ScoreChange(
            from: WeighedValues(values: before, weights: weights), to: WeighedValues(values: after, weights: weights))
    }

    @Test func a_moved_value_is_all_there_is() throws {
        let change = try #require(Self.change([.retail: 40, .price: 60], [.retail: 48, .price: 60]))
        #expect(abs(change.points - 5) < 1e-9)
        #expect(change[.retail]?.valueTenths == 50)
        #expect(change.components.allSatisfy { $0.weightTenths == 0 })
        #expect(change.sentence == "Up 5 points: retail +5.")
    }

    @Test func a_component_that_appears_moves_weights_by_its_distance_from_the_score() throws {
        let change = try #require(Self.change([.retail: 40, .price: 40], [.retail: 40, .price: 40, .media: 80]))
        // 0.25 of 0.65 at 80 instead of 40.
        #expect(abs(change.points - 40 * 0.25 / 0.65) < 1e-9)
        #expect(change.components.allSatisfy { $0.valuePoints == 0 })
        #expect(try #require(change[.media]).weightPoints > 0)
        #expect(change[.media]?.presence == .appeared)
        #expect(change.sentence == "Up 15.4 points: weights moved since media appeared +15.4.")
    }

    @Test func a_component_that_appears_with_the_value_of_the_score_changes_nothing() throws {
        let change = try #require(Self.change([.retail: 40, .price: 40], [.retail: 40, .price: 40, .search: 40]))
        #expect(change.components.allSatisfy { abs($0.points) < 1e-12 && $0.tenths == 0 })
        #expect(change.sentence == "Unchanged: weights moved since search appeared 0.")
    }

    @Test func a_weak_component_that_vanishes_lifts_the_score() throws {
        let change = try #require(Self.change([.retail: 80, .inventory: 10], [.retail: 80]))
        #expect(change.points > 0)
        #expect(try #require(change[.inventory]).weightPoints > 0)
        #expect(change[.inventory]?.presence == .vanished)
    }

    @Test func nothing_to_compare_is_no_change() {
        #expect(Self.change([:], [.retail: 1]) == nil)
        #expect(Self.change([.retail: 1], [.retail: .nan]) == nil)
        #expect(Self.change([.retail: .infinity], [.retail: 1]) == nil)
    }

    @Test func scores_of_different_profiles_are_not_compared() throws {
        let (one, other) = (Self.score([.retail: 40], "abv-v1"), Self.score([.retail: 50], "abv-v2"))
        #expect(ScoreChange(from: one, to: other) == nil)
        #expect(ScoreChange(from: one, to: Self.score([:], "abv-v1")) == nil)
        let change = try #require(ScoreChange(from: one, to: Self.score([.retail: 50], "abv-v1")))
        #expect(change.tenths == 100)
    }

    @Test(arguments: [1, 42, 20_261_130] as [UInt64])
    func parts_sum_to_the_change_and_shown_tenths_exactly(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for round in 0..<4_000 {
            let weights = try Self.weights(&random)
            let (before, after) = (Self.values(&random), Self.values(&random))
            let (one, other) = (Self.score(before, "p", weights), Self.score(after, "p", weights))
            guard let change = ScoreChange(from: one, to: other) else {
                #expect(one.score == nil || other.score == nil)
                continue
            }
            let whole = try #require(other.score) - (try #require(one.score))
            let note: Comment = "seed \(seed), round \(round)"
            #expect(abs(change.components.reduce(0) { $0 + $1.points } - whole) < 1e-9, note)
            #expect(change.components.reduce(0) { $0 + $1.tenths } == change.tenths, note)
            #expect(Wording.number(whole) == Wording.number(Double(change.tenths) / 10), note)
            for part in change.components {
                #expect(abs(part.valuePoints - Double(part.valueTenths) / 10) < 0.1 + 1e-9, note)
                #expect(abs(part.weightPoints - Double(part.weightTenths) / 10) < 0.1 + 1e-9, note)
                #expect(part.presence == .onBoth || part.valuePoints.magnitude < 1e-9, note)
            }
            // With the same components on both days no weight moves.
            if Set(before.keys) == Set(after.keys) {
                #expect(change.components.allSatisfy { abs($0.weightPoints) < 1e-9 }, note)
            }
        }
    }

    @Test(arguments: [3, 77] as [UInt64])
    func going_back_is_the_opposite(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let (one, other) = (Self.values(&random), Self.values(&random))
            guard let there = Self.change(one, other), let back = Self.change(other, one) else { continue }
            for (part, opposite) in zip(there.components, back.components) {
                #expect(abs(part.valuePoints + opposite.valuePoints) < 1e-9)
                #expect(abs(part.weightPoints + opposite.weightPoints) < 1e-9)
            }
        }
    }

    @Test func tenths_are_shared_by_largest_remainder() {
        #expect(TenthsSharing.share([0.04, 0.04, 0.04], total: 1) == [1, 0, 0])
        #expect(TenthsSharing.share([-0.05, 0.16], total: 1) == [-1, 2])
        #expect(TenthsSharing.share([], total: 0) == [])
        #expect(TenthsSharing.share([1e300, -1e300], total: 0) == [1_000_000_000_000_000, -1_000_000_000_000_000])
    }

    /// Whole and broken values; each component missing now and then.
    static func values(_ random: inout SeededGenerator) -> Values {
        var values: Values = [:]
        for component in ScoreComponent.allCases where !random.chance(25) {
            values[component] = random.chance(30) ? Double(random.int(0...100)) : random.real(0, 100)
        }
        return values
    }

    static func weights(_ random: inout SeededGenerator) throws -> ScoreWeights {
        let parts = (0..<5).map { _ in Double(random.int(1...20)) }
        let sum = parts.reduce(0, +)
        return try ScoreWeights(
            media: parts[0] / sum, retail: parts[1] / sum, price: parts[2] / sum, inventory: parts[3] / sum,
            search: parts[4] / sum)
    }

    /// A score weighed as `TrendScorer` weighs.
    static func score(_ values: Values, _ profile: String, _ weights: ScoreWeights = .abvV1) -> TrendScore {
        let measured = ScoreComponent.allCases.filter { values[$0] != nil }
        let sum = measured.reduce(0) { $0 + weights[$1] }
        let points = measured.reduce(0) { $0 + weights[$1] * (values[$1] ?? 0) }
        return TrendScore(
            profile: profile, asOf: CalendarDay(daysSince2000: 8_000), periodDays: 7,
            score: sum > 0 ? min(100, max(0, points / sum)) : nil, tier: nil, momentum: nil,
            momentumIsComparable: false, completeness: min(1, sum),
            components: ScoreComponent.allCases.map { component in
                ComponentScore(
                    component: component,
                    result: values[component].map { .measured($0, reasons: []) } ?? .missing(.noListing),
                    weight: weights[component],
                    appliedWeight: values[component] == nil ? 0 : weights[component] / min(1, sum))
            })
    }
}
