import Catalog
import Testing

@testable import Scoring

@Suite struct MediaMeasureTests {
    let context = ScoreContext(
        sources: [], media: (0..<5).map { _ in SourceCalendar(listDays: [day(-100), day(-60), day(-10), day(0)]) })

    private func value(_ mentions: [MentionEvidence], asOf asked: CalendarDay = day(0)) -> Double {
        result(mentions, asOf: asked).value ?? -1
    }

    private func result(_ mentions: [MentionEvidence], asOf asked: CalendarDay = day(0)) -> ComponentResult {
        MediaMeasure(context: context, day: asked).measure(ProductEvidence(listings: [], mentions: mentions))
    }

    private func mention(
        _ source: Int = 0, age: Int = 0, _ prominence: Double = 1, _ sentiment: Double? = nil,
        kind: MentionEvidence.Kind = .article
    ) -> MentionEvidence {
        MentionEvidence(day: day(-age), source: source, kind: kind, prominence: prominence, sentiment: sentiment)
    }

    @Test func the_documented_numbers() {
        #expect(abs(value([mention()]) - 100.0 / 3) < 1e-9)
        #expect(abs(value([mention(0), mention(1)]) - 50) < 1e-9)
        #expect(abs(value((0..<5).map { mention($0) }) - 500.0 / 7) < 1e-9)
    }

    @Test func silence_is_measured_where_media_were_read() {
        #expect(result([]) == .measured(0, reasons: [.noMention(sourcesRead: 5, days: 90)]))
    }

    @Test func silence_counts_after_four_weeks_of_reading_and_mentions_at_once() {
        let new = ScoreContext(
            sources: [], media: [SourceCalendar(listDays: [day(-120), day(-20)]), SourceCalendar(listDays: [day(0)])])
        let measure = MediaMeasure(context: new, day: day(0))
        let missing = measure.measure(ProductEvidence(listings: []))
        #expect(missing == .missing(.mediaReadTooShort(days: 20)))
        #expect((measure.measure(ProductEvidence(listings: [], mentions: [mention()])).value ?? 0) > 33)
        let later = ScoreContext(sources: [], media: [SourceCalendar(listDays: [day(-20), day(8)])])
        // What was read before the window, and what will be read after the day, is no reading of these days.
        let outside = ScoreContext(sources: [], media: [SourceCalendar(listDays: [day(-90), day(-5), day(60)])])
        #expect(
            MediaMeasure(context: outside, day: day(0)).measure(ProductEvidence(listings: []))
                == .missing(.mediaReadTooShort(days: 0)))
        #expect(
            MediaMeasure(context: later, day: day(8)).measure(ProductEvidence(listings: []))
                == .measured(0, reasons: [.noMention(sourcesRead: 1, days: 90)]))
    }

    @Test func without_a_medium_it_is_missing_as_before() {
        let none = MediaMeasure(context: ScoreContext(sources: []), day: day(0))
        #expect(none.measure(ProductEvidence(listings: [], mentions: [mention()])) == .missing(.notCollected))
        let silent = ScoreContext(sources: [], media: [SourceCalendar(listDays: [day(-90)])])
        #expect(
            MediaMeasure(context: silent, day: day(0)).measure(ProductEvidence(listings: []))
                == .missing(.noMediaRead(withinDays: 90)))
    }

    @Test func only_what_was_said_up_to_the_day_counts() {
        let later = mention(age: -3)
        #expect(value([mention(age: 5), later]) == value([mention(age: 5)]))
        #expect(value([mention(age: 90)]) == 0)
        #expect(value([mention(99)]) == 0 && value([mention(-1)]) == 0)
    }

    @Test func two_sources_say_more_than_one_twice() {
        #expect(value([mention(0), mention(1)]) > value([mention(0), mention(0)]))
        #expect(value([mention(0), mention(0)]) > value([mention(0)]))
    }

    @Test func age_half_life_and_reach() {
        #expect(value([mention(age: 14)]) < value([mention(age: 13)]))
        #expect(value([mention(age: 14, 1)]) == value([mention(0, age: 0, 0.5)]))
        #expect(value([mention(kind: .post)]) < value([mention()]))
    }

    @Test func tone_turns_it_up_and_down() {
        let (bad, plain, good) = (value([mention(0, 1, -1)]), value([mention(0, 1, nil)]), value([mention(0, 1, 1)]))
        #expect(bad < plain && plain < good)
        #expect(value([mention(0, 1, 0)]) == plain)
    }

    private func mention(_ source: Int, _ prominence: Double, _ sentiment: Double?) -> MentionEvidence {
        mention(source, age: 0, prominence, sentiment)
    }

    @Test func bounded_and_monotone_for_random_histories() {
        for seed in 0..<400 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let mentions = (0..<random.int(0...30)).map { _ in
                mention(
                    random.int(0...5), age: random.int(-5...120), Double(random.int(0...100)) / 100,
                    random.int(0...1) == 0 ? nil : Double(random.int(-100...100)) / 100,
                    kind: random.int(0...1) == 0 ? .article : .post)
            }
            let before = value(mentions)
            #expect(before >= 0 && before <= 100)
            // One more without a tone, one said better, and the same in another order.
            #expect(value(mentions + [mention(random.int(0...4), 0.5, nil)]) >= before)
            let better = mentions.map {
                MentionEvidence(
                    day: $0.day, source: $0.source, kind: $0.kind, prominence: $0.prominence,
                    sentiment: $0.sentiment.map { $0 + 0.2 })
            }
            #expect(value(better) >= before - 1e-9)
            #expect(abs(value(mentions.reversed()) - before) < 1e-9)
            #expect(value(mentions.filter { $0.day <= day(-7) }, asOf: day(-7)) == value(mentions, asOf: day(-7)))
        }
    }

    @Test func nonsense_is_held_within_bounds() {
        #expect(value([mention(0, .infinity, .nan)]) == 0)
        #expect(value([mention(0, 9, 9)]) == value([mention(0, 1, 1)]))
        #expect((0...100).contains(value(Array(repeating: mention(), count: 100_000))))
    }
}
