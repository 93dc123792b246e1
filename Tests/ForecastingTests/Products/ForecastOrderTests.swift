import Catalog
import Companies
import Foundation
import Testing

@testable import Forecasting

/// Whose turn it is.
@Suite struct ForecastOrderTests {
    private let today = CalendarDay(daysSince2000: 9_700)

    private func candidate(score: Double?, seen: Int?, looked: Double?) -> ForecastCandidate {
        ForecastCandidate(
            product: ForecastedProduct(owner: .house, id: UUID()), category: nil, score: score, listing: nil,
            lastSeen: today, seenThrough: seen.map { today.adding(days: -$0) },
            lookedAt: looked.map { Date(timeIntervalSince1970: $0) })
    }

    @Test func changed_data_first_then_value_then_age() {
        let unchangedHigh = candidate(score: 99, seen: 0, looked: 5)
        let unchangedOld = candidate(score: 50, seen: 0, looked: 1)
        let unchangedNew = candidate(score: 50, seen: 0, looked: 9)
        let changedLow = candidate(score: 10, seen: 7, looked: 8)
        let never = candidate(score: 20, seen: nil, looked: nil)
        let unscored = candidate(score: nil, seen: 7, looked: 2)
        let order = [unchangedNew, unscored, unchangedHigh, changedLow, unchangedOld, never]
        #expect(
            ForecastOrder.sorted(order).map(\.product)
                == [never, changedLow, unscored, unchangedHigh, unchangedOld, unchangedNew].map(\.product))
    }

    @Test func the_highest_scores_are_forecast_thoroughly() {
        let all = [3, nil, 97, 50].map { candidate(score: $0, seen: nil, looked: nil) }
        #expect(ForecastOrder.highest(2, of: all) == [all[2].product, all[3].product])
        #expect(ForecastOrder.highest(0, of: all).isEmpty)
        #expect(ForecastOrder.highest(9, of: all).count == 4)
    }
}

/// When a model is taken out of use.
@Suite struct DemotionRuleTests {
    @Test func it_takes_thirty_forecasts_and_confidence() {
        func record(_ count: Int, _ behind: Double, _ spread: Double) -> DemotionRule.Record {
            DemotionRule.Record(count: count, behind: behind, spread: spread)
        }
        #expect(DemotionRule.demotes(record(30, 0.2, 0.5)))
        #expect(!DemotionRule.demotes(record(29, 0.9, 0.1)))
        // It may be chance.
        #expect(!DemotionRule.demotes(record(30, 0.1, 0.5)))
        #expect(DemotionRule.demotes(record(300, 0.1, 0.5)))
        #expect(!DemotionRule.demotes(record(3_000, -0.1, 0.5)) && !DemotionRule.demotes(record(0, 0, 0)))
    }
}
