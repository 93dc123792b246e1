import Catalog
import TestSupport
import Testing

@testable import Scoring

/// Whatever comes in, values stay within 0–100, are numbers, and a day sees nothing of later days.
@Suite struct ScoreBoundsTests {
    static let seeds: [UInt64] = [1, 20_260_101, 0xDEAD_BEEF, 77]
    static let extremes: [Int64] = [.min, -1, 0, 1, 2, 1_000, 1 << 53, .max - 1, .max]

    @Test(arguments: seeds)
    func any_evidence_gives_a_bounded_score(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for round in 0..<1_500 {
            let wild = round % 2 == 0
            let scorer = TrendScorer(context: Self.context(wild, &random))
            let evidence = Self.evidence(wild, &random)
            for asOf in (0..<3).map({ _ in Self.anyDay(wild, &random) }) {
                let score = scorer.score(evidence, asOf: asOf)
                let values = score.components.compactMap(\.result.value) + [score.score].compactMap(\.self)
                #expect(values.allSatisfy { $0 >= 0 && $0 <= 100 }, "seed \(seed), round \(round)")
                #expect((0...1).contains(score.completeness))
                #expect((score.score == nil) == score.components.allSatisfy { $0.result.value == nil })
                #expect(score.receipt.count == 6)
            }
        }
    }

    @Test(arguments: seeds)
    func a_day_sees_only_what_was_known_that_day(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for round in 0..<1_500 {
            let context = Self.context(false, &random)
            let evidence = Self.evidence(false, &random)
            let asOf = Self.anyDay(false, &random)
            let late = TrendScorer(context: context).score(evidence, asOf: asOf)
            let early = TrendScorer(context: Self.cut(context, asOf)).score(Self.cut(evidence, asOf), asOf: asOf)
            // Written so that a failure prints little.
            let isSame = late == early
            #expect(isSame, "seed \(seed), round \(round)")
        }
    }

    @Test(arguments: seeds)
    func order_of_listings_and_observations_does_not_matter(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for round in 0..<300 {
            let scorer = TrendScorer(context: Self.context(false, &random))
            let evidence = Self.evidence(false, &random)
            let shuffled = ProductEvidence(listings: evidence.listings.reversed())
            let (one, other) = (scorer.score(evidence, asOf: day(0)), scorer.score(shuffled, asOf: day(0)))
            #expect(abs((one.score ?? -1) - (other.score ?? -1)) < 1e-9, "seed \(seed), round \(round)")
        }
    }

    static func anyDay(_ wild: Bool, _ random: inout SeededRandom) -> CalendarDay {
        if wild, Bool.random(using: &random) {
            return CalendarDay(daysSince2000: [.min, .min + 3, -1, 0, .max].randomElement(using: &random) ?? 0)
        }
        return CalendarDay(daysSince2000: Int32.random(in: 7_700...8_000, using: &random))
    }

    static func context(_ wild: Bool, _ random: inout SeededRandom) -> ScoreContext {
        ScoreContext(
            sources: (0..<Int.random(in: 0...4, using: &random)).map { _ in
                SourceCalendar(
                    listDays: (0..<Int.random(in: 0...20, using: &random)).map { _ in anyDay(wild, &random) })
            })
    }

    static func evidence(_ wild: Bool, _ random: inout SeededRandom) -> ProductEvidence {
        ProductEvidence(
            listings: (0..<Int.random(in: 0...4, using: &random)).map { _ in
                let (one, other) = (anyDay(wild, &random), anyDay(wild, &random))
                let prices = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                    PriceObservation(
                        day: anyDay(wild, &random), minorUnits: amount(wild, &random),
                        currency: Int.random(in: 0...5, using: &random) == 0 ? .usd : .eur)
                }
                let counts = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                    StockObservation(
                        day: anyDay(wild, &random), units: amount(wild, &random),
                        stores: Bool.random(using: &random) ? nil : Int(amount(wild, &random)))
                }
                return ListingEvidence(
                    source: Int.random(in: -1...4, using: &random), firstSeen: wild ? one : min(one, other),
                    lastSeen: wild ? other : max(one, other), prices: prices, stock: counts)
            })
    }

    static func amount(_ wild: Bool, _ random: inout SeededRandom) -> Int64 {
        wild ? extremes.randomElement(using: &random) ?? 0 : Int64.random(in: 0...2_000, using: &random)
    }

    static func cut(_ context: ScoreContext, _ limit: CalendarDay) -> ScoreContext {
        ScoreContext(sources: context.sources.map { SourceCalendar(listDays: $0.listDays.filter { $0 <= limit }) })
    }

    static func cut(_ evidence: ProductEvidence, _ limit: CalendarDay) -> ProductEvidence {
        ProductEvidence(
            listings: evidence.listings.compactMap { listing in
                guard listing.firstSeen <= limit else { return nil }
                return ListingEvidence(
                    source: listing.source, firstSeen: listing.firstSeen, lastSeen: min(listing.lastSeen, limit),
                    prices: listing.prices.filter { $0.day <= limit }, stock: listing.stock.filter { $0.day <= limit })
            })
    }
}
