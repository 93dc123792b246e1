import Foundation
import Testing

@testable import Scoring

@Suite struct ReweighedListTests {
    private func id(_ number: UInt8) -> UUID {
        UUID(uuid: (number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    }

    @Test func the_list_is_weighed_anew_with_missing_weights_shared_out() throws {
        let weights = try ScoreWeights(media: 0, retail: 0.5, price: 0.5, inventory: 0, search: 0)
        let list = ReweighedList(
            [
                (id(1), "one", 60, [nil, 100, 20, nil, nil]),
                // Only retail counts of what is measured.
                (id(2), "two", 50, [90, 80, nil, 10, nil]),
                // Nothing that counts is measured: it would have no score.
                (id(3), "three", 40, [90, nil, nil, 10, nil]),
            ], weights: weights, limit: 10)
        #expect(list.scored == 2 && list.rise == 1 && list.fall == 0)
        #expect(list.first.map(\.name) == ["two", "one"])
        #expect(list.first.map(\.after) == [80, 60])
        #expect(list.first.map(\.placeBefore) == [2, 1] && list.first.map(\.placeAfter) == [1, 2])
    }

    @Test func the_weights_in_force_change_nothing() {
        let values: [Double?] = [nil, 80, 40, 60, nil]
        let score = (0.25 * 80 + 0.15 * 40 + 0.20 * 60) / (0.25 + 0.15 + 0.20)
        let list = ReweighedList(
            (0..<20).map { (id($0), "\($0)", score, values) }, weights: .abvV1, limit: 5)
        #expect(list.first.count == 5 && list.rise == 0 && list.fall == 0)
        #expect(list.first.allSatisfy { abs($0.after - $0.before) < 1e-9 && $0.placeBefore == $0.placeAfter })
    }

    @Test func nothing_is_an_empty_list() {
        let list = ReweighedList(
            [(id: UUID, name: String, score: Double, values: [Double?])](), weights: .abvV1, limit: 5)
        #expect(list.first.isEmpty && list.scored == 0)
    }
}
