package import Catalog
import Foundation

/// How right a matcher is, over pairs of which the truth is known.
package struct PairEvaluation: Sendable, Hashable, Codable {
    /// A number with the bounds between which it lies in 95 % of samples drawn anew.
    package struct Bounded: Sendable, Hashable, Codable {
        package let value: Double
        package let low: Double
        package let high: Double
    }

    package let pairs: Int
    /// From which probability on a pair counts as the same.
    package let threshold: Double
    /// Of those it calls the same, those that are.
    package let precision: Share
    /// Of those that are the same, those it finds.
    package let recall: Share
    /// The harmonic mean of both, 0...1, with bounds by drawing left records anew.
    package let f1: Bounded
    /// How far what it says lies from what happens, 0...1: the mean over ten bins of equal count of how far the mean probability is from
    /// the share of same ones (Naeini and others, AAAI 2015).
    package let calibrationError: Double
    /// Of left records that have a same one among their pairs, those whose most probable pair is one.
    package let bestIsRight: Share

    /// - Parameters:
    ///   - draws: samples for the bounds of F1.
    ///   - seed: of the draws.
    package init(_ scored: [ScoredPair], threshold: Double, draws: Int = 1_000, seed: UInt64 = 1) {
        let counts = Counts(scored, threshold)
        pairs = scored.count
        self.threshold = threshold
        precision = Share(counts.hits, of: counts.hits + counts.wrong)
        recall = Share(counts.hits, of: counts.hits + counts.missed)
        f1 = Self.bounded(scored, threshold, draws: draws, seed: seed)
        calibrationError = Self.calibrationError(of: scored)
        bestIsRight = Self.bestIsRight(scored)
    }

    /// A threshold near which F1 is high, not only at one point: the best of F1 over log-odds smoothed by a Gaussian, since few pairs
    /// decide where exactly the highest point lies.
    /// - Returns: 0.5 when no pair is the same.
    package static func threshold(on scored: [ScoredPair]) -> Double {
        guard scored.contains(where: \.isSame) else { return 0.5 }
        let steps = Array(stride(from: -6.0, through: 6, by: 0.05))
        let values = steps.map { Counts(scored, 1 / (1 + exp(-$0))).f1 }
        let (width, reach) = (0.3, 18)
        let smooth = steps.indices.map { place in
            var (sum, weights) = (0.0, 0.0)
            for other in max(0, place - reach)...min(steps.count - 1, place + reach) {
                let weight = exp(-pow(steps[other] - steps[place], 2) / (2 * width * width))
                sum += weight * values[other]
                weights += weight
            }
            return sum / weights
        }
        let best = smooth.indices.max { smooth[$0] < smooth[$1] } ?? 0
        return 1 / (1 + exp(-steps[best]))
    }

    private struct Counts {
        var hits = 0
        var wrong = 0
        var missed = 0

        init(_ scored: [ScoredPair], _ threshold: Double) {
            for pair in scored {
                switch (pair.isBest && pair.probability >= threshold, pair.isSame) {
                case (true, true): hits += 1
                case (true, false): wrong += 1
                case (false, true): missed += 1
                case (false, false): break
                }
            }
        }

        init() {}

        static func += (sum: inout Counts, one: Counts) {
            sum.hits += one.hits
            sum.wrong += one.wrong
            sum.missed += one.missed
        }

        /// 0 of nothing.
        var f1: Double {
            let whole = 2 * hits + wrong + missed
            return whole == 0 ? 0 : 2 * Double(hits) / Double(whole)
        }
    }

    /// Pairs of one left record are right or wrong together, so records are drawn, not pairs.
    private static func bounded(_ scored: [ScoredPair], _ threshold: Double, draws: Int, seed: UInt64) -> Bounded {
        let groups = Dictionary(grouping: scored, by: \.left).sorted { $0.key < $1.key }
            .map { Counts($0.value, threshold) }
        let value = Counts(scored, threshold).f1
        guard groups.count > 1, draws > 1 else { return Bounded(value: value, low: value, high: value) }
        var random = SeededGenerator(seed: seed)
        let drawn = (0..<draws).map { _ in
            var sum = Counts()
            for _ in groups { sum += random.pick(groups) }
            return sum.f1
        }.sorted()
        func at(_ share: Double) -> Double { drawn[min(draws - 1, Int(share * Double(draws)))] }
        return Bounded(value: value, low: at(0.025), high: at(0.975))
    }

    /// The mean of -log of what was said of what is true, in nats; what was said lies between 1e-6 and 1 - 1e-6.
    static func logLoss(of scored: [ScoredPair]) -> Double {
        guard !scored.isEmpty else { return 0 }
        let sum = scored.reduce(0.0) { sum, pair in
            let said = min(max(pair.probability, 1e-6), 1 - 1e-6)
            return sum - log(pair.isSame ? said : 1 - said)
        }
        return sum / Double(scored.count)
    }

    private static func calibrationError(of scored: [ScoredPair]) -> Double {
        guard !scored.isEmpty else { return 0 }
        let sorted = scored.sorted { ($0.probability, $0.left) < ($1.probability, $1.left) }
        let bins = min(10, sorted.count)
        var error = 0.0
        for bin in 0..<bins {
            let part = sorted[sorted.count * bin / bins..<sorted.count * (bin + 1) / bins]
            let said = part.map(\.probability).reduce(0, +)
            error += abs(said - Double(part.count(where: \.isSame)))
        }
        return error / Double(sorted.count)
    }

    private static func bestIsRight(_ scored: [ScoredPair]) -> Share {
        let groups = Dictionary(grouping: scored, by: \.left).values.filter { $0.contains(where: \.isSame) }
        let hits = groups.count { group in
            // Of several as probable, the worst counts: nobody could tell which to take.
            guard let most = group.map(\.probability).max() else { return false }
            return group.allSatisfy { $0.probability < most || $0.isSame }
        }
        return Share(hits, of: groups.count)
    }
}
