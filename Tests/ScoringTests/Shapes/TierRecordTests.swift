import Catalog
import Testing

@testable import Scoring

@Suite struct TierRecordTests {
    static let begin = CalendarDay(daysSince2000: 9_000)
    static let question = TierQuestion(called: .emerging, goal: .trending, within: 60)

    static func at(_ offset: Int) -> CalendarDay { begin.adding(days: offset) }

    static func history(_ steps: [(Int, TrendTier)]) -> TierHistory {
        TierHistory(steps.map { TierHistory.Entry(day: at($0.0), tier: $0.1) })
    }

    static func record(_ histories: [TierHistory], asOf: Int = 365) -> TierRecord {
        TierRecord(question, histories: histories, from: begin, asOf: at(asOf))
    }

    @Test func a_call_that_makes_it_in_time_counts() {
        let record = Self.record([
            Self.history([(0, .stable), (10, .emerging), (70, .trending)]),
            Self.history([(0, .stable), (10, .emerging), (71, .trending)]),
            Self.history([(0, .stable), (10, .emerging), (30, .viral)]),
        ])
        #expect(record.called.reached.hits == 2)
        #expect(record.called.reached.of == 3)
        #expect(record.called.pending == 0)
    }

    @Test func every_day_in_a_tier_is_one_call() {
        let days = (10..<50).map { ($0, TrendTier.emerging) }
        let record = Self.record([Self.history([(0, .stable)] + days + [(50, .stable)])])
        #expect(record.called.reached.of == 1)
    }

    @Test func flickering_within_the_time_is_one_call_and_later_is_another() {
        let flickers = (0..<10).flatMap { [(10 + 4 * $0, TrendTier.emerging), (12 + 4 * $0, TrendTier.stable)] }
        let record = Self.record([Self.history([(0, .stable)] + flickers + [(100, .emerging)])])
        #expect(record.called.reached.of == 2)
        #expect(record.called.reached.hits == 0)
    }

    @Test func a_call_with_time_left_is_pending_even_if_it_has_made_it() {
        let record = Self.record(
            [
                Self.history([(0, .stable), (310, .emerging)]),
                Self.history([(0, .stable), (310, .emerging), (320, .trending)]),
                Self.history([(0, .stable), (305, .emerging)]),
                Self.history([(0, .stable), (305, .emerging), (365, .trending)]),
            ])
        #expect(record.called.pending == 2)
        #expect(record.called.pendingReached == 1)
        #expect(record.called.reached.of == 2)
        #expect(record.called.reached.hits == 1)
    }

    @Test func days_after_today_are_not_read() {
        let record = Self.record([Self.history([(0, .stable), (10, .emerging), (60, .trending)])], asOf: 59)
        #expect(record.called.pending == 1)
        #expect(record.called.pendingReached == 0)
    }

    @Test func a_tier_held_when_the_record_begins_is_no_call() {
        let record = Self.record([
            Self.history([(0, .emerging), (20, .trending)]),
            Self.history([(-40, .emerging), (20, .trending)]),
            // First heard of later: that is when it was called.
            Self.history([(5, .emerging), (20, .trending)]),
        ])
        #expect(record.unknownStarts == 2)
        #expect(record.called.reached.of == 1)
    }

    @Test func a_product_nothing_is_heard_of_any_more_has_not_made_it() {
        let record = Self.record([Self.history([(0, .stable), (10, .emerging)])])
        #expect(record.called.reached.of == 1)
        #expect(record.called.reached.hits == 0)
    }

    @Test func others_are_looked_at_once_in_every_stretch() {
        let record = Self.record(
            [
                Self.history([(0, .stable)]),
                Self.history([(0, .declining), (130, .trending)]),
                Self.history([(0, .trending)]),
            ], asOf: 185)
        // Looks on days 0, 60 and 120 are over, 180 is not. The second is declining on three of them.
        #expect(record.others.reached.of == 6)
        #expect(record.others.reached.hits == 1)
        #expect(record.others.pending == 1)
        #expect(record.othersByTier[.declining]?.reached.of == 3)
        #expect(record.othersByTier[.stable]?.reached.hits == 0)
    }

    @Test func order_and_doubles_do_not_matter() {
        let steps: [(Int, TrendTier)] = [(0, .stable), (10, .emerging), (40, .trending), (90, .stable)]
        #expect(Self.record([Self.history(steps)]) == Self.record([Self.history(steps.reversed() + steps)]))
    }

    @Test func the_sentence_has_the_numbers() {
        let made = Array(repeating: Self.history([(0, .stable), (61, .emerging), (90, .trending)]), count: 41)
        let failed = Array(repeating: Self.history([(0, .stable), (61, .emerging), (90, .stable)]), count: 59)
        let quiet = Array(repeating: Self.history([(0, .stable)]), count: 300)
        let new = Self.history([(0, .stable), (350, .emerging)])
        let text = Self.record(made + failed + quiet + [new]).sentence
        #expect(
            text.hasPrefix("Of 100 products called emerging, 41 % reached trending within 60 days (32–51), against"))
        #expect(text.hasSuffix(" 1 more has time left."))
    }

    @Test func no_better_than_the_others_is_said() {
        let steps: [(Int, TrendTier)] = [(0, .stable), (61, .emerging), (90, .trending), (100, .stable)]
        let text = Self.record(Array(repeating: Self.history([(0, .stable), (61, .emerging)]), count: 10)).sentence
        #expect(text.contains("no more than chance may give"))
        #expect(Self.record([Self.history(steps)]).sentence.hasPrefix("Too few to say: 1 product called emerging"))
    }

    @Test func nothing_and_extremes_do_not_trap() {
        let far = [CalendarDay(daysSince2000: .min), CalendarDay(daysSince2000: .max)]
        let history = TierHistory(far.map { TierHistory.Entry(day: $0, tier: .emerging) })
        for begin in far {
            for asOf in far {
                let record = TierRecord(
                    TierQuestion(called: .emerging, goal: .trending, within: .max),
                    histories: [history, TierHistory([])],
                    from: begin, asOf: asOf)
                #expect(record.called.reached.hits == 0)
                #expect(!record.sentence.isEmpty)
            }
        }
        #expect(TierQuestion(called: .stable, goal: .viral, within: -5).days == 1)
    }

    @Test(arguments: [5, 20_261_130] as [UInt64])
    func the_record_finds_the_planted_shares(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        // Called ones make it with 40 %, others with 10 % in every stretch.
        let called = (0..<600).map { _ -> TierHistory in
            let start = random.int(1...290)
            let makes = random.chance(40)
            return Self.history(
                [(0, .stable), (start, .emerging)] + (makes ? [(start + random.int(1...60), .trending)] : []))
        }
        let record = Self.record(called)
        let bounds = record.called.reached
        #expect(bounds.low < 0.4 && bounds.high > 0.4 && bounds.of > 500, "seed \(seed)")
    }

    @Test func wilson_agrees_with_published_bounds() {
        // Newcombe (1998), table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
        for (hits, total, low, high) in [
            (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
        ] {
            let share = Share(hits, of: total)
            #expect(abs(share.low - low) < 5e-5)
            #expect(abs(share.high - high) < 5e-5)
        }
        #expect(Share(3, of: 0).value == nil)
        #expect(Share(9, of: 5).hits == 5)
        #expect(Share(56, of: 70).isAbove(Share(48, of: 80)))
        #expect(!Share(9, of: 10).isAbove(Share(5, of: 10)))
    }
}
