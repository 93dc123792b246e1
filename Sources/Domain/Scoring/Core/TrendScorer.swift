package import Catalog

/// Makes trend scores. A value without state: the same evidence, context and day always give the same score.
///
/// The score is the mean of the measured components by weight, `sum(weight × value) / sum(weight)`: the weight of a
/// missing component goes to the others in proportion, and `completeness` says how much was measured. Seasonal
/// adjustment has no weight in this profile and is not part of it.
package struct TrendScorer: Sendable {
    /// Which formulas these are. Kept with every published score; a change to what any measure answers changes it, since
    /// what other formulas made is not made again by these.
    package static let formulas = "2026-12"

    package let profile: ScoreProfile
    package let context: ScoreContext

    package init(profile: ScoreProfile = .abvV1, context: ScoreContext) {
        self.profile = profile
        self.context = context
    }

    /// The score on a day from evidence up to and including that day, with its momentum.
    package func score(_ evidence: ProductEvidence, asOf day: CalendarDay) -> TrendScore {
        let previous = measure(evidence, asOf: profile.periodBefore(day))
        return score(measure(evidence, asOf: day), after: previous)
    }

    /// The scores on several days, in the order asked for. Each uses only evidence up to its own day.
    package func scores(_ evidence: ProductEvidence, asOf days: [CalendarDay]) -> [TrendScore] {
        // Days one period apart are each other's previous day, so a sparkline measures each day once.
        var measured: [CalendarDay: ScoreMeasurement] = [:]
        measured.reserveCapacity(days.count + 1)
        func measurement(_ day: CalendarDay) -> ScoreMeasurement {
            if let known = measured[day] { return known }
            let fresh = measure(evidence, asOf: day)
            measured[day] = fresh
            return fresh
        }
        return days.map { score(measurement($0), after: measurement(profile.periodBefore($0))) }
    }

    /// The scores at the ends of the last `periods` periods, oldest first, the last one on `day`.
    package func history(_ evidence: ProductEvidence, endingAt day: CalendarDay, periods: Int = 12) -> [TrendScore] {
        var days: [CalendarDay] = []
        var next = day
        for _ in 0..<max(0, periods) {
            days.append(next)
            next = profile.periodBefore(next)
        }
        return scores(evidence, asOf: days.reversed())
    }
}
