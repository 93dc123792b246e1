import Foundation

/// How many of the decisions that nobody looks at may be wrong.
package struct ErrorBudget: Sendable, Hashable {
    /// 0...1: at most this share.
    package let share: Double
    /// 0...1: how sure the bounds are.
    package let confidence: Double

    package init(share: Double, confidence: Double = 0.95) {
        precondition(share > 0 && share < 1 && confidence > 0.5 && confidence < 1, "shares lie between 0 and 1")
        self.share = share
        self.confidence = confidence
    }

    /// At most 1 wrong in 200.
    package static let standard = ErrorBudget(share: 1.0 / 200)

    /// What the true share of wrong ones is at most, as sure as `confidence` (Clopper and Pearson, Biometrika 1934, one side).
    package func atMost(wrong: Int, of count: Int) -> Double {
        guard count > 0, wrong < count else { return 1 }
        // The largest share under which so few wrong ones would still come up now and then.
        return Self.root { Self.atMost(wrong, of: count, $0) > 1 - confidence }
    }

    /// What the true share of wrong ones is at least, as sure as `confidence`.
    package func atLeast(wrong: Int, of count: Int) -> Double {
        guard count > 0, wrong > 0 else { return 0 }
        return Self.root { 1 - Self.atMost(wrong - 1, of: count, $0) < 1 - confidence }
    }

    /// Whether more are wrong than may be, and not by chance.
    package func isExceeded(wrong: Int, of count: Int) -> Bool { atLeast(wrong: wrong, of: count) > share }

    /// Whether it is shown to be kept.
    package func isProven(wrong: Int, of count: Int) -> Bool { atMost(wrong: wrong, of: count) <= share }

    /// The probability from which on pairs may be called the same without anybody looking: the lowest down to which the budget is shown
    /// to be kept, looking from the most probable on and stopping at the first that does not keep it (fixed sequence testing: Maurer,
    /// Hothorn and Lehmacher, 1995), so that many thresholds are looked at with one risk.
    /// - Parameter labelled: pairs with their probability, and whether they are the same.
    /// - Returns: nil when there are too few labels to show it for any: with a share of 1 in 200 at least 598.
    package func threshold(for labelled: [(probability: Double, isSame: Bool)]) -> (
        threshold: Double, wrong: Int, count: Int
    )? {
        let sorted = labelled.sorted { $0.probability > $1.probability }
        var (wrong, found) = (0, (threshold: Double, wrong: Int, count: Int)?.none)
        for (place, pair) in sorted.enumerated() {
            wrong += pair.isSame ? 0 : 1
            // Those that are as probable stand or fall together.
            if place + 1 < sorted.count, sorted[place + 1].probability == pair.probability { continue }
            if isProven(wrong: wrong, of: place + 1) {
                found = (pair.probability, wrong, place + 1)
            } else if found != nil {
                break
            }
        }
        return found
    }

    /// How probable it is that of `count` at most `wrong` are wrong when the share is `share`.
    private static func atMost(_ wrong: Int, of count: Int, _ share: Double) -> Double {
        guard share > 0 else { return 1 }
        guard share < 1 else { return wrong >= count ? 1 : 0 }
        let all = Double(count)
        return min(
            1,
            (0...wrong).reduce(0.0) { sum, number in
                let one = Double(number)
                let ways = lgamma(all + 1) - lgamma(one + 1) - lgamma(all - one + 1)
                return sum + exp(ways + one * log(share) + (all - one) * log1p(-share))
            })
    }

    /// Where a condition that holds for small shares ceases to.
    private static func root(_ holds: (Double) -> Bool) -> Double {
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
