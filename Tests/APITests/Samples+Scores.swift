import API
import Catalog
import Foundation

@testable import Scoring

extension Samples {
    private static func measured(_ media: Double?, retail: Double) -> TrendScore {
        let values: [Double?] = [media, retail, 100, nil, 0]
        let weights = [0.25, 0.25, 0.15, 0.2, 0.15]
        let whole = zip(values, weights).reduce(0) { $1.0 == nil ? $0 : $0 + $1.1 }
        let components = ScoreComponent.allCases.enumerated().map { place, component in
            ComponentScore(
                component: component,
                result: values[place].map { .measured($0, reasons: []) } ?? .missing(.noStock), weight: weights[place],
                appliedWeight: values[place] == nil ? 0 : weights[place] / whole)
        }
        return TrendScore(
            profile: "abv-v1", asOf: day("2024-07-13"), periodDays: 7,
            score: components.reduce(0) { $0 + $1.points }, tier: .stable, momentum: -1.5, momentumIsComparable: true,
            completeness: whole, components: components)
    }

    private static let record = RawRecordKey(run: id(90), line: 7)

    private static let signals = [
        StatementListing(
            id: id(11), name: nasty, sourceTitle: "Alko", firstSeen: day("2021-11-01"), lastSeen: day("2024-07-13"),
            prices: [
                PriceSignal(
                    day: day("2024-07-01"), price: Money(minorUnits: 1_000, currency: .eur), record: record,
                    isCorrected: true)
            ],
            stocks: [
                StockSignal(day: day("2024-07-01"), units: 0, stores: 3, record: record, isCorrected: false),
                StockSignal(day: day("2024-07-02"), units: 24, stores: nil, record: record, isCorrected: false),
            ]),
        StatementListing(
            id: id(12), name: nil, sourceTitle: "SAQ", firstSeen: day("2024-01-01"), lastSeen: day("2024-01-01"),
            prices: [], stocks: []),
    ]

    private static let scoredAt = Date(timeIntervalSince1970: 1_720_900_000)

    private static func opened(_ origin: ScoreStatement.Origin, since: TrendScore? = nil) -> [UInt8] {
        let now = measured(40, retail: 60)
        return ScoreAnswer(
            product: id(1), name: nasty,
            statement: ScoreStatement(origin: origin, score: now, listings: signals), since: since?.asOf,
            change: since.flatMap { ScoreChange(from: $0, to: now) }
        ).bytes
    }

    static let openedScore = opened(
        .published(at: scoredAt, verdict: .different(["the score"])), since: measured(nil, retail: 55))
    static let otherFormulas = opened(.published(at: scoredAt, verdict: .otherFormulas("2026-10")))
    static let reconstructed = opened(.reconstructed)
    static let noScore = ScoreAnswer(product: id(2), name: "B", statement: nil).bytes
}
