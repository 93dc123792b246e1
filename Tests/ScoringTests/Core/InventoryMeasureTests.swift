import Testing

@testable import Scoring

@Suite struct InventoryMeasureTests {
    let scorer = TrendScorer(context: weeklyContext(sources: 2))
    let unconfirmed = TrendScorer(context: ScoreContext(sources: []))

    @Test func without_counts_it_is_missing_never_zero() {
        let score = scorer.score(ProductEvidence(listings: [listing()]), asOf: day(0))
        #expect(score[.inventory]?.result == .missing(.noStock))
    }

    @Test func one_count_gives_the_level_alone_and_says_so() {
        let score = unconfirmed.score(
            ProductEvidence(listings: [listing(stock: stock([(0, 24)]))]), asOf: day(0))
        let reasons: [ScoreReason] = [.unitsInStock(24, listings: 1), .velocityUnknown, .storesUnknown]
        #expect(score[.inventory]?.result == .measured(50, reasons: reasons))
    }

    @Test func sold_once_in_thirty_days_is_half_the_velocity() throws {
        // 2 a day from a mean stock of 60 = one turn in 30 days.
        let score = unconfirmed.score(
            ProductEvidence(listings: [listing(stock: stock([(-10, 61), (-5, 59), (0, 41)]))]), asOf: day(0))
        guard case .measured(let value, let reasons)? = score[.inventory]?.result else {
            Issue.record("not measured")
            return
        }
        #expect(reasons.contains(.unitsOut(perDay: 2, daysOfCover: 20.5)))
        let level = 100 * 41.0 / 65
        #expect(abs(value - (0.3 * level + 0.5 * 50) / 0.8) < 1e-9)
    }

    @Test func deliveries_are_not_negative_sales() {
        let score = unconfirmed.score(
            ProductEvidence(listings: [listing(stock: stock([(-10, 50), (-5, 40), (-4, 200), (0, 190)]))]),
            asOf: day(0))
        guard case .measured(_, let reasons)? = score[.inventory]?.result else {
            Issue.record("not measured")
            return
        }
        #expect(reasons.contains(.unitsOut(perDay: 2, daysOfCover: 95)))
    }

    @Test func an_unchanged_count_that_lists_confirm_means_nothing_went_out() {
        let score = scorer.score(
            ProductEvidence(listings: [listing(stock: stock([(-60, 24)]))]), asOf: day(0))
        guard case .measured(_, let reasons)? = score[.inventory]?.result else {
            Issue.record("not measured")
            return
        }
        #expect(reasons.contains(.unitsOut(perDay: 0, daysOfCover: nil)))
    }

    @Test func old_counts_are_missing_with_their_age() {
        let score = unconfirmed.score(
            ProductEvidence(listings: [listing(stock: stock([(-31, 24)]))]), asOf: day(0))
        #expect(score[.inventory]?.result == .missing(.staleStock(daysOld: 31)))
    }

    @Test func faster_sales_never_lower_it() {
        let values = stride(from: Int64(0), through: 90, by: 5).map { sold in
            // The level stays at 100 while more and more goes out and is replaced.
            unconfirmed.value(
                .inventory, [listing(stock: stock([(-10, 100), (-5, 100 - sold), (-5, 100), (0, 100)]))]) ?? -1
        }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(values[0] < values[values.count - 1])
    }

    @Test func more_shops_raise_it() throws {
        func value(_ now: Int) -> Double? {
            let counts = [
                StockObservation(day: day(-10), units: 50, stores: 10),
                StockObservation(day: day(0), units: 50, stores: now),
            ]
            return unconfirmed.value(.inventory, [listing(stock: counts)])
        }
        let values = [0, 5, 10, 20].map { value($0) ?? -1 }
        #expect(values == values.sorted() && Set(values).count == 4)
    }

    @Test func what_is_no_longer_on_the_list_has_no_stock_to_speak_of() {
        #expect(scorer.value(.inventory, [listing(last: -14, stock: stock([(-14, 24)]))]) == nil)
    }
}
