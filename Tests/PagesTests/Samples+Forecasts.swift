import Pages
import Routes

extension Samples {
    /// One of a price with everything, one of a score with nothing but its level.
    static func forecasts(_ word: String) -> [ShownForecast] {
        let steps = Array(0..<13)
        let price = ShownForecast(
            unit: ForecastUnit(.price, currency: word), priceKind: .retail, product: word, listing: word,
            category: word, origin: day(2), madeAt: now, stepDays: 7, model: word, level: 4_390,
            points: steps.map { 4_390 - Double($0) * 20 },
            band80: .init(lower: steps.map { 4_300 - Double($0) * 60 }, upper: steps.map { 4_450 + Double($0) * 20 }),
            band95: .init(lower: steps.map { 4_200 - Double($0) * 80 }, upper: steps.map { 4_500 + Double($0) * 40 }),
            history: (0..<20).map { .init(day: day(Int32(142 - $0 * 7)), value: 4_990 - Double($0) * 30) },
            settled: [
                SettledMark(
                    days: 7, origin: day(23), due: day(16), predicted: 4_500, low80: 4_400, high80: 4_600,
                    actual: 4_520, isBackcast: true),
                SettledMark(
                    days: 30, origin: day(60), due: day(30), predicted: 4_800, low80: 4_700, high80: 4_900,
                    actual: 4_520, isBackcast: false),
            ],
            reasons: [
                .level(value: 4_390, observations: 20), .trend(perWeek: -30), .season(strength: 0.4, days: 7),
                .model(name: word, error: 20, naiveError: 31, origins: 4),
                .model(name: word, error: 40, naiveError: 31, origins: 4),
                .model(name: word, error: nil, naiveError: nil, origins: 0), .constant, .short(observations: 4),
                .comparable(series: 12, category: word), .comparable(series: 12, category: nil),
                .comparable(series: 0, category: nil), .width(low: 4_000, high: 4_500, days: 28),
                .record(inside: 0.47, of: 214, days: 30, factor: 2.125), .surprise(below: 4_300, above: 4_450),
            ])
        let score = ShownForecast(
            unit: ForecastUnit(.score), product: word, origin: today, madeAt: now, stepDays: 1, model: word, level: 60,
            points: [60], band80: .init(lower: [50], upper: [70]), band95: .init(lower: [40], upper: [80]), history: [])
        return [price, score]
    }

    static func trackRecord(_ word: String) -> TrackRecordPage {
        let figures = [false, true].flatMap { isBackcast in
            [(String?.none, String?.none), (word, nil), (nil, word)].map { model, category in
                RecordFigures(
                    isBackcast: isBackcast, measure: .price, currency: word, days: 30, model: model,
                    category: category, settled: 40, pending: 3, coverage80: 0.81, coverage95: 0.96, direction: 0.6,
                    directionRange: 0.45...0.73, moved: 35, baseRate: 0.55, wape: 4.2, naiveWape: 5, bias: -0.4,
                    mape: 4.4)
            }
        }
        return TrackRecordPage(
            frame: frame(word), figures: figures,
            demoted: [
                DemotedLine(
                    model: word, measure: .demand, category: word, since: day(10), until: today, settled: 44,
                    behind: 0.21, behindAtLeast: 0.08),
                DemotedLine(
                    model: word, measure: .score, category: nil, since: day(10), until: today, settled: 44,
                    behind: 0.21, behindAtLeast: 0.08),
            ])
    }

    static func noTrackRecord(_ word: String) -> TrackRecordPage { TrackRecordPage(frame: frame(word), figures: []) }
}
